/** Small symmetric positive definite systems, by rows in one array, in place and without memory of their own. */

/** The lower triangle L with L·Lᵀ = A, over A; false when A is not positive definite. What stands above the diagonal is left alone. */
export function factor(a: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j++) {
    let pivot = a[j * n + j]
    for (let k = 0; k < j; k++) pivot -= a[j * n + k] * a[j * n + k]
    if (!(pivot > 0 && pivot < Infinity)) return false
    const root = Math.sqrt(pivot)
    a[j * n + j] = root
    for (let i = j + 1; i < n; i++) {
      let sum = a[i * n + j]
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k]
      a[i * n + j] = sum / root
    }
  }
  return true
}

/** L·y = b, over b. */
export function forward(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i]
    for (let k = 0; k < i; k++) sum -= l[i * n + k] * b[k]
    b[i] = sum / l[i * n + i]
  }
}

/** Lᵀ·x = b, over b. */
export function backward(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i] * b[k]
    b[i] = sum / l[i * n + i]
  }
}

/** L·Lᵀ·x = b, over b. */
export function solve(l: Float64Array, n: number, b: Float64Array): void {
  forward(l, n, b)
  backward(l, n, b)
}

/** L·z, such as correlated normals from independent ones, into `out`. */
export function lowerTimes(l: Float64Array, n: number, z: Float64Array, out: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let k = 0; k <= i; k++) sum += l[i * n + k] * z[k]
    out[i] = sum
  }
}

/** ln det(L·Lᵀ) */
export function logDeterminant(l: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.log(l[i * n + i])
  return 2 * sum
}

/** The inverse of L·Lᵀ. */
export function inverse(l: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n)
  const column = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    column.fill(0)
    column[j] = 1
    solve(l, n, column)
    for (let i = 0; i < n; i++) out[i * n + j] = column[i]
  }
  return out
}
