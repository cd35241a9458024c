import { highest } from '../numeric/linear-program.ts'
import type { Body, State } from './response.ts'

/** What a schedule is to hold, and with what: target mg/L, settings every so many min, the highest rate (mg/min). */
export type Held = { target: number; everyMin: number; maxMgPerMin: number }

/** Looks in one step of the pump, evenly: as many as minutes, within these. */
const [fewestLooks, mostLooks] = [4, 15]
/** Looks just after a change, as shares of a step: a site still rises for a moment after its plasma has begun to fall. */
const soon = [0.0025, 0.005, 0.01, 0.02, 0.04] as const
/** The share of the target that is left for what happens between two looks. */
const margin = 2e-4
/** Steps that are thought ahead at least, and at most; times to the peak of a bolus that they should reach over. */
const [fewestSteps, mostSteps, peaks] = [6, 16, 3]
/** So many steps are one setting held over at most. */
export const mostHeld = 16

/**
 * The settings of the next steps that keep a curve as near under a target as can be: the area under the curve is made as large as it can
 * be while the curve stays under the target at every look, also while it coasts after the last setting that was thought of. Linear in the
 * rates, so a linear program. Only the first setting is meant to be used, then the rest is thought of anew.
 */
export class LookAhead {
  private readonly body: Body
  private readonly held: Held
  private readonly steps: number
  /** When a step is looked at (min from its beginning), and the minutes that each look stands for. */
  private readonly lags: readonly number[]
  private readonly weights: readonly number[]
  /** Steps that are looked at beyond the last setting. */
  private readonly coast: number
  /** The curve after a unit rate of one step, by looks since the step began. */
  private readonly unit: Float64Array

  constructor(body: Body, held: Held) {
    const { everyMin } = held
    const peak = body.ke0 > 0 ? body.highest(body.given(body.empty, 1), 0).at : 0
    this.body = body
    this.held = held
    const even = Math.max(fewestLooks, Math.min(mostLooks, Math.ceil(everyMin)))
    const shares = [...soon, ...Array.from({ length: even }, (_, i) => (i + 1) / even)].sort((a, b) => a - b)
    this.lags = shares.map((share) => share * everyMin)
    this.weights = this.lags.map((lag, i) => lag - (this.lags[i - 1] ?? 0))
    this.steps = Math.max(fewestSteps, Math.min(mostSteps, Math.ceil((peaks * peak) / everyMin)))
    this.coast = Math.min(3, Math.ceil((2 * peak) / everyMin))
    const looks = this.lags.length
    const rising = Float64Array.from({ length: (mostHeld + this.steps + this.coast) * looks }, (_, k) =>
      body.at(body.empty, 1, this.timeOf(k)),
    )
    this.unit = rising.map((value, k) => (k < looks ? value : value - rising[k - looks]))
  }

  /** The time of a look, in min from the first step. */
  private timeOf(look: number): number {
    const { lags, held } = this
    return Math.floor(look / lags.length) * held.everyMin + lags[look % lags.length]
  }

  /** The rate (mg/min) to set for so many steps from a state on. */
  rate(state: State, hold: number): number {
    const { rows, limits, gains } = this.program(state, hold)
    return highest(gains, rows, limits)[0]
  }

  /** The bolus (mg, up to a limit) to begin with when the first setting may follow at once. */
  bolus(maxMg: number): number {
    if (maxMg === 0) return 0
    const { body, held } = this
    const { rows, limits, gains, looks } = this.program(body.empty, 1)
    const given = body.given(body.empty, 1)
    const curve = Float64Array.from({ length: looks }, (_, k) => body.at(given, 0, this.timeOf(k)))
    const top = Math.max(body.at(given, 0, 0), body.highest(given, 0).value)
    const alone = [1, top].map((first) => new Float64Array(gains.length + 1).fill(first, 0, 1))
    return highest(
      Float64Array.of(this.areaOf(curve), ...gains),
      [...rows.map((row, k) => Float64Array.of(curve[k] ?? 0, ...row)), ...alone],
      Float64Array.of(...limits, maxMg, held.target),
    )[0]
  }

  private areaOf(curve: Float64Array): number {
    const { weights, lags, steps } = this
    return curve.subarray(0, steps * lags.length).reduce((sum, value, k) => sum + value * weights[k % lags.length], 0)
  }

  /** Columns: the setting held for the first steps, then one for each step. Rows: the curve at every look, then the highest rate. */
  private program(state: State, hold: number) {
    const { held, body, lags, coast } = this
    const settings = Math.max(2, this.steps - hold + 1)
    const steps = hold + settings - 1
    const looks = (steps + coast) * lags.length
    const gains = new Float64Array(settings)
    const rows = Array.from({ length: looks }, (_, k) => this.row(k, hold, settings))
    for (let k = 0; k < steps * lags.length; k++)
      for (let j = 0; j < settings; j++) gains[j] += rows[k][j] * this.weights[k % lags.length]
    const free = Float64Array.from(rows, (_, k) => held.target * (1 - margin) - body.at(state, 0, this.timeOf(k)))
    const rates = Array.from({ length: settings }, (_, j) => new Float64Array(settings).fill(1, j, j + 1))
    return { rows: [...rows, ...rates], limits: Float64Array.of(...free, ...rates.map(() => held.maxMgPerMin)), gains, looks }
  }

  /** What each setting does to the curve at one look. */
  private row(look: number, hold: number, settings: number): Float64Array {
    const row = new Float64Array(settings)
    for (let step = 0; step < hold + settings - 1; step++) {
      const since = look - step * this.lags.length
      if (since >= 0) row[Math.max(0, step - hold + 1)] += this.unit[since]
    }
    return row
  }
}
