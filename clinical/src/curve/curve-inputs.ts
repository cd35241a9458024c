import type { PopulationBand } from '@dripline/engine'

/** Everything that makes an order's curve, frozen with the order: the same inputs draw the same curve on any machine. */
export type CurveInputs = {
  model: { id: string; version: string }
  effect: { id: string; version: string }
  variability: string
  subject: { weightKg: number; ageYears: number; sex: 'female' | 'male' }
  doseMg: number
  minutes: number
  seed: number
  size: number
}

/** Minutes from the start, and mg/L at each for the population around the subject. */
export type OrderCurve = PopulationBand & { times: readonly number[] }
