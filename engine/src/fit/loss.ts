import type { Residual } from '../model.ts'
import { density, distribution } from '../numeric/normal.ts'

/** 'none', or the degrees of freedom of a Student-t whose scale is the residual SD: few of them forgive an outlier more. */
export type Robust = 'none' | number

/**
 * How far one observation is from what is predicted: twice the negative log-likelihood up to a constant, its slope in the prediction, and
 * its expected curvature (Fisher), which is never negative.
 */
export class Loss {
  value = 0
  slope = 0
  curvature = 0
  /** What the observation counts, against 1 without outliers in mind. */
  weight = 1
  readonly isLogarithmic: boolean
  private readonly proportional: number
  private readonly additive: number
  private readonly df: number

  constructor(residual: Residual, robust: Robust) {
    this.isLogarithmic = 'logSd' in residual
    this.proportional = 'logSd' in residual ? 0 : residual.proportional ** 2
    this.additive = 'logSd' in residual ? residual.logSd ** 2 : residual.additive ** 2
    this.df = robust === 'none' ? Infinity : robust
  }

  /** What the variance of an error is made of (a share of f², and what is added), if errors are normal and never next to none. */
  get variances(): readonly [number, number] | undefined {
    const isPlain = !this.isLogarithmic && this.df === Infinity && this.additive > safe ** 0.25
    return isPlain ? [this.proportional, this.additive] : undefined
  }

  /** Of a measured concentration, both in mg/L. */
  measured(y: number, f: number): void {
    if (this.isLogarithmic) this.setLogarithmic(Math.log(y / f), f)
    else this.setNatural(y - f, f)
  }

  /**
   * The same for all samples of one person, each measured (0) or below a limit (1): slopes and curvatures into their lists, the sum is
   * returned. Where the error is normal, as most are, the logarithms of the variances are taken of their product.
   */
  all(values: Float64Array, below: Uint8Array, predicted: Float64Array, slopes: Float64Array, curvatures: Float64Array): number {
    const { proportional, additive } = this
    const plain = !this.isLogarithmic && this.df === Infinity && additive > safe
    let sum = 0
    let product = 1
    for (let i = 0; i < predicted.length; i++) {
      const f = predicted[i]
      if (plain && below[i] === 0) {
        const variance = proportional * f * f + additive
        const inverse = 1 / variance
        const off = values[i] - f
        const bend = 2 * proportional * f * inverse
        const scaled = off * inverse
        sum += off * scaled
        slopes[i] = (1 - off * scaled) * bend - 2 * scaled
        curvatures[i] = 2 * inverse + bend * bend
        product *= variance
        if (product > safe && product < 1 / safe) continue
        sum += Math.log(product / variance) + Math.log(variance)
        product = 1
      } else {
        if (below[i] === 1) this.below(values[i], f)
        else this.measured(values[i], f)
        sum += this.value
        slopes[i] = this.slope
        curvatures[i] = this.curvature
      }
    }
    return sum + Math.log(product)
  }

  private setLogarithmic(r: number, f: number): void {
    const variance = this.additive
    this.forgive((r * r) / variance, Math.log(variance))
    this.slope = (-2 * this.weight * r) / (variance * f)
    this.curvature = (2 * this.location()) / (variance * f * f)
  }

  private setNatural(r: number, f: number): void {
    const variance = this.proportional * f * f + this.additive
    const bend = (2 * this.proportional * f) / variance
    const squared = (r * r) / variance
    this.forgive(squared, Math.log(variance))
    this.slope = (-2 * this.weight * r) / variance + (1 - this.weight * squared) * bend
    const spread = this.df === Infinity ? 1 : this.df / (this.df + 3)
    this.curvature = (2 * this.location()) / variance + spread * bend * bend
  }

  private forgive(squared: number, logVariance: number): void {
    const { df } = this
    this.weight = df === Infinity ? 1 : (df + 1) / (df + squared)
    this.value = logVariance + (df === Infinity ? squared : (df + 1) * Math.log1p(squared / df))
  }

  private location(): number {
    return this.df === Infinity ? 1 : (this.df + 1) / (this.df + 3)
  }

  /** Of a sample below a limit of quantification (mg/L): the chance that a normal error leaves it there. */
  below(limit: number, f: number): void {
    this.weight = 1
    const sd = Math.sqrt(this.proportional * f * f + this.additive)
    const z = (this.isLogarithmic ? Math.log(limit / f) : limit - f) / sd
    const zSlope = this.isLogarithmic ? -1 / (sd * f) : -1 / sd - (z * this.proportional * f) / (sd * sd)
    const chance = Math.max(distribution(z), 1e-300)
    const hazard = z < -37 ? -z : density(z) / chance
    this.value = z < -37 ? z * z : -2 * Math.log(chance)
    this.slope = -2 * hazard * zSlope
    this.curvature = 2 * hazard * (hazard + z) * zSlope * zSlope
  }

  /** What one SD of an error is at a prediction, mg/L; of a logarithm, to first order. */
  unit(f: number): number {
    const sd = Math.sqrt(this.proportional * f * f + this.additive)
    return this.isLogarithmic ? f * sd : sd
  }

  /** The residual in units of its SD. */
  standardised(y: number, f: number): number {
    return (this.isLogarithmic ? Math.log(y / f) : y - f) / Math.sqrt(this.proportional * f * f + this.additive)
  }
}

/** Variances whose product is between this and its inverse have lost no digit. */
const safe = 1e-140
