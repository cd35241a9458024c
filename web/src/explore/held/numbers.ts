import { drawSubject, effects, infusion, models, occupancyBand, patientVariability, simulate, units } from '@dripline/engine'
import { once } from '../once.ts'

const [people, seed] = [400, 2]
const infusionHours = 4
const [least, most] = [5, 30]

/** Of 100 gates, how many ketamine holds: what lies under it in 5, 25, 50, 75 and 95 of 100 of what is possible. */
export type OfGates = readonly [p5: number, p25: number, p50: number, p75: number, p95: number]

/** Gates held at the end of an infusion, by mg an hour from 0 up. */
export type HeldNumbers = {
  infusionHours: number
  /** The doses of a setting, mg an hour. */
  least: number
  most: number
  /** Where it starts: a published dose, mg an hour. */
  published: number
  byDose: readonly OfGates[]
}

const toTenth = (share: number) => Math.round(share * 1000) / 10

/** Drawn adults of 70 kg, the doubt about half occupancy and about what is free; norketamine is left out. */
export const heldNumbers = once('held', (): HeldNumbers => {
  const typical = models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
  // Blood follows the dose in a straight line: one milligram an hour says it for all.
  const perMg = Array.from({ length: people }, (_, i) => {
    const person = drawSubject(typical, patientVariability, seed, i)
    return simulate(person, [infusion(infusionHours, units.hours(infusionHours))], [units.hours(infusionHours)])[0] ?? 0
  })
  const byDose = Array.from({ length: most + 1 }, (_, dose) => {
    const band = occupancyBand(
      effects.occupancyShaffer2014,
      perMg.map((plasma) => dose * plasma),
    )
    const [p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0] = band.map(toTenth)
    return [p5, p25, p50, p75, p95] as const
  })
  return { infusionHours, least, most, published: 25, byDose }
})
