/**
 * What a pool holds, exactly, after a time t. Rates are positive.
 * Every form is a sum or product of positive terms, so equal or nearly equal rates need no branch and lose no digit.
 */

/** A pool that empties at rate k, after a unit inflow for t: (1 − e^−kt)/k, and t when k is zero. */
export const fill = (k: number, t: number) => (k === 0 ? t : -Math.expm1(-k * t) / k)

/** The second of two pools in series (rates a, then b), t after one unit was put in the first: (e^−at − e^−bt)/(b − a). */
export const pass = (a: number, b: number, t: number) => Math.exp(-Math.min(a, b) * t) * fill(Math.abs(a - b), t)

/** The second of two pools in series, after a unit inflow to the first for t: the integral of `pass`. */
export function fillThrough(a: number, b: number, t: number): number {
  const faster = Math.max(a, b)
  if (faster * t > 0.5) return (fill(Math.min(a, b), t) - pass(a, b, t)) / faster
  return t * t * earlySeries(a * t, b * t)
}

/** The difference above cancels early on; there its power series does not: Σ (−1)ⁿ hₙ(x, y)/(n + 2)!, h the complete symmetric polynomials. */
function earlySeries(x: number, y: number): number {
  let symmetric = 1
  let power = 1
  let factor = 0.5
  let sum = factor
  for (let n = 1; n <= 16; n++) {
    power *= y
    symmetric = x * symmetric + power
    factor /= -(n + 2)
    sum += symmetric * factor
  }
  return sum
}
