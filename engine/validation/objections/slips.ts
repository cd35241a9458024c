import type { SlipId } from '../../src/fit/slip.ts'
import { baseOfHydrochloride, hours, kilograms, nmolPerMl } from '../../src/units.ts'

/** A case as it is written down: concentrations mg/L, times min, weight kg. */
export type Case = { plasma: readonly number[]; times: readonly number[]; weightKg: number }

/** One slip of the pen, by its name here and as the engine names it, and how it is taken back. */
export type Played = { name: string; id: SlipId; wrong: (meant: Case) => Case; meant: (wrong: Case) => Case }

const levels = (name: string, id: SlipId, factor: number): Played => {
  const times = (by: number) => (one: Case) => ({ ...one, plasma: one.plasma.map((c) => c * by) })
  return { name, id, wrong: times(factor), meant: times(1 / factor) }
}

const drawnLater = (by: number) => (one: Case) => ({ ...one, times: one.times.map((t) => t * by) })
const heavier = (by: number) => (one: Case) => ({ ...one, weightKg: one.weightKg * by })

/** nmol/L in one ng/mL. */
const molar = 1 / nmolPerMl(1)

export const played: readonly Played[] = [
  levels('samples in nmol/L written as ng/mL', 'molar', molar),
  levels('samples in µmol/L written as ng/mL', 'molar', molar / 1000),
  levels('one enantiomer measured where both were given (½)', 'two', 0.5),
  levels('samples × 2', 'two', 2),
  levels('samples × 10', 'ten', 10),
  levels('samples ÷ 10', 'ten', 0.1),
  levels('samples × 1,000', 'thousand', 1000),
  levels('samples ÷ 1,000', 'thousand', 0.001),
  { name: 'hours written as minutes', id: 'hours', wrong: drawnLater(1 / hours(1)), meant: drawnLater(hours(1)) },
  { name: 'pounds written as kilograms', id: 'pounds', wrong: heavier(1 / kilograms(1)), meant: heavier(kilograms(1)) },
  levels('doses of hydrochloride written as base', 'salt', baseOfHydrochloride(1)),
]
