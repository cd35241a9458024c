import type { Schedule } from './schedule.ts'
import { most, type Spectrum } from './spectrum.ts'

/** Modes that are run side by side: one waits for its own last step, three do not wait for each other. */
const together = 3

/** Numbers that belong to one look, or to one length. */
export const stride = 2 * together

/** Plasma (mg/L) at every look of a schedule, and what each varied parameter does to it; the arrays are used again and again. */
export class Curve {
  readonly schedule: Schedule
  /** By look, then mode (`stride` to a look): the pool that a unit of weight stands for, and how it changes with the rate of the mode. */
  readonly pools: Float64Array
  readonly poolSlopes: Float64Array
  private readonly rates = new Float64Array(stride)
  /** By length, then mode. Behind the last length there is one that keeps all. */
  private readonly keeps: Float64Array
  private readonly fills: Float64Array
  private readonly fillSlopes: Float64Array

  constructor(schedule: Schedule) {
    const lengths = schedule.lengths.length
    this.schedule = schedule
    this.pools = new Float64Array(stride * schedule.looks)
    this.poolSlopes = new Float64Array(stride * schedule.looks)
    this.keeps = new Float64Array(together * (lengths + 1)).fill(1)
    this.fills = new Float64Array(together * lengths)
    this.fillSlopes = new Float64Array(together * lengths)
  }

  /** Runs every mode of a spectrum through the schedule. */
  of(spectrum: Spectrum): void {
    for (let m = 0; m < most; m++) this.rates[m] = m < spectrum.count ? spectrum.rates[m] : 0
    for (let from = 0; from < spectrum.count; from += together) {
      this.prepare(this.rates[from], this.rates[from + 1], this.rates[from + 2])
      this.run(from)
    }
  }

  private prepare(fast: number, middle: number, slow: number): void {
    const { lengths, one, other, third, fed } = this.schedule
    const { keeps } = this
    const perFast = 1 / fast
    const perMiddle = 1 / middle
    const perSlow = 1 / slow
    for (let i = 0; i < lengths.length; i++) {
      const minutes = lengths[i]
      const at = together * i
      if (one[i] < 0) {
        keeps[at] = Math.exp(-fast * minutes)
        keeps[at + 1] = Math.exp(-middle * minutes)
        keeps[at + 2] = Math.exp(-slow * minutes)
      } else {
        const a = together * one[i]
        const b = together * other[i]
        const c = together * third[i]
        keeps[at] = keeps[a] * keeps[b] * keeps[c]
        keeps[at + 1] = keeps[a + 1] * keeps[b + 1] * keeps[c + 1]
        keeps[at + 2] = keeps[a + 2] * keeps[b + 2] * keeps[c + 2]
      }
      if (fed[i] === 0) continue
      this.fill(at, fast, perFast, minutes)
      this.fill(at + 1, middle, perMiddle, minutes)
      this.fill(at + 2, slow, perSlow, minutes)
    }
  }

  private fill(at: number, rate: number, inverse: number, minutes: number): void {
    const x = rate * minutes
    if (x < 0.02) {
      // Here the differences below cancel; their power series do not.
      this.fills[at] = minutes * (1 - (x / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - (x / 5) * (1 - x / 6)))))
      this.fillSlopes[at] = -minutes * minutes * (1 / 2 - x * (1 / 3 - x * (1 / 8 - x * (1 / 30 - x * (1 / 144 - x / 840)))))
    } else {
      const keep = this.keeps[at]
      const fill = (1 - keep) * inverse
      this.fills[at] = fill
      this.fillSlopes[at] = (minutes * keep - fill) * inverse
    }
  }

  private run(from: number): void {
    const { steps, bolus, rate, length, look, minutes } = this.schedule
    const { keeps, fills, fillSlopes, pools, poolSlopes } = this
    let fast = 0
    let middle = 0
    let slow = 0
    let fastSlope = 0
    let middleSlope = 0
    let slowSlope = 0
    for (let s = 0; s < steps; s++) {
      const at = together * length[s]
      const given = bolus[s]
      const time = minutes[s]
      const keepFast = keeps[at]
      const keepMiddle = keeps[at + 1]
      const keepSlow = keeps[at + 2]
      fast += given
      middle += given
      slow += given
      fastSlope = (fastSlope - time * fast) * keepFast
      middleSlope = (middleSlope - time * middle) * keepMiddle
      slowSlope = (slowSlope - time * slow) * keepSlow
      fast *= keepFast
      middle *= keepMiddle
      slow *= keepSlow
      const flow = rate[s]
      if (flow !== 0) {
        fast += flow * fills[at]
        middle += flow * fills[at + 1]
        slow += flow * fills[at + 2]
        fastSlope += flow * fillSlopes[at]
        middleSlope += flow * fillSlopes[at + 1]
        slowSlope += flow * fillSlopes[at + 2]
      }
      if (look[s] < 0) continue
      const to = stride * look[s] + from
      pools[to] = fast
      pools[to + 1] = middle
      pools[to + 2] = slow
      poolSlopes[to] = fastSlope
      poolSlopes[to + 1] = middleSlope
      poolSlopes[to + 2] = slowSlope
    }
  }
}
