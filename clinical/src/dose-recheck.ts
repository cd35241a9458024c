import { doseLimits } from './dose-limits.ts'
import { driftPercent } from './dose-rule.ts'
import type { DoseSum } from './dose-words.ts'
import { exact, plain } from './exact.ts'

/** One quantity that no longer agrees with the signed order. */
export type DoseChange = { id: string; unit: string; signed: string; now: string; percent: string }

/** What differs by more than 2 % between the signed order and what is now before the nurse. Anything here stops until a second person has signed. */
export function changedSinceSigned(signed: DoseSum, now: DoseSum): DoseChange[] {
  const before = valuesOf(signed)
  const after = valuesOf(now)
  return Object.keys(before).flatMap((id) => {
    const [was, is] = [before[id], after[id]]
    if (!was) return []
    if (!is) return [{ id, unit: was.unit, signed: was.value, now: 'missing', percent: '100' }]
    const percent = driftPercent(exact(was.value), exact(is.value))
    return percent.gt(doseLimits.mostDriftPercent)
      ? [{ id, unit: was.unit, signed: was.value, now: is.value, percent: plain(percent, 1) }]
      : []
  })
}

type Shown = { value: string; unit: string } | null

const valuesOf = (sum: DoseSum): Record<string, Shown> => ({
  weightKg: { value: sum.weightKg, unit: 'kg' },
  doseMg: sum.doseMg,
  mgPerHour: sum.mgPerHour,
  vialMgPerMl: sum.vialMgPerMl === null ? null : { value: sum.vialMgPerMl, unit: 'mg/mL' },
  drawUpMl: sum.drawUpMl,
  infusateMgPerMl: sum.infusateMgPerMl,
  mlPerHour: sum.mlPerHour,
  vtbiMl: sum.vtbiMl,
})
