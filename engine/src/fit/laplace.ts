import { factor, inverse } from '../numeric/cholesky.ts'
import type { Objective } from './objective.ts'

/**
 * The covariance of the normal that touches the posterior at its mode: twice the inverse of the second derivative of the objective.
 * Where that is no covariance (the mode lies on a ridge), the expected one, by Fisher, stands in and is called so.
 */
export type Laplace = { covariance: Float64Array; from: 'hessian' | 'fisher' }

const step = 1e-3

/** The second derivative of the objective at η, from its exact gradient on both sides, to the sixth order of the step. */
export function curvatureOf(objective: Objective, eta: Float64Array): Float64Array {
  const n = eta.length
  const found = new Float64Array(n * n)
  const at = eta.slice()
  for (let p = 0; p < n; p++) {
    for (const [steps, weight] of [
      [1, 45 / 60],
      [2, -9 / 60],
      [3, 1 / 60],
    ] as const)
      for (const side of [1, -1]) {
        at[p] = eta[p] + side * steps * step
        objective.at(at)
        for (let q = 0; q < n; q++) found[p * n + q] += (side * weight * objective.gradient[q]) / step
      }
    at[p] = eta[p]
  }
  return symmetric(found, n)
}

const symmetric = (a: Float64Array, n: number) => a.map((x, i) => (x + a[(i % n) * n + Math.floor(i / n)]) / 2)

/** Leaves the objective at η. */
export function laplaceOf(objective: Objective, eta: Float64Array): Laplace {
  const n = eta.length
  const exact = curvatureOf(objective, eta)
  objective.at(eta)
  const fromHessian = factor(exact, n)
  const lower = fromHessian ? exact : objective.information.slice()
  if (!fromHessian) factor(lower, n)
  return { covariance: inverse(lower, n).map((x) => 2 * x), from: fromHessian ? 'hessian' : 'fisher' }
}
