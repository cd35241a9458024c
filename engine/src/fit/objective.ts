import type { Body } from './body.ts'
import { Curve, stride } from './curve.ts'
import type { Loss } from './loss.ts'
import type { Schedule } from './schedule.ts'
import { most, Spectrum } from './spectrum.ts'
import { addThree } from './three-slopes.ts'

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
  private readonly startSpectrum: Spectrum
  private readonly startCurve: Curve
  private readonly onwardSpectrum: Spectrum
  private readonly onwardCurve: Curve
  /** Those of the last place. */
  private spectrum: Spectrum
  private curve: Curve
  private isStartKnown = false
  /** By parameter, then look. */
  readonly slopes: Float64Array
  readonly steepness: Float64Array
  readonly curvature: Float64Array
  private readonly bent: Float64Array
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
    this.bent = new Float64Array(schedule.looks)
    this.predicted = new Float64Array(schedule.looks)
    this.samples = { values: new Float64Array(schedule.looks), below: new Uint8Array(schedule.looks) }
    this.body = { values: new Float64Array(9), metabolised: 0 }
    this.typical = new Float64Array(9)
    this.startSpectrum = new Spectrum(prior.varied)
    this.startCurve = new Curve(schedule)
    this.onwardSpectrum = new Spectrum(prior.varied)
    this.onwardCurve = new Curve(schedule)
    this.spectrum = this.startSpectrum
    this.curve = this.startCurve
  }

  /** The person whose turn it is: the typical body for one like that, and the samples. */
  person(typical: Body, samples: Samples): void {
    const { values } = typical
    let same = typical.metabolised === this.body.metabolised
    for (let i = 0; i < values.length; i++) {
      same = same && values[i] === this.typical[i]
      this.typical[i] = values[i]
      this.body.values[i] = values[i]
    }
    this.body.metabolised = typical.metabolised
    this.isStartKnown = this.isStartKnown && same
    this.samples = samples
    this.evaluations = 0
  }

  /** Value, gradient, information and predictions at η; an infinite value alone where nobody is. */
  at(eta: Float64Array): void {
    this.evaluations++
    if (isNobody(eta)) {
      this.value = Infinity
      return
    }
    this.go(eta)
    this.predict()
    this.value = this.lose()
    for (let p = 0; p < this.size; p++) this.lead(p, eta)
    if (this.size === 3 && this.spectrum.count === 3) addThree(this.spectrum, this.curve, this)
    else
      for (let p = 0; p < this.size; p++) {
        this.lean(p)
        this.combine(p)
      }
  }

  /** Spectrum and curve at η. The typical body, from which everybody alike begins, is remembered. */
  private go(eta: Float64Array): void {
    const { varied } = this.prior
    let isStart = true
    for (let p = 0; p < this.size; p++) {
      isStart = isStart && eta[p] === 0
      this.body.values[varied[p]] = this.typical[varied[p]] * Math.exp(eta[p])
    }
    this.spectrum = isStart ? this.startSpectrum : this.onwardSpectrum
    this.curve = isStart ? this.startCurve : this.onwardCurve
    if (isStart && this.isStartKnown) return
    this.spectrum.of(this.body)
    this.curve.of(this.spectrum)
    if (isStart) this.isStartKnown = true
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

  private predict(): void {
    const { predicted } = this
    const { pools } = this.curve
    const { weights } = this.spectrum
    const fast = weights[0]
    const middle = weights[1]
    const slow = weights[2]
    const last = weights[3]
    for (let i = 0, at = 0; i < predicted.length; i++, at += stride)
      predicted[i] = fast * pools[at] + middle * pools[at + 1] + slow * pools[at + 2] + last * pools[at + 3]
  }

  /** What parameter p does to the predictions, into its row of the slopes: written out, since here a fit spends its time. */
  private lean(p: number): void {
    const { slopes } = this
    const { weightSlopes, rateSlopes } = this.spectrum
    const { pools, poolSlopes } = this.curve
    const from = p * most
    const fast = weightSlopes[from]
    const middle = weightSlopes[from + 1]
    const slow = weightSlopes[from + 2]
    const fastRate = rateSlopes[from]
    const middleRate = rateSlopes[from + 1]
    const slowRate = rateSlopes[from + 2]
    const n = this.predicted.length
    for (let i = 0, at = 0; i < n; i++, at += stride)
      slopes[p * n + i] =
        fast * pools[at] +
        middle * pools[at + 1] +
        slow * pools[at + 2] +
        (fastRate * poolSlopes[at] + middleRate * poolSlopes[at + 1] + slowRate * poolSlopes[at + 2])
    if (this.spectrum.count < most) return
    const [last, lastRate] = [weightSlopes[from + 3], rateSlopes[from + 3]]
    for (let i = 0, at = 3; i < n; i++, at += stride) slopes[p * n + i] += last * pools[at] + lastRate * poolSlopes[at]
  }

  /** The loss of every sample, with its slope and curvature in the prediction; returns the sum. */
  private lose(): number {
    const { predicted } = this
    // Below the smallest double nothing is left to take a logarithm of.
    for (let i = 0; i < predicted.length; i++) if (!(predicted[i] > tiny)) predicted[i] = Math.max(predicted[i], tiny)
    return this.loss.all(this.samples.values, this.samples.below, predicted, this.steepness, this.curvature)
  }

  /** Row p of gradient and information as far as the prior goes; adds its share of the value. */
  private lead(p: number, eta: Float64Array): void {
    const { size } = this
    const { precision } = this.prior
    let pull = 0
    for (let q = 0; q < size; q++) pull += precision[p * size + q] * eta[q]
    this.value += eta[p] * pull
    this.gradient[p] = 2 * pull
    for (let q = 0; q <= p; q++) this.information[p * size + q] = 2 * precision[p * size + q]
  }

  /** Adds the samples to row p. */
  private combine(p: number): void {
    const { size, slopes, steepness, curvature, bent } = this
    const n = curvature.length
    let gradient = 0
    for (let i = 0; i < n; i++) {
      const slope = slopes[p * n + i]
      gradient += steepness[i] * slope
      bent[i] = curvature[i] * slope
    }
    this.gradient[p] += gradient
    for (let q = 0; q <= p; q++) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += bent[i] * slopes[q * n + i]
      this.information[p * size + q] += sum
    }
  }
}

const tiny = 1e-300

/** So far out nobody is, and a step that leads there is taken back: e⁴⁰-fold parameters would leave what a double can multiply. */
const utmost = 40

function isNobody(eta: Float64Array): boolean {
  for (let p = 0; p < eta.length; p++) if (!(eta[p] < utmost && eta[p] > -utmost)) return true
  return false
}
