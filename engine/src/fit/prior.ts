import { factor, inverse } from '../numeric/cholesky.ts'
import { placeOf } from './body.ts'
import type { Prior } from './objective.ts'

/** The prior of parameters named, from the covariance of their logarithms, which must be positive definite. */
export function priorOf(names: readonly string[], omega: readonly (readonly number[])[]): Prior {
  const n = names.length
  const covariance = Float64Array.from(omega.flat())
  const lower = covariance.slice()
  factor(lower, n)
  return { varied: Int32Array.from(names, placeOf), covariance, precision: inverse(lower, n) }
}
