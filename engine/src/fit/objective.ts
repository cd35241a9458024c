import type { Body } from './body.ts'
import { Curve } from './curve.ts'
import type { Loss } from './loss.ts'
import type { Schedule } from './schedule.ts'
import { most, Spectrum } from './spectrum.ts'

/** What is said before any sample: which parameters vary (places in a body) and the inverse of the covariance of their logarithms, by rows. */
export type Prior = { varied: Int32Array; precision: Float64Array }

/** One person's samples at the looks of a schedule: mg/L, and 1 where it only says "below this". */
export type Samples = { values: Float64Array; below: Uint8Array }

/**
 * Σ loss + ηᵀ·Ω⁻¹·η, twice the negative log-posterior up to a constant, with its gradient and its expected second derivative. η are the
 * logarithms of what the typical parameters are multiplied by. Made once, then used for one person after the other without new memory.
 */
export class Objective {
  readonly size: number
  value = 0
  readonly gradient: Float64Array
  readonly information: Float64Array
  readonly predicted: Float64Array
  readonly body: Body
  evaluations = 0
  readonly loss: Loss
  private readonly prior: Prior
  private readonly typical: Float64Array
  private readonly spectrum: Spectrum
  private readonly curve: Curve
  private readonly slopes: Float64Array
  private samples: Samples

  constructor(schedule: Schedule, prior: Prior, loss: Loss) {
    const size = prior.varied.length
    this.size = size
    this.prior = prior
    this.loss = loss
    this.gradient = new Float64Array(size)
    this.information = new Float64Array(size * size)
    this.slopes = new Float64Array(size)
    this.predicted = new Float64Array(schedule.looks)
    this.samples = { values: new Float64Array(schedule.looks), below: new Uint8Array(schedule.looks) }
    this.body = { values: new Float64Array(9), metabolised: 0 }
    this.typical = new Float64Array(9)
    this.spectrum = new Spectrum(prior.varied)
    this.curve = new Curve(schedule)
  }

  /** The person whose turn it is: the typical body for one like that, and the samples. */
  person(typical: Body, samples: Samples): void {
    this.typical.set(typical.values)
    this.body.values.set(typical.values)
    this.body.metabolised = typical.metabolised
    this.samples = samples
    this.evaluations = 0
  }

  /** Value, gradient, information and predictions at η. */
  at(eta: Float64Array): void {
    const { varied } = this.prior
    this.evaluations++
    for (let p = 0; p < this.size; p++) this.body.values[varied[p]] = this.typical[varied[p]] * Math.exp(eta[p])
    this.spectrum.of(this.body)
    this.curve.of(this.spectrum)
    this.startFromPrior(eta)
    for (let i = 0; i < this.predicted.length; i++) this.add(i)
  }

  private startFromPrior(eta: Float64Array): void {
    const { size, gradient, information } = this
    const { precision } = this.prior
    let value = 0
    for (let p = 0; p < size; p++) {
      let sum = 0
      for (let q = 0; q < size; q++) {
        sum += precision[p * size + q] * eta[q]
        information[p * size + q] = 2 * precision[p * size + q]
      }
      value += eta[p] * sum
      gradient[p] = 2 * sum
    }
    this.value = value
  }

  private add(i: number): void {
    const { size, slopes, gradient, information, loss } = this
    const f = this.predict(i)
    if (this.samples.below[i] === 1) loss.below(this.samples.values[i], f)
    else loss.measured(this.samples.values[i], f)
    const { slope, curvature } = loss
    this.value += loss.value
    for (let p = 0; p < size; p++) {
      const along = slopes[p]
      gradient[p] += slope * along
      const bent = curvature * along
      for (let q = 0; q <= p; q++) information[p * size + q] += bent * slopes[q]
    }
  }

  /** The prediction at a look, and what each varied parameter does to it. */
  private predict(i: number): number {
    const { count, weights, weightSlopes, rateSlopes } = this.spectrum
    const { pools, poolSlopes, schedule } = this.curve
    const { slopes, size } = this
    slopes.fill(0)
    let f = 0
    for (let m = 0; m < count; m++) {
      const pool = pools[m * schedule.looks + i]
      const poolSlope = poolSlopes[m * schedule.looks + i]
      f += weights[m] * pool
      for (let p = 0; p < size; p++) slopes[p] += weightSlopes[p * most + m] * pool + rateSlopes[p * most + m] * poolSlope
    }
    // Below the smallest double nothing is left to take a logarithm of.
    if (f < tiny) f = tiny
    this.predicted[i] = f
    return f
  }
}

const tiny = 1e-300
