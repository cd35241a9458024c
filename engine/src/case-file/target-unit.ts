/** Wider than anything ketamine is given for: relief after days is felt near 10 ng/mL (Dahan 2011), anaesthesia up to 2,400 (Zanos 2018). */
const usual = { least: 1, most: 10_000 } as const

export type UnitWarning = { about: 'plasmaNgPerMl'; message: string }

/** A target that was perhaps written in another unit, a thousand times off. */
export const unitWarnings = (targets: readonly number[]): UnitWarning[] =>
  targets
    .filter((ngPerMl) => ngPerMl < usual.least || ngPerMl > usual.most)
    .map((ngPerMl) => ({
      about: 'plasmaNgPerMl',
      message: `a target of ${ngPerMl} ng/mL is far from any that ketamine is given for (10 to 2,400); is the unit right?`,
    }))
