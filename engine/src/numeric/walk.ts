import type { Piece } from '../regimen.ts'
import { fill, fillThrough, pass } from './kernels.ts'
import type { Modes } from './modes.ts'

/**
 * One subject on the way through a regimen: the modes of plasma and one effect site that follows it at ke0 (1/min; 0 for none).
 * Exact from any time to any later one, so the number of stops changes nothing. Equal steps are prepared once.
 */
export class Walk {
  readonly modes: Modes
  readonly ke0: number
  readonly pieces: readonly Piece[]
  readonly states: Float64Array
  effectSite = 0
  private piece = 0
  private now: number
  private step = Number.NaN
  private keepsEffect = 1
  private readonly keeps: Float64Array
  private readonly gains: Float64Array
  private readonly passes: Float64Array
  private readonly passesGain: Float64Array

  constructor(modes: Modes, ke0: number, pieces: readonly Piece[]) {
    const n = modes.rates.length
    this.modes = modes
    this.ke0 = ke0
    this.pieces = pieces
    this.states = new Float64Array(n)
    this.keeps = new Float64Array(n)
    this.gains = new Float64Array(n)
    this.passes = new Float64Array(n)
    this.passesGain = new Float64Array(n)
    this.now = pieces[0].from
    this.give(pieces[0].bolus)
  }

  get plasma(): number {
    let sum = 0
    for (let m = 0; m < this.states.length; m++) sum += this.states[m]
    return sum
  }

  /** Goes on to a time (min) that is not before the present one; a bolus at that very time has been given on arrival. */
  to(time: number): void {
    while (time >= this.pieces[this.piece].to) {
      const { to } = this.pieces[this.piece]
      this.advanceTo(to)
      this.now = to
      this.piece += 1
      this.give(this.pieces[this.piece].bolus)
    }
    this.advanceTo(time)
  }

  private give(mg: number): void {
    for (let m = 0; m < this.states.length; m++) this.states[m] += mg * this.modes.weights[m]
  }

  private advanceTo(time: number): void {
    const step = time - this.now
    if (step <= 0) return
    // A grid like 0.1, 0.2, 0.3 has equal steps but for the last digit of the clock.
    if (!(Math.abs(step - this.step) <= 4 * Number.EPSILON * Math.abs(time))) this.prepare(step)
    this.now += this.step
    this.advance(this.pieces[this.piece].rate)
  }

  private advance(rate: number): void {
    const { states, keeps, gains, passes, passesGain } = this
    let effect = this.effectSite * this.keepsEffect
    for (let m = 0; m < states.length; m++) {
      effect += states[m] * passes[m] + rate * passesGain[m]
      states[m] = states[m] * keeps[m] + rate * gains[m]
    }
    this.effectSite = effect
  }

  private prepare(step: number): void {
    const { ke0 } = this
    const { rates, weights } = this.modes
    this.step = step
    this.keepsEffect = Math.exp(-ke0 * step)
    for (let m = 0; m < rates.length; m++) {
      this.keeps[m] = Math.exp(-rates[m] * step)
      this.gains[m] = weights[m] * fill(rates[m], step)
      this.passes[m] = ke0 === 0 ? 0 : ke0 * pass(rates[m], ke0, step)
      this.passesGain[m] = ke0 === 0 ? 0 : ke0 * weights[m] * fillThrough(rates[m], ke0, step)
    }
  }
}
