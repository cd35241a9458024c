import type { Modes } from '../numeric/modes.ts'
import { pass } from '../numeric/pools.ts'
import type { Stretch } from '../numeric/stretch.ts'
import { nodes, places } from './panel.ts'

/** What acts: plasma itself, or an effect site that follows it at ke0 (1/min). */
export type Site = 'plasma' | { ke0: number }

/** What one unit of each part of the drug gives at the points of a panel, and what is left of it at the end. */
type Table = { at: Float64Array; kept: Float64Array }

/**
 * The concentration that drives a response, exact at the points of any panel: what is above the level of a steady infusion, for each mode
 * and the site itself. Panels come in few lengths, so each length is prepared once.
 */
export class Driver {
  private readonly rates: readonly number[]
  private readonly weights: readonly number[]
  private readonly ke0: number
  private readonly tables = new Map<number, Table>()
  private readonly parts: Float64Array
  private level = 0

  constructor({ rates, weights }: Modes, site: Site) {
    this.rates = rates
    this.weights = weights
    this.ke0 = site === 'plasma' ? 0 : site.ke0
    this.parts = new Float64Array(rates.length + 1)
  }

  /** Stands at the start of a stretch. */
  enter({ rate, states, effectSite }: Stretch): void {
    this.level = 0
    for (let m = 0; m < this.rates.length; m++) {
      const steady = (rate * this.weights[m]) / this.rates[m]
      this.parts[m] = states[m] - steady
      this.level += steady
    }
    this.parts[this.rates.length] = this.ke0 === 0 ? 0 : effectSite - this.level
  }

  /** The concentrations (mg/L) at the points of a panel of h min that begins here. */
  look(h: number, out: Float64Array): void {
    const { at } = this.tableOf(h)
    const { parts, level } = this
    for (let j = 0; j < nodes; j++) {
      let sum = level
      for (let m = 0; m < parts.length; m++) sum += parts[m] * at[m * nodes + j]
      out[j] = Math.max(0, sum)
    }
  }

  /** Goes on by h min. */
  go(h: number): void {
    const { at, kept } = this.tableOf(h)
    const site = this.rates.length
    let sum = 0
    for (let m = 0; m <= site; m++) sum += this.parts[m] * at[m * nodes + nodes - 1]
    for (let m = 0; m < site; m++) this.parts[m] *= kept[m]
    this.parts[site] = this.ke0 === 0 ? 0 : sum
  }

  private tableOf(h: number): Table {
    const known = this.tables.get(h)
    if (known) return known
    const { rates, ke0 } = this
    const at = new Float64Array((rates.length + 1) * nodes)
    for (let j = 0; j < nodes; j++) {
      const t = h * places[j]
      for (let m = 0; m < rates.length; m++)
        at[m * nodes + j] = ke0 === 0 ? Math.exp(-rates[m] * t) : ke0 * pass(rates[m], ke0, t)
      at[rates.length * nodes + j] = Math.exp(-ke0 * t)
    }
    const table = { at, kept: Float64Array.from(rates, (rate) => Math.exp(-rate * h)) }
    this.tables.set(h, table)
    return table
  }
}
