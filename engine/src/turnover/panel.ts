/** How many Chebyshev–Lobatto points a panel has, both ends included. */
export const nodes = 16

const last = nodes - 1
const angles = Array.from({ length: nodes }, (_, j) => (Math.PI * (last - j)) / last)
const isEnd = (j: number) => j === 0 || j === last

/** Where the points lie on a panel from 0 to 1; the same from both ends. */
export const places = Float64Array.from(angles, (angle) => Math.cos(angle / 2) ** 2)

/** By rows: from values at the points to the coefficients of the Chebyshev series. */
export const toCoefficients = matrix((k, j) => {
  const share = (isEnd(j) ? 1 : 2) * (isEnd(k) ? 1 : 2)
  return (share / (2 * last)) * Math.cos(k * angles[j])
})

/** By rows: from values at the points of a panel of length 1 to the integral from its start to each point. */
export const toIntegrals = matrix((i, j) => {
  let sum = 0
  for (let k = 0; k < nodes; k++) sum += integralOfTerm(k, angles[i]) * toCoefficients[k * nodes + j]
  return sum / 2
})

/** The integral of the k-th Chebyshev polynomial from −1 to the cosine of an angle. */
function integralOfTerm(k: number, angle: number): number {
  if (k === 0) return Math.cos(angle) + 1
  if (k === 1) return (Math.cos(2 * angle) - 1) / 4
  const at = (x: number) => (Math.cos((k + 1) * x) / (k + 1) - Math.cos((k - 1) * x) / (k - 1)) / 2
  return at(angle) - at(Math.PI)
}

function matrix(entry: (row: number, column: number) => number): Float64Array {
  return Float64Array.from({ length: nodes * nodes }, (_, place) => entry(Math.floor(place / nodes), place % nodes))
}

/** matrix · values. */
export function times(matrix: Float64Array, values: Float64Array, out: Float64Array): void {
  for (let i = 0; i < nodes; i++) {
    let sum = 0
    for (let j = 0; j < nodes; j++) sum += matrix[i * nodes + j] * values[j]
    out[i] = sum
  }
}

/** The size of the last two terms of the series through the values: what a panel leaves unsaid. */
export function tail(values: Float64Array): number {
  let [even, odd] = [0, 0]
  for (let j = 0; j < nodes; j++) {
    even += toCoefficients[(last - 1) * nodes + j] * values[j]
    odd += toCoefficients[last * nodes + j] * values[j]
  }
  return Math.abs(even) + Math.abs(odd)
}

/** The series at a place (0 to 1) of the panel. */
export function seriesAt(coefficients: Float64Array, place: number): number {
  const x = 4 * place - 2
  let [one, two] = [0, 0]
  for (let k = last; k > 0; k--) [one, two] = [coefficients[k] + x * one - two, one]
  return coefficients[0] + (x / 2) * one - two
}
