import { factor, forward, inverse, logDeterminant } from '../numeric/cholesky.ts'
import type { Robust } from './loss.ts'
import type { Objective, Prior } from './objective.ts'

/**
 * One person’s measured samples seen from the mode, where a curve is nearly linear in the person. With B what the parameters do to the
 * samples, both in units of their SDs, a well-specified fit has residuals with the covariance (I + B·Bᵀ)⁻¹: they are smaller than the
 * errors, since the fit has followed them, and how much smaller is known.
 */
export class Look {
  /** In units of their SD, at the mode. */
  readonly residuals: Float64Array
  /** What the logarithm of a prediction does to its residual: a factor common to all moves them by this. */
  readonly common: Float64Array
  /** η in units of the prior. */
  readonly whitened: Float64Array
  readonly size: number
  /** −2 ln of the density of the logarithms of the samples, up to a constant of their number: what a slip is weighed by. */
  readonly surprise: number
  private readonly rows: Float64Array
  /** (I + Bᵀ·B)⁻¹ */
  private readonly inner: Float64Array

  /** `objective` must stand at its mode `eta`. */
  constructor(objective: Objective, prior: Prior, eta: Float64Array, values: Float64Array, robust: Robust) {
    const { size, predicted, loss, slopes } = objective
    const n = predicted.length
    this.size = size
    const units = predicted.map((f) => loss.unit(f))
    const raw = values.map((y, i) => loss.standardised(y, predicted[i]))
    this.residuals = robust === 'none' ? raw : raw.map((r) => asNormal(r, robust))
    this.common = predicted.map((f, i) => f / units[i])
    const lower = prior.covariance.slice()
    factor(lower, size)
    this.whitened = eta.slice()
    forward(lower, size, this.whitened)
    this.rows = new Float64Array(n * size)
    for (let i = 0; i < n; i++)
      for (let q = 0; q < size; q++)
        for (let p = q; p < size; p++) this.rows[i * size + q] += (lower[p * size + q] * slopes[p * n + i]) / units[i]
    const k = this.gram()
    for (let p = 0; p < size; p++) k[p * size + p] += 1
    factor(k, size)
    this.inner = inverse(k, size)
    const scale = units.reduce((sum, unit, i) => sum + 2 * Math.log(unit / values[i]), 0)
    this.surprise = squares(this.residuals) + squares(this.whitened) + logDeterminant(k, size) + (loss.isLogarithmic ? 0 : scale)
  }

  get count(): number {
    return this.residuals.length
  }

  /** What parameter p, by one SD of its own, does to the residuals, the others of the prior with it. */
  direction(p: number): Float64Array {
    return this.residuals.map((_, i) => this.rows[i * this.size + p])
  }

  /** How far the samples are off in a direction, in SDs: normal when nothing is wrong. 0 where the fit would take it all. */
  off(direction: Float64Array): number {
    const { along, variance } = this.seen(direction)
    return variance > 0 ? along / Math.sqrt(variance) : 0
  }

  /** How far to go in a direction to take the samples where they would be likeliest; 0 where the fit would take it all. */
  best(direction: Float64Array): number {
    const { along, variance } = this.seen(direction)
    return variance > 0 ? along / variance : 0
  }

  private seen(direction: Float64Array): { along: number; variance: number } {
    const { rows, inner, size, residuals } = this
    const seen = new Float64Array(size)
    let along = 0
    let squared = 0
    for (let i = 0; i < direction.length; i++) {
      along += direction[i] * residuals[i]
      squared += direction[i] * direction[i]
      for (let p = 0; p < size; p++) seen[p] += rows[i * size + p] * direction[i]
    }
    const variance = squared - form(inner, seen)
    return { along, variance: variance > 1e-9 * squared ? variance : 0 }
  }

  /** How far sample i is from where the others would have it, in SDs. */
  apart(i: number): number {
    const one = new Float64Array(this.count)
    one[i] = 1
    return this.off(one)
  }

  /** Σ residual² + prior distance: χ² with as many degrees of freedom as samples. */
  get joint(): number {
    return squares(this.residuals) + squares(this.whitened)
  }

  /** The part of the residuals that no body at all could take away: χ² with samples − parameters degrees of freedom. */
  get lack(): number {
    const { rows, size, residuals } = this
    const gram = this.gram()
    for (let p = 0; p < size; p++) gram[p * size + p] += 1e-10 * (1 + gram[p * size + p])
    if (!factor(gram, size)) return 0
    const seen = new Float64Array(size)
    residuals.forEach((r, i) => {
      for (let p = 0; p < size; p++) seen[p] += rows[i * size + p] * r
    })
    forward(gram, size, seen)
    return Math.max(0, squares(residuals) - squares(seen))
  }

  private gram(): Float64Array {
    const { rows, size } = this
    const out = new Float64Array(size * size)
    for (let i = 0; i < rows.length; i += size)
      for (let p = 0; p < size; p++) for (let q = 0; q < size; q++) out[p * size + q] += rows[i + p] * rows[i + q]
    return out
  }
}

const squares = (x: Float64Array) => x.reduce((sum, each) => sum + each * each, 0)

const form = (a: Float64Array, x: Float64Array) =>
  a.reduce((sum, each, i) => sum + each * x[Math.floor(i / x.length)] * x[i % x.length], 0)

/** A Student-t as the normal that is as far out (Wallace 1959). */
const asNormal = (r: number, df: number) =>
  Math.sign(r) * Math.sqrt(df * Math.log1p((r * r) / df)) * ((8 * df + 1) / (8 * df + 3))
