import { inDays } from '../units.ts'
import type { ForecastInput } from './shape.ts'

/** Five people of the published method, with the answers two programs agreed on. Used by the tests and by the validation. */
const scored = (days: readonly number[], scores: readonly number[]) =>
  days.map((daysAfterCourse, i) => ({ daysAfterCourse, score: scores[i] }))
const daily = (scores: readonly number[]) =>
  scored(
    scores.map((_, i) => i + 1),
    scores,
  )
const hundredHours = (mg: number) => [{ startDay: -100 / 24, endDay: 0, mg, drug: 's-ketamine' as const }]
const ending = (days: readonly number[], minutes: number, mg: number) =>
  days.map((day) => ({ startDay: day - inDays(minutes), endDay: day, mg, drug: 'racemic-ketamine' as const }))

export type Vector = {
  input: ForecastInput
  drugActs: number
  fixedDuration: number
  lnEvidence: number
  /** Now, and 7, 14, 28, 56 days on. */
  holds: readonly number[]
  /** At 7, 14, 28, 56 days on: 5, 50, 95 %. */
  relief: readonly (readonly [number, number, number])[]
}

const shared = { seed: 1 }

export const vectors: Record<'F1' | 'F2' | 'F3' | 'F4' | 'F5', Vector> = {
  F1: {
    input: {
      ...shared,
      doses: hundredHours(2000),
      weightKg: 70,
      baseline: { mean: 7, scores: 7 },
      scores: [],
      nowDaysAfterCourse: 0,
    },
    drugActs: 0.57,
    fixedDuration: 0.114,
    lnEvidence: 0,
    holds: [0.6619, 0.6322, 0.597, 0.4665, 0.1939],
    relief: [
      [0.025, 0.542, 0.908],
      [0.008, 0.442, 0.864],
      [-0.023, 0.276, 0.741],
      [-0.075, 0.15, 0.493],
    ],
  },
  F2: {
    input: {
      ...shared,
      doses: hundredHours(2000),
      weightKg: 70,
      baseline: { mean: 7, scores: 7 },
      scores: daily([2, 2, 3, 2, 2, 3, 2]),
      nowDaysAfterCourse: 7,
    },
    drugActs: 0.9778,
    fixedDuration: 0.0792,
    lnEvidence: -8.8576,
    holds: [0.9997, 0.9916, 0.9381, 0.6742, 0.2419],
    relief: [
      [0.431, 0.601, 0.742],
      [0.28, 0.526, 0.696],
      [0.092, 0.377, 0.607],
      [-0.043, 0.189, 0.454],
    ],
  },
  F3: {
    input: {
      ...shared,
      doses: ending([-4, -3, -2, -1, 0], 40, 40),
      weightKg: 80,
      baseline: { mean: 7.5, scores: 6 },
      scores: scored([1, 2, 3, 5, 7, 8, 11, 14], [7, 8, 7, 6, 8, 7, 8, 7]),
      nowDaysAfterCourse: 14,
    },
    drugActs: 0.249,
    fixedDuration: 0,
    lnEvidence: -12.0996,
    holds: [0.0003, 0.0001, 0.0001, 0.0001, 0.0001],
    relief: [
      [-0.055, 0.037, 0.137],
      [-0.073, 0.028, 0.134],
      [-0.101, 0.015, 0.132],
      [-0.132, 0.001, 0.132],
    ],
  },
  F4: {
    input: {
      ...shared,
      doses: ending([-11, -10, -9, -8, -7, -4, -3, -2, -1, 0], 240, 100),
      weightKg: 75,
      baseline: { mean: 8, scores: 7 },
      scores: daily([3, 2, 3, 3, 2, 4, 3, 3, 4, 3, 3, 5, 4, 3, 4, 4, 5, 4, 4, 5, 4, 5, 5, 6, 5, 5, 6, 5]),
      nowDaysAfterCourse: 28,
    },
    drugActs: 0.9678,
    fixedDuration: 0.0232,
    lnEvidence: -35.5133,
    holds: [0.8559, 0.3749, 0.1506, 0.0462, 0.0191],
    relief: [
      [0.201, 0.284, 0.368],
      [0.141, 0.24, 0.336],
      [0.061, 0.182, 0.297],
      [-0.016, 0.129, 0.266],
    ],
  },
  F5: {
    input: {
      ...shared,
      doses: hundredHours(1800),
      weightKg: 62,
      baseline: { mean: 6, scores: 1 },
      scores: scored([1, 3, 7, 14, 21, 28], [0, 0, 0, 1, 0, 1]),
      nowDaysAfterCourse: 28,
    },
    drugActs: 0.9998,
    fixedDuration: 0.6829,
    lnEvidence: -7.5316,
    holds: [0.9996, 0.9893, 0.9422, 0.7768, 0.4797],
    relief: [
      [0.466, 0.769, 0.952],
      [0.28, 0.682, 0.941],
      [0.068, 0.506, 0.913],
      [-0.086, 0.287, 0.807],
    ],
  },
}

/** The days on at which relief is compared. */
export const horizons = [7, 14, 28, 56] as const
