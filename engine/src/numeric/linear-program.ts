/**
 * The x that makes c·x highest with A·x ≤ b and x ≥ 0, where b ≥ 0, so that nothing is a beginning: the simplex method on a dense tableau.
 * `rows` are those of A. Of choices alike in gain the first is taken, and after many that gain nothing the first that gains at all (Bland).
 */
export function highest(c: Float64Array, rows: readonly Float64Array[], b: Float64Array): Float64Array {
  const [n, m] = [c.length, rows.length]
  const wide = n + 1
  const tableau = rows.map((row, i) => {
    const line = new Float64Array(wide)
    line.set(row)
    line[n] = Math.max(0, b[i])
    return line
  })
  const gains = new Float64Array(wide)
  gains.set(c)
  // Names of what stands at a column and in a row: x below n, slacks from n on.
  const columns = Int32Array.from({ length: n }, (_, j) => j)
  const basis = Int32Array.from({ length: m }, (_, i) => n + i)
  for (let pivots = 0; pivots < most * (n + m); pivots++) {
    const enters = entering(gains, columns, n, pivots > patient * (n + m))
    const leaves = enters < 0 ? -1 : leaving(tableau, basis, enters, n)
    if (leaves < 0) break
    pivot(tableau, gains, leaves, enters)
    const out = basis[leaves]
    basis[leaves] = columns[enters]
    columns[enters] = out
  }
  const x = new Float64Array(n)
  basis.forEach((name, i) => {
    if (name < n) x[name] = Math.max(0, tableau[i][n])
  })
  return x
}

const [most, patient, tiny] = [20, 5, 1e-11]

function entering(gains: Float64Array, columns: Int32Array, n: number, isPlain: boolean): number {
  let best = -1
  for (let j = 0; j < n; j++) {
    if (!(gains[j] > tiny)) continue
    if (best < 0 || (isPlain ? columns[j] < columns[best] : gains[j] > gains[best])) best = j
  }
  return best
}

function leaving(tableau: readonly Float64Array[], basis: Int32Array, column: number, n: number): number {
  let [best, least] = [-1, Infinity]
  for (let i = 0; i < tableau.length; i++) {
    const by = tableau[i][column]
    if (!(by > tiny)) continue
    const ratio = tableau[i][n] / by
    if (ratio < least || (ratio === least && basis[i] < basis[best])) [best, least] = [i, ratio]
  }
  return best
}

/** Swaps what stands at a column with what stands in a row. */
function pivot(tableau: readonly Float64Array[], gains: Float64Array, row: number, column: number): void {
  const line = tableau[row]
  const inverse = 1 / line[column]
  for (let j = 0; j < line.length; j++) line[j] *= inverse
  line[column] = inverse
  const clear = (other: Float64Array) => {
    const by = other[column]
    if (by === 0) return
    other[column] = 0
    for (let j = 0; j < line.length; j++) other[j] -= by * line[j]
  }
  for (const other of tableau) if (other !== line) clear(other)
  clear(gains)
}
