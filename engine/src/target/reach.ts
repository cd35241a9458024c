import { pass } from '../numeric/pools.ts'
import type { Body, State } from './response.ts'

/** Heights (mg/L) to stay between, and the rates (mg/min) to do it with: 0, one step, two, up to the highest. */
export type Band = { low: number; high: number; maxMgPerMin: number; stepMgPerMin: number }

/**
 * How far one setting more would carry a body inside a band, looked at from moment to moment only: to tell which of many states is the best
 * to be in. What is chosen is then gone through exactly.
 */
export class Reach {
  private readonly body: Body
  private readonly band: Band
  private readonly every: number
  private readonly unit: Float64Array
  private readonly keeps: Float64Array
  private readonly passes: Float64Array
  private readonly keepsSite: number

  constructor(body: Body, band: Band, minutes: number) {
    const { ke0 } = body
    this.body = body
    this.band = band
    this.every = Math.max(0.5, minutes / 2000)
    this.unit = Float64Array.from({ length: Math.ceil(minutes / this.every) }, (_, i) =>
      body.at(body.empty, 1, (i + 1) * this.every),
    )
    this.keeps = Float64Array.from(body.modes.rates, (rate) => Math.exp(-rate * this.every))
    this.passes = Float64Array.from(body.modes.rates, (rate) => (ke0 > 0 ? ke0 * pass(rate, ke0, this.every) : 0))
    this.keepsSite = Math.exp(-ke0 * this.every)
  }

  /** Minutes until no rate is left that would have stayed inside: the curve is linear in the rate, so each moment leaves an interval. */
  minutes(state: State, left: number): number {
    const { low, high, maxMgPerMin, stepMgPerMin } = this.band
    const { every, unit, keeps, passes, keepsSite } = this
    const amounts = state.modes.slice()
    let site = state.effectSite
    let [least, most] = [0, maxMgPerMin]
    for (let i = 0; (i + 1) * every <= left; i++) {
      let plasma = 0
      site *= keepsSite
      for (let m = 0; m < amounts.length; m++) {
        site += amounts[m] * passes[m]
        amounts[m] *= keeps[m]
        plasma += amounts[m]
      }
      const free = this.body.ke0 > 0 ? site : plasma
      least = Math.max(least, (low - free) / unit[i])
      most = Math.min(most, (high - free) / unit[i])
      if (Math.floor(most / stepMgPerMin + 1e-9) < Math.ceil(least / stepMgPerMin - 1e-9)) return i * every
    }
    return left
  }
}
