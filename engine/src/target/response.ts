import type { Disposition } from '../disposition.ts'
import { type Modes, modes } from '../numeric/modes.ts'
import { fill } from '../numeric/pools.ts'
import { bisect } from '../numeric/root.ts'
import { type Curve, effectCurve, plasmaCurve, type Stretch, turns } from '../numeric/stretch.ts'

/** What is in a body: plasma by modes, and the effect site (mg/L). */
export type State = { modes: Float64Array; effectSite: number }

/** A concentration (mg/L) and when it stands, in min. */
export type Point = { value: number; at: number }

/** One body under one setting of the pump after the other (mg/min): its plasma, or with a ke0 (1/min) its effect site, is what is followed. */
export class Body {
  readonly modes: Modes
  readonly ke0: number
  readonly empty: State
  private readonly curve: Curve

  constructor(p: Disposition, ke0 = 0) {
    this.modes = modes(p)
    this.ke0 = ke0
    this.curve = ke0 > 0 ? effectCurve : plasmaCurve
    this.empty = { modes: new Float64Array(this.modes.rates.length), effectSite: 0 }
  }

  given(state: State, mg: number): State {
    return { ...state, modes: state.modes.map((x, m) => x + mg * this.modes.weights[m]) }
  }

  /** The state after some minutes at a rate. */
  after(state: State, mgPerMin: number, minutes: number): State {
    const { rates, weights } = this.modes
    const held = this.held(state, mgPerMin, minutes)
    return {
      modes: state.modes.map((x, m) => x * Math.exp(-rates[m] * minutes) + mgPerMin * weights[m] * fill(rates[m], minutes)),
      effectSite: this.ke0 > 0 ? effectCurve.value(held, minutes) : 0,
    }
  }

  /** The concentration after some minutes at a rate. */
  at(state: State, mgPerMin: number, minutes: number): number {
    return this.curve.value(this.held(state, mgPerMin, minutes), minutes)
  }

  /** The highest point of some minutes at a rate, the start left out: what stands there is no longer the pump’s to change. Exact. */
  highest(state: State, mgPerMin: number, minutes = Infinity): Point {
    const [, ...later] = this.turns(state, mgPerMin, minutes)
    return later.reduce((best, next) => (next.value > best.value ? next : best))
  }

  /** For how many minutes at a rate the curve stays between two heights before it first leaves them. */
  inside(state: State, mgPerMin: number, minutes: number, { low, high }: { low: number; high: number }): number {
    const points = this.turns(state, mgPerMin, minutes)
    const isInside = (value: number) => value >= low && value <= high
    const out = points.findIndex(({ value }) => !isInside(value))
    if (out < 0) return minutes
    return out === 0 ? 0 : bisect((t) => (isInside(this.at(state, mgPerMin, t)) ? 1 : -1), points[out - 1].at, points[out].at)
  }

  private turns(state: State, mgPerMin: number, minutes: number): Point[] {
    const held = this.held(state, mgPerMin, minutes)
    return turns(held, this.curve).map((at) => ({ at, value: this.curve.value(held, at) }))
  }

  private held({ modes: states, effectSite }: State, rate: number, minutes: number): Stretch {
    return { from: 0, to: minutes, rate, bolus: 0, modes: this.modes, ke0: this.ke0, states, effectSite }
  }
}
