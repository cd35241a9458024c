import type { Piece } from '../regimen.ts'
import type { Modes } from './modes.ts'
import { evenly } from './plan.ts'
import { fill, fillThrough, pass } from './pools.ts'

/** Three compartments have three modes, a liver adds one; fewer leave the rest at zero. */
const most = 4

/**
 * One subject on the way through a regimen: the modes of plasma and one effect site that follows it at ke0 (1/min; 0 for none).
 * Exact from any time to any later one, so the number of stops changes nothing. Even steps are prepared once.
 */
export class Walk {
  readonly modes: Modes
  readonly ke0: number
  readonly pieces: readonly Piece[]
  readonly states = new Float64Array(most)
  effectSite = 0
  private readonly last = { plasma: new Float64Array(1), effectSite: new Float64Array(1) }
  private piece = 0
  private now: number
  private step = Number.NaN
  private keepsEffect = 1
  private effectGain = 0
  private readonly keeps = new Float64Array(most)
  private readonly gains = new Float64Array(most)
  private readonly passes = new Float64Array(most)

  constructor(modes: Modes, ke0: number, pieces: readonly Piece[]) {
    this.modes = modes
    this.ke0 = ke0
    this.pieces = pieces
    this.now = pieces[0].from
    this.give(pieces[0].bolus)
  }

  /** Goes on to a time (min) that is not before the present one; a bolus at that very time has been given on arrival. */
  to(time: number): void {
    this.along([time], 0, 1, this.last.plasma, this.last.effectSite)
  }

  /** Goes on through times[first] … times[end − 1] and writes both curves (mg/L), point i at i + offset. */
  along(times: ArrayLike<number>, first: number, end: number, plasma: Float64Array, effectSite: Float64Array, offset = 0): void {
    for (let i = first; i < end; ) {
      while (times[i] >= this.pieces[this.piece].to) this.turn()
      const { step, end: next } = evenly(times, i, end, this.now, this.pieces[this.piece].to, this.step)
      this.prepare(step)
      this.run(i + offset, next + offset, plasma, effectSite)
      this.now = times[next - 1]
      i = next
    }
  }

  /** To the next change of the pump. */
  private turn(): void {
    const { to } = this.pieces[this.piece]
    this.prepare(to - this.now)
    this.run(0, 1, this.last.plasma, this.last.effectSite)
    this.now = to
    this.piece += 1
    this.give(this.pieces[this.piece].bolus)
  }

  private give(mg: number): void {
    for (let m = 0; m < this.modes.weights.length; m++) this.states[m] += mg * this.modes.weights[m]
  }

  private run(first: number, end: number, plasma: Float64Array, effectSite: Float64Array): void {
    if (this.modes.rates.length > 3) this.runWithLiver(first, end, plasma, effectSite)
    else this.runThree(first, end, plasma, effectSite)
  }

  /** Steps with all state in local variables: here the engine spends its time. */
  private runThree(first: number, end: number, plasma: Float64Array, effectSite: Float64Array): void {
    const { rate } = this.pieces[this.piece]
    const [keepX, keepY, keepZ] = this.keeps
    const [passX, passY, passZ] = this.passes
    const [gainX, gainY, gainZ] = this.gains.map((gain) => gain * rate)
    const gainEffect = this.effectGain * rate
    const keepEffect = this.keepsEffect
    let [x, y, z] = this.states
    let effect = this.effectSite
    for (let i = first; i < end; i++) {
      effect = effect * keepEffect + x * passX + y * passY + z * passZ + gainEffect
      x = x * keepX + gainX
      y = y * keepY + gainY
      z = z * keepZ + gainZ
      plasma[i] = x + y + z
      effectSite[i] = effect
    }
    this.states.set([x, y, z])
    this.effectSite = effect
  }

  /** The same with a fourth mode, in a loop: few models have a liver, and the others need not wait for it. */
  private runWithLiver(first: number, end: number, plasma: Float64Array, effectSite: Float64Array): void {
    const { rate } = this.pieces[this.piece]
    const { states, keeps, gains, passes } = this
    for (let i = first; i < end; i++) {
      this.effectSite = this.effectSite * this.keepsEffect + this.effectGain * rate
      plasma[i] = 0
      for (let m = 0; m < most; m++) {
        this.effectSite += states[m] * passes[m]
        states[m] = states[m] * keeps[m] + gains[m] * rate
        plasma[i] += states[m]
      }
      effectSite[i] = this.effectSite
    }
  }

  private prepare(step: number): void {
    if (step === this.step) return
    const { ke0 } = this
    const { rates, weights } = this.modes
    this.step = step
    this.keepsEffect = Math.exp(-ke0 * step)
    this.effectGain = 0
    for (let m = 0; m < rates.length; m++) {
      this.keeps[m] = Math.exp(-rates[m] * step)
      this.gains[m] = weights[m] * fill(rates[m], step)
      if (ke0 === 0) continue
      this.passes[m] = ke0 * pass(rates[m], ke0, step)
      this.effectGain += ke0 * weights[m] * fillThrough(rates[m], ke0, step)
    }
  }
}
