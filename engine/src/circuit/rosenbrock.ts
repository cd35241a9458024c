import { EngineFault } from '../fault.ts'

/** A system dx/dt = f(t, x) with its derivatives. All arrays are written into; the Jacobian goes by rows. */
export type System = {
  size: number
  right: (t: number, x: Float64Array, out: Float64Array) => void
  jacobian: (t: number, x: Float64Array, out: Float64Array) => void
  /** ∂f/∂t at fixed x. */
  drift: (t: number, x: Float64Array, out: Float64Array) => void
}

/**
 * Four linearly implicit stages of order three with an embedded order two, stable for however stiff a system (L-stable): a small stiff
 * system over weeks takes hundreds of steps where an explicit method takes a hundred thousand. Coefficients of the scheme RODAS3
 * (Sandu et al. 1997), in the form without products of the Jacobian.
 */
const gamma = 0.5
const a = [[], [0], [2, 0], [2, 0, 1]] as const satisfies readonly (readonly number[])[]
const c = [[], [4], [1, -1], [1, -1, -8 / 3]] as const
const m = [2, 0, 1, 1] as const
const alpha = [0, 0, 1, 1] as const
const drifts = [0.5, 1.5, 0, 0] as const

const stages = 4
const most = 100_000

/** Goes from `from` to `to` in place, each step off by less than the tolerance; `first` is the step to try, the one to try next is returned. */
export function advance(system: System, x: Float64Array, from: number, to: number, first: number, tolerance: number): number {
  const stepper = new Stepper(system)
  let [t, h] = [from, Math.min(first, to - from)]
  for (let tries = 0; tries < most; tries++) {
    const off = stepper.attempt(t, x, h, tolerance)
    const next = h * Math.min(5, Math.max(0.2, off === 0 ? 5 : 0.9 * off ** (-1 / 3)))
    if (off <= 1) {
      x.set(stepper.point)
      if (h >= to - t) return next
      t += h
    }
    h = Math.min(next, to - t)
  }
  throw new EngineFault([
    { input: 'tolerance', value: tolerance, expected: `one with which ${most} steps go from ${from} to ${to} d` },
  ])
}

class Stepper {
  /** Where the last attempt has led. */
  readonly point: Float64Array
  private readonly system: System
  private readonly jacobian: Float64Array
  private readonly pivots: Int32Array
  private readonly k: readonly Float64Array[]
  private readonly value: Float64Array
  private readonly drift: Float64Array

  constructor(system: System) {
    const { size } = system
    this.system = system
    this.jacobian = new Float64Array(size * size)
    this.pivots = new Int32Array(size)
    this.k = Array.from({ length: stages }, () => new Float64Array(size))
    this.point = new Float64Array(size)
    this.value = new Float64Array(size)
    this.drift = new Float64Array(size)
  }

  /** One step; how far off it may be, in tolerances: above 1 it must not be taken. */
  attempt(t: number, x: Float64Array, h: number, tolerance: number): number {
    const { system, jacobian, pivots, k, value } = this
    const { size } = system
    system.jacobian(t, x, jacobian)
    system.drift(t, x, this.drift)
    for (let i = 0; i < size * size; i++) jacobian[i] = -jacobian[i]
    for (let i = 0; i < size; i++) jacobian[i * size + i] += 1 / (h * gamma)
    eliminate(jacobian, size, pivots)
    for (let s = 0; s < stages; s++) {
      this.mix(x, a[s])
      system.right(t + alpha[s] * h, this.point, value)
      this.slope(s, h)
      substitute(jacobian, size, pivots, k[s])
    }
    this.mix(x, m)
    return this.error(tolerance)
  }

  /** `point` becomes x and a weighted sum of the stages. */
  private mix(x: Float64Array, weights: readonly number[]): void {
    this.point.set(x)
    weights.forEach((weight, j) => {
      for (let i = 0; i < this.point.length; i++) this.point[i] += weight * this.k[j][i]
    })
  }

  private slope(s: number, h: number): void {
    for (let i = 0; i < this.value.length; i++) {
      let sum = this.value[i] + h * drifts[s] * this.drift[i]
      for (let j = 0; j < s; j++) sum += (c[s][j] / h) * this.k[j][i]
      this.k[s][i] = sum
    }
  }

  /** The embedded order differs by the last stage alone. */
  private error(tolerance: number): number {
    const last = this.k[stages - 1]
    return this.point.reduce((off, x, i) => Math.max(off, Math.abs(last[i]) / (tolerance * (1 + Math.abs(x)))), 0)
  }
}

/** LU with row exchanges, in place. */
function eliminate(matrix: Float64Array, size: number, pivots: Int32Array): void {
  for (let col = 0; col < size; col++) {
    let pivot = col
    for (let row = col + 1; row < size; row++)
      if (Math.abs(matrix[row * size + col]) > Math.abs(matrix[pivot * size + col])) pivot = row
    pivots[col] = pivot
    for (let j = 0; j < size; j++) {
      const held = matrix[col * size + j]
      matrix[col * size + j] = matrix[pivot * size + j]
      matrix[pivot * size + j] = held
    }
    for (let row = col + 1; row < size; row++) {
      const factor = matrix[row * size + col] / matrix[col * size + col]
      matrix[row * size + col] = factor
      for (let j = col + 1; j < size; j++) matrix[row * size + j] -= factor * matrix[col * size + j]
    }
  }
}

function substitute(matrix: Float64Array, size: number, pivots: Int32Array, x: Float64Array): void {
  for (let col = 0; col < size; col++) {
    const held = x[col]
    x[col] = x[pivots[col]]
    x[pivots[col]] = held
  }
  for (let row = 1; row < size; row++) for (let j = 0; j < row; j++) x[row] -= matrix[row * size + j] * x[j]
  for (let row = size - 1; row >= 0; row--) {
    for (let j = row + 1; j < size; j++) x[row] -= matrix[row * size + j] * x[j]
    x[row] /= matrix[row * size + row]
  }
}
