import type { Body } from './body.ts'
import { Curve } from './curve.ts'
import type { Loss } from './loss.ts'
import type { Schedule } from './schedule.ts'
import { most, Spectrum } from './spectrum.ts'

/** What is said before any sample: which parameters vary (places in a body) the covariance of their logarithms and its inverse, by rows. */
export type Prior = { varied: Int32Array; covariance: Float64Array; precision: Float64Array }

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
  /** By parameter, then look. */
  private readonly slopes: Float64Array
  private readonly steepness: Float64Array
  private readonly curvature: Float64Array
  private samples: Samples

  constructor(schedule: Schedule, prior: Prior, loss: Loss) {
    const size = prior.varied.length
    this.size = size
    this.prior = prior
    this.loss = loss
    this.gradient = new Float64Array(size)
    this.information = new Float64Array(size * size)
    this.slopes = new Float64Array(size * schedule.looks)
    this.steepness = new Float64Array(schedule.looks)
    this.curvature = new Float64Array(schedule.looks)
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
    this.predict()
    this.value = this.lose()
    for (let p = 0; p < this.size; p++) this.combine(p, eta)
  }

  /** This person's body at η. */
  bodyOf(eta: Float64Array): Body {
    const values = this.typical.slice()
    eta.forEach((x, p) => {
      values[this.prior.varied[p]] *= Math.exp(x)
    })
    return { values, metabolised: this.body.metabolised }
  }

  /** d ln f / dη of one sample, where `at` was last. */
  sensitivities(look: number): Float64Array {
    return this.gradient.map((_, p) => this.slopes[p * this.predicted.length + look] / this.predicted[look])
  }

  /** Predictions, and what each varied parameter does to them. */
  private predict(): void {
    const { weights, weightSlopes, rateSlopes } = this.spectrum
    this.mix(weights, weights, 0, 0, this.predicted, 0)
    for (let p = 0; p < this.size; p++) this.mix(weightSlopes, rateSlopes, p * most, 1, this.slopes, p * this.predicted.length)
  }

  /** Σ a·pool + on·b·slope of the pool, over the modes: written out, since here a fit spends its time. */
  private mix(a: Float64Array, b: Float64Array, from: number, on: number, out: Float64Array, to: number): void {
    const { pools, poolSlopes } = this.curve
    const n = this.predicted.length
    const [fast, middle, slow] = [a[from], a[from + 1], a[from + 2]]
    const [fastSlope, middleSlope, slowSlope] = [on * b[from], on * b[from + 1], on * b[from + 2]]
    for (let i = 0; i < n; i++)
      out[to + i] =
        fast * pools[i] +
        middle * pools[n + i] +
        slow * pools[2 * n + i] +
        fastSlope * poolSlopes[i] +
        middleSlope * poolSlopes[n + i] +
        slowSlope * poolSlopes[2 * n + i]
    if (this.spectrum.count > 3)
      for (let i = 0; i < n; i++) out[to + i] += a[from + 3] * pools[3 * n + i] + on * b[from + 3] * poolSlopes[3 * n + i]
  }

  /** The loss of every sample, with its slope and curvature in the prediction; returns the sum. */
  private lose(): number {
    const { loss, predicted, steepness, curvature } = this
    const { values, below } = this.samples
    let sum = 0
    for (let i = 0; i < predicted.length; i++) {
      // Below the smallest double nothing is left to take a logarithm of.
      const f = Math.max(predicted[i], tiny)
      predicted[i] = f
      if (below[i] === 1) loss.below(values[i], f)
      else loss.measured(values[i], f)
      sum += loss.value
      steepness[i] = loss.slope
      curvature[i] = loss.curvature
    }
    return sum
  }

  /** Row p of gradient and information, prior and samples together; adds the prior's share of the value. */
  private combine(p: number, eta: Float64Array): void {
    const { size, slopes, steepness, curvature } = this
    const { precision } = this.prior
    const n = curvature.length
    let pull = 0
    for (let q = 0; q < size; q++) pull += precision[p * size + q] * eta[q]
    this.value += eta[p] * pull
    let gradient = 2 * pull
    for (let i = 0; i < n; i++) gradient += steepness[i] * slopes[p * n + i]
    this.gradient[p] = gradient
    for (let q = 0; q <= p; q++) {
      let sum = 2 * precision[p * size + q]
      for (let i = 0; i < n; i++) sum += curvature[i] * slopes[p * n + i] * slopes[q * n + i]
      this.information[p * size + q] = sum
    }
  }
}

const tiny = 1e-300
