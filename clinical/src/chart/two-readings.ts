/** How the readings of one thing stand: two different people, each by themselves. */
export type TwoReadings<T> = {
  kind: 'none' | 'one' | 'differ' | 'agree'
  /** The readings of the present round, the first one first. */
  readings: readonly T[]
  /** Earlier readings that were replaced; they stay on the record. */
  slips: readonly T[]
}

/** Reads one round after the other: the second person's reading ends a round, and what differs asks both again. */
export function twoReadings<T extends { by: string }>(all: readonly T[], isSame: (one: T, other: T) => boolean): TwoReadings<T> {
  let round: T[] = []
  const slips: T[] = []
  for (const reading of all) {
    const [one, other] = round
    if (one && other) {
      // Pressing again what both agree on changes nothing.
      if (isSame(one, other) && isSame(one, reading)) continue
      slips.push(...round)
      round = []
    }
    slips.push(...round.filter(({ by }) => by === reading.by))
    round = [...round.filter(({ by }) => by !== reading.by), reading]
  }
  const [one, other] = round
  if (!one || !other) return { kind: one ? 'one' : 'none', readings: round, slips }
  return { kind: isSame(one, other) ? 'agree' : 'differ', readings: round, slips }
}
