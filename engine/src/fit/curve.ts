import type { Schedule } from './schedule.ts'
import { most, type Spectrum } from './spectrum.ts'

/** Plasma (mg/L) at every look of a schedule, and what each varied parameter does to it; the arrays are used again and again. */
export class Curve {
  readonly schedule: Schedule
  /** By mode, then look: the pool that a unit of weight stands for, and how it changes with the rate of the mode. */
  readonly pools: Float64Array
  readonly poolSlopes: Float64Array
  private readonly keeps: Float64Array
  private readonly fills: Float64Array
  private readonly fillSlopes: Float64Array

  constructor(schedule: Schedule) {
    this.schedule = schedule
    this.pools = new Float64Array(most * schedule.looks)
    this.poolSlopes = new Float64Array(most * schedule.looks)
    this.keeps = new Float64Array(schedule.lengths.length)
    this.fills = new Float64Array(schedule.lengths.length)
    this.fillSlopes = new Float64Array(schedule.lengths.length)
  }

  /** Runs every mode of a spectrum through the schedule. */
  of(spectrum: Spectrum): void {
    for (let m = 0; m < spectrum.count; m++) {
      this.prepare(spectrum.rates[m])
      this.run(m * this.schedule.looks)
    }
  }

  private prepare(rate: number): void {
    const { lengths, one, other } = this.schedule
    const { keeps, fills, fillSlopes } = this
    const inverse = 1 / rate
    for (let i = 0; i < lengths.length; i++) {
      const minutes = lengths[i]
      const x = rate * minutes
      const keep = one[i] < 0 ? Math.exp(-x) : keeps[one[i]] * keeps[other[i]]
      keeps[i] = keep
      if (x < 0.02) {
        // Here the differences below cancel; their power series do not.
        fills[i] = minutes * (1 - (x / 2) * (1 - (x / 3) * (1 - (x / 4) * (1 - (x / 5) * (1 - x / 6)))))
        fillSlopes[i] = -minutes * minutes * (1 / 2 - x * (1 / 3 - x * (1 / 8 - x * (1 / 30 - x * (1 / 144 - x / 840)))))
      } else {
        const fill = (1 - keep) * inverse
        fills[i] = fill
        fillSlopes[i] = (minutes * keep - fill) * inverse
      }
    }
  }

  private run(offset: number): void {
    const { steps, bolus, rate, length, look, lengths } = this.schedule
    const { keeps, fills, fillSlopes, pools, poolSlopes } = this
    let pool = 0
    let slope = 0
    for (let s = 0; s < steps; s++) {
      const i = length[s]
      const keep = keeps[i]
      const before = pool + bolus[s]
      slope = (slope - lengths[i] * before) * keep + rate[s] * fillSlopes[i]
      pool = before * keep + rate[s] * fills[i]
      if (look[s] >= 0) {
        pools[offset + look[s]] = pool
        poolSlopes[offset + look[s]] = slope
      }
    }
  }
}
