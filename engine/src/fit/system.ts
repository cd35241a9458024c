import { factor, solve } from '../numeric/cholesky.ts'

/**
 * Solves a·x = −b for a symmetric positive definite `a`, its lower triangle by rows, which is overwritten; false, with nothing in `x`,
 * when it is not positive definite.
 */
export function descend(a: Float64Array, n: number, b: Float64Array, x: Float64Array): boolean {
  if (n === 3) return descendThree(a, b, x)
  if (!factor(a, n)) return false
  for (let i = 0; i < n; i++) x[i] = -b[i]
  solve(a, n, x)
  return true
}

/** Three by three, as most fits are: L·D·Lᵀ, written out. */
function descendThree(a: Float64Array, b: Float64Array, x: Float64Array): boolean {
  const first = a[0]
  const inverse = 1 / first
  const l10 = a[3] * inverse
  const l20 = a[6] * inverse
  const second = a[4] - l10 * a[3]
  const cross = a[7] - l20 * a[3]
  const secondInverse = 1 / second
  const l21 = cross * secondInverse
  const third = a[8] - l20 * a[6] - l21 * cross
  if (!(first > 0 && second > 0 && third > 0 && first + second + third < Infinity)) return false
  const y0 = -b[0]
  const y1 = -b[1] - l10 * y0
  const y2 = (-b[2] - l20 * y0 - l21 * y1) / third
  const y = y1 * secondInverse - l21 * y2
  x[2] = y2
  x[1] = y
  x[0] = y0 * inverse - l10 * y - l20 * y2
  return true
}
