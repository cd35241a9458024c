import { protocolOf } from '@dripline/clinical'
import { drawSubject, infusion, models, patientVariability, simulate, units } from '@dripline/engine'
import { estimateOf, ofTwenty } from '../claim-figures.ts'
import { once } from '../once.ts'

const [PEOPLE, SEED, EVERY] = [200, 5, 5]
const [RATE, HOURS] = [25, 4]

/** What somebody may feel, in the order of the trial’s claim. */
export const feelings = ['odd', 'sick', 'threwUp', 'headache'] as const
export type Feeling = (typeof feelings)[number]

export type FeelsNumbers = {
  /** How many of twenty had it, on the drug and on placebo. */
  felt: readonly { what: Feeling; drug: number; placebo: number }[]
  /** How many of twenty told of a side effect a week later. */
  weekAfter: number
  /** mg an hour. */
  rate: number
  /** Minutes of the visit at which the drip begins, is no longer new, and ends; and at which the way home begins. */
  begins: number
  settles: number
  ends: number
  home: number
  /** Drug in the blood along the visit, of 100 at its highest in each person. */
  level: readonly { at: number; p5: number; p25: number; median: number; p75: number; p95: number }[]
}

const quantile = (sorted: readonly number[], share: number) =>
  Math.round(10 * (sorted[Math.round(share * (sorted.length - 1))] ?? 0)) / 10

/** A long visit, minute by minute: what was felt, by its claims; the drug in the blood of drawn adults of 70 kg, by the engine. */
export const feelsNumbers = once('feels', (): FeelsNumbers => {
  const protocol = protocolOf('crps-outpatient-ten-day')
  if (!protocol) throw new Error('the protocol of the long visit is gone')
  const { minutes, block, recovery, checks } = protocol
  const begins = block.prepareMinutes
  const ends = begins + minutes
  const home = ends + recovery.leastMinutes
  const typical = models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
  const at = Array.from({ length: home / EVERY + 1 }, (_, i) => i * EVERY)
  const dripped = at.filter((minute) => minute > begins)
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    const plasma = simulate(
      drawSubject(typical, patientVariability, SEED, i),
      [infusion(RATE * HOURS, units.hours(HOURS))],
      dripped.map((minute) => units.hours((minute - begins) / 60)),
    )
    const highest = Math.max(...plasma)
    return [...plasma].map((each) => (100 * each) / highest)
  })
  const before = at.length - dripped.length
  return {
    felt: feelings.map((what, i) => {
      const { value, against } = estimateOf('side-effects-in-trial-2009', i)
      return { what, drug: ofTwenty(value), placebo: ofTwenty(against?.value ?? 0) }
    }),
    weekAfter: ofTwenty(estimateOf('side-effects-first-week-2022').value),
    rate: RATE,
    begins,
    settles: begins + (checks.afterStart.at(-1) ?? 0),
    ends,
    home,
    level: at.map((minute, i) => {
      const sorted = people.map((each) => each[i - before] ?? 0).sort((a, b) => a - b)
      const [p5, p25, median, p75, p95] = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => quantile(sorted, share))
      return { at: minute, p5: p5 ?? 0, p25: p25 ?? 0, median: median ?? 0, p75: p75 ?? 0, p95: p95 ?? 0 }
    }),
  }
})
