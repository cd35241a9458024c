import { modes } from '../numeric/modes.ts'
import { type Body, dispositionOf } from './body.ts'
import { threeRates } from './three-rates.ts'

/** Places in a body, as `fittable` has them; numbers here, where the compiler can see them. */
const cl = 0
const v1 = 1
const q2 = 2
const v2 = 3
const q3 = 4
const v3 = 5
const qh = 6
const vh = 7
const kel = 8

/** Room for this many modes. */
export const most = 4

/**
 * Plasma after a unit bolus is Σ weight·e^(−rate·t). With A·u = rate·V·u (A the flows, V the volumes, uᵀ·V·u = 1) the weight is u₁², and
 * a parameter moves a rate by uᵀ·(dA − rate·dV)·u: sums of like terms, exact, no differences of perturbed curves.
 */
export class Spectrum {
  count = 0
  readonly rates = new Float64Array(most)
  readonly weights = new Float64Array(most)
  /** By parameter, then mode: what the logarithm of the parameter does to the weight, and to the rate times the weight. */
  readonly weightSlopes: Float64Array
  readonly rateSlopes: Float64Array
  private readonly varied: Int32Array
  private readonly shares = new Float64Array(3)
  private readonly gaps = new Float64Array(3)

  /** `varied`: places in a body of the parameters whose effect is wanted. */
  constructor(varied: ArrayLike<number>) {
    this.varied = Int32Array.from(varied)
    this.weightSlopes = new Float64Array(varied.length * most)
    this.rateSlopes = new Float64Array(varied.length * most)
  }

  /** Rates, weights and all slopes of a body. */
  of(body: Body): void {
    const before = this.count
    const three = this.setRates(body)
    if (this.count < before) this.clear()
    for (let m = 0; m < this.count; m++) if (!three || !this.setThree(body.values, m)) this.setMode(body, m)
  }

  /** Modes that are there no longer weigh nothing. */
  private clear(): void {
    this.weights.fill(0)
    this.weightSlopes.fill(0)
    this.rateSlopes.fill(0)
  }

  /** True for three compartments without a liver, by the short way. */
  private setRates(body: Body): boolean {
    const x = body.values
    const three =
      x[q2] > 0 &&
      x[q3] > 0 &&
      x[qh] === 0 &&
      threeRates(x[cl] / x[v1], x[q2] / x[v1], x[q2] / x[v2], x[q3] / x[v1], x[q3] / x[v3], this.rates)
    if (three) this.count = 3
    else {
      const { rates } = modes(dispositionOf(body))
      this.count = rates.length
      this.rates.set(rates)
    }
    return three
  }

  /** A mode of three compartments, written out as most fits spend their time here; false when it is out of reach. */
  private setThree(x: Float64Array, m: number): boolean {
    const { varied, rates, weights, weightSlopes, rateSlopes } = this
    const rate = rates[m]
    const per2 = x[q2] / x[v2]
    const per3 = x[q3] / x[v3]
    const inverse2 = 1 / (per2 - rate)
    const inverse3 = 1 / (per3 - rate)
    const share2 = per2 * inverse2
    const share3 = per3 * inverse3
    const held2 = x[v2] * share2 * share2
    const held3 = x[v3] * share3 * share3
    const norm = x[v1] + held2 + held3
    if (!(norm < Infinity)) return false
    const weight = 1 / norm
    const bend = 2 * (held2 * inverse2 + held3 * inverse3)
    weights[m] = weight
    for (let p = 0; p < varied.length; p++) {
      const parameter = varied[p]
      let moves = x[cl]
      let bends = 0
      if (parameter !== cl) {
        const third = parameter === q3 || parameter === v3
        const held = third ? held3 : held2
        const past = 1 - (third ? share3 : share2)
        if (parameter === v1) {
          moves = -rate * x[v1]
          bends = x[v1]
        } else if (parameter === q2 || parameter === q3) {
          moves = x[parameter] * past * past
          bends = 2 * held * past
        } else {
          moves = -rate * held
          bends = held - 2 * held * past
        }
      }
      const slope = weight * moves
      rateSlopes[p * most + m] = weight * slope
      weightSlopes[p * most + m] = -weight * weight * (bends + slope * bend)
    }
    return true
  }

  private setMode({ values: x, metabolised }: Body, m: number): void {
    const { shares, gaps } = this
    const rate = this.rates[m]
    let norm = x[v1]
    let bend = 0
    for (let j = 0; j < 3; j++) {
      const flow = x[q2 + 2 * j]
      if (flow === 0) continue
      const volume = x[v2 + 2 * j]
      const gap = flow / volume + (j === 2 ? x[kel] + metabolised : 0) - rate
      const share = flow / volume / gap
      gaps[j] = gap
      shares[j] = share
      norm += volume * share * share
      bend += (2 * volume * share * share) / gap
    }
    // A mode that plasma does not see: its weight and both slopes vanish together.
    const weight = norm < Infinity ? 1 / norm : 0
    this.weights[m] = weight
    for (let p = 0; p < this.varied.length; p++) {
      const place = p * most + m
      if (weight === 0) {
        this.rateSlopes[place] = 0
        this.weightSlopes[place] = 0
      } else this.setSlopes(x, metabolised, this.varied[p], place, rate, weight, bend)
    }
  }

  private setSlopes(
    x: Float64Array,
    metabolised: number,
    parameter: number,
    place: number,
    rate: number,
    weight: number,
    bend: number,
  ): void {
    let moves = 0
    let norm = 0
    if (parameter === cl) moves = x[cl]
    else if (parameter === v1) {
      moves = -rate * x[v1]
      norm = x[v1]
    } else if (parameter === kel) {
      const lost = x[kel] * x[vh] * this.shares[2] * this.shares[2]
      moves = lost
      norm = (-2 * lost) / this.gaps[2]
    } else {
      const j = (parameter - q2) >> 1
      const volume = x[v2 + 2 * j]
      const share = this.shares[j]
      const held = volume * share * share
      if (parameter === q2 || parameter === q3 || parameter === qh) {
        moves = x[parameter] * (1 - share) * (1 - share)
        norm = 2 * held * (1 - share)
      } else {
        moves = held * ((j === 2 ? x[kel] + metabolised : 0) - rate)
        norm = held - 2 * held * (1 - share)
      }
    }
    const slope = weight * moves
    this.rateSlopes[place] = weight * slope
    this.weightSlopes[place] = -weight * weight * (norm + slope * bend)
  }
}
