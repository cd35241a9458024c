import type { Modes } from '../numeric/modes.ts'
import type { Part } from '../numeric/plan.ts'
import { fill, fillThrough, pass } from '../numeric/pools.ts'

/** People per block; each item of a block is this many numbers in a row. */
export const lanes = 4

/**
 * Items of a block of plasma: three states, three weights, the states where the run will end, then for each step of the plan three numbers
 * that say what is kept and three that say what a rate of 1 mg/min adds.
 */
export const plasmaItems = (steps: number) => 9 + 6 * steps

/** With a site: four states, three weights, then per step kept ×3, added ×3, kept of the site, passed on ×3, added to the site. */
export const siteItems = (steps: number) => 7 + 11 * steps

/** Numbers of a run in memory: bolus, step, count, rate, shown, the step that leaps to its end (-1: none), whether it ends there. */
export const runItems = 7

/** Numbers `ranked` needs for its work. */
export const workOf = (count: number) => 2 * count + 4096

/** Numbers of `lanes`: four states at four times, then kept ×3, added ×3, kept of the site, passed on ×3, added to the site. */
export const laneItems = 16 + 11

export function writeRuns(parts: readonly Part[], to: Float64Array): void {
  parts.forEach(({ bolus, step, count, rate, shown, leap = -1, begins, ends }, i) => {
    to.set([bolus, step, count, rate, shown ? 1 : 0, begins ? leap : -1, leap >= 0 && ends ? 1 : 0], i * runItems)
  })
}

/** One person's place in a block of plasma, from modes. */
export function writePlasma(block: Float64Array, lane: number, { rates, weights }: Modes, steps: readonly number[]): void {
  for (let m = 0; m < 3; m++) {
    const [rate, weight] = [rates[m] ?? 1, weights[m] ?? 0]
    block[m * lanes + lane] = 0
    block[(3 + m) * lanes + lane] = weight
    steps.forEach((step, s) => {
      block[(9 + 6 * s + m) * lanes + lane] = Math.exp(-rate * step)
      block[(12 + 6 * s + m) * lanes + lane] = weight * fill(rate, step)
    })
  }
}

/** The same with a site that follows at ke0. */
export function writeSite(
  block: Float64Array,
  lane: number,
  { rates, weights }: Modes,
  ke0: number,
  steps: readonly number[],
): void {
  block[3 * lanes + lane] = 0
  for (let m = 0; m < 3; m++) {
    block[m * lanes + lane] = 0
    block[(4 + m) * lanes + lane] = weights[m] ?? 0
  }
  steps.forEach((step, s) => {
    const constants = constantsOf(rates, weights, ke0, step)
    for (let c = 0; c < constants.length; c++) block[(7 + 11 * s + c) * lanes + lane] = constants[c]
  })
}

/** What one step does to three modes and a site: kept ×3, added ×3, kept of the site, passed on ×3, added to the site. */
export function constantsOf(rates: readonly number[], weights: readonly number[], ke0: number, step: number): Float64Array {
  const constants = new Float64Array(11)
  for (let m = 0; m < 3; m++) {
    const [rate, weight] = [rates[m] ?? 1, weights[m] ?? 0]
    constants[m] = Math.exp(-rate * step)
    constants[3 + m] = weight * fill(rate, step)
    if (ke0 === 0 || weight === 0) continue
    constants[7 + m] = ke0 * pass(rate, ke0, step)
    constants[10] += ke0 * weight * fillThrough(rate, ke0, step)
  }
  constants[6] = Math.exp(-ke0 * step)
  return constants
}
