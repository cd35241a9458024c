import { Exact, exact, halfUp } from '../exact.ts'
import type { Infusate } from './dose-words.ts'

/** One stretch at one pump rate. */
export type Run = { rateMlPerHour: string; ms: number }

const msPerHour = 3_600_000

/** mL that left the bag; never more than `mostMl`. */
export function infusedMl(runs: readonly Run[], mostMl: string): Exact {
  const ml = runs.reduce((sum, { rateMlPerHour, ms }) => sum.plus(exact(rateMlPerHour).times(ms)), new Exact(0)).div(msPerHour)
  return Exact.min(ml, exact(mostMl))
}

/** mg given: mL/h × infusate mg/mL × time, to 0.01 mg. */
export const givenMg = (runs: readonly Run[], infusate: Infusate, mostMl: string = infusate.finalMl): Exact =>
  halfUp(infusedMl(runs, mostMl).times(infusate.infusateMg).div(infusate.finalMl), 2)
