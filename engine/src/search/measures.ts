import { auc, clearFrom, peak, timeAbove } from '../exposure.ts'
import type { Model, Subject } from '../model.ts'
import { endOf, type Regimen, totalMg } from '../regimen.ts'

/** What a regimen can be judged by: mg/L, mg, min and mg·min/L. */
export const measures = [
  'peak plasma',
  'peak effect site',
  'minutes in band',
  'total mg',
  'chair minutes',
  'area under plasma',
] as const
export type Measure = (typeof measures)[number]
export type Measured = Readonly<Record<Measure, number>>

/** How a person sits and feels: ke0 (1/min), the band of effect-site concentrations (mg/L) that is looked for, and below what they may leave. */
export type Setting = { ke0: number; band: { low: number; high: number }; leavesBelow: number }

/** Everything a regimen can be judged by, exact, in the typical subject of a model. */
export function measured(model: Model, subject: Subject, regimen: Regimen, { ke0, band, leavesBelow }: Setting): Measured {
  const p = model.parameters(subject)
  const [plasma, site] = [peak(p, regimen), peak(p, regimen, ke0)]
  const above = (level: number) => (level < site.value ? timeAbove(p, regimen, level, ke0) : 0)
  return {
    'peak plasma': plasma.value,
    'peak effect site': site.value,
    'minutes in band': above(band.low) - above(band.high),
    'total mg': totalMg(regimen),
    'chair minutes': Math.max(endOf(regimen), clearFrom(p, regimen, leavesBelow, ke0)),
    'area under plasma': auc(p, regimen),
  }
}
