import type { Disposition } from '../disposition.ts'
import { type Modes, modes } from '../numeric/modes.ts'
import { Walk } from '../numeric/walk.ts'
import type { Piece } from '../regimen.ts'

/** Plasma, or an effect site at ke0 (1/min), of one body; a state is the amount in every mode and the effect site. */
export class Body {
  readonly modes: Modes
  readonly ke0: number

  constructor(p: Disposition, ke0 = 0) {
    this.modes = modes(p)
    this.ke0 = ke0
  }

  readonly empty: State = { modes: [0, 0, 0, 0], effectSite: 0 }

  given(state: State, mg: number): State {
    return { ...state, modes: state.modes.map((x, m) => x + mg * (this.modes.weights[m] ?? 0)) }
  }

  /** Where a state has gone after some minutes at a rate (mg/min), and the followed concentration (mg/L) at evenly spaced moments on the way. */
  after(state: State, mgPerMin: number, minutes: number, moments = 1): { state: State; curve: Float64Array } {
    const forever: Piece = { from: 0, to: Number.POSITIVE_INFINITY, rate: mgPerMin, bolus: 0 }
    const walk = new Walk(this.modes, this.ke0, [forever])
    walk.states.set(state.modes)
    walk.effectSite = state.effectSite
    const times = Float64Array.from({ length: moments }, (_, i) => (minutes * (i + 1)) / moments)
    const [plasma, effectSite] = [new Float64Array(moments), new Float64Array(moments)]
    walk.along(times, 0, moments, plasma, effectSite)
    return {
      state: { modes: Array.from(walk.states), effectSite: walk.effectSite },
      curve: this.ke0 > 0 ? effectSite : plasma,
    }
  }
}

export type State = { modes: readonly number[]; effectSite: number }
