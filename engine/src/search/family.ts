import type { Measure } from './measures.ts'

/** One bolus and one infusion: amounts in mg, the share of them given at once, minutes of the rest. Every combination is tried. */
export type Family = { mg: readonly number[]; bolusShare: readonly number[]; minutes: readonly number[] }

export type Goal = { measure: Measure; aim: 'least' | 'most' }
export type Limit = { measure: Measure; atLeast?: number; atMost?: number }
