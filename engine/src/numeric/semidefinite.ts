/**
 * The lower triangle L with L·Lᵀ = a, by rows; undefined when a is no covariance. It may be singular: where a row adds nothing of its
 * own, the rest of its column is zero.
 */
export function triangle(a: readonly (readonly number[])[]): number[][] | undefined {
  const lower = a.map(() => a.map(() => 0))
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) lower[i][j] = lower[j][j] === 0 ? 0 : left(a, lower, i, j) / lower[j][j]
    const own = left(a, lower, i, i)
    if (own < -negligible * a[i][i]) return undefined
    lower[i][i] = own < negligible * a[i][i] ? 0 : Math.sqrt(own)
  }
  return lower
}

const negligible = 1e-12

function left(a: readonly (readonly number[])[], lower: readonly (readonly number[])[], i: number, j: number): number {
  let sum = a[i][j]
  for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k]
  return sum
}
