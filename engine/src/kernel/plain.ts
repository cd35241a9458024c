import { modes } from '../numeric/modes.ts'
import type { Kernel, Pointer } from './kernel.ts'
import { lanes, plasmaItems, runItems, siteItems, writePlasma } from './layout.ts'
import { rankedOf } from './ranked.ts'

/** The kernel in TypeScript: what the other one is measured against, and what runs where there is no other. */
export class PlainKernel implements Kernel {
  readonly base = 0
  readonly memory = { buffer: new ArrayBuffer(0) }
  private f = new Float64Array(0)

  reach(end: Pointer): void {
    if (end <= this.memory.buffer.byteLength) return
    const larger = new ArrayBuffer(Math.max(end, Math.min(2 * this.memory.buffer.byteLength, end + 2 ** 24)))
    this.f = new Float64Array(larger)
    this.f.set(new Float64Array(this.memory.buffer))
    this.memory.buffer = larger
  }

  prepare(people: Pointer, count: number, steps: Pointer, stepCount: number, blocks: Pointer): number {
    const { f } = this
    const parts = Array.from({ length: 6 }, (_, i) => f.subarray(people / 8 + i * count, people / 8 + (i + 1) * count))
    const [v1, k10, k12, k21, k13, k31] = parts
    const lengths = [...f.subarray(steps / 8, steps / 8 + stepCount)]
    const size = plasmaItems(stepCount) * lanes
    for (let i = 0; i < count; i++) {
      const at = blocks / 8 + Math.floor(i / lanes) * size
      const known = modes({ v1: v1[i], k10: k10[i], k12: k12[i], k21: k21[i], k13: k13[i], k31: k31[i] })
      writePlasma(f.subarray(at, at + size), i % lanes, known, lengths)
    }
    return 0
  }

  advance: Kernel['advance'] = (blocks, blockCount, stepCount, runs, runCount, out, blockStride, stopStride) => {
    const size = plasmaItems(stepCount) * lanes
    for (let b = 0; b < blockCount; b++)
      for (let lane = 0; lane < lanes; lane++) {
        const at = blocks / 8 + b * size + lane
        let place = (out + b * blockStride) / 8 + lane
        for (let r = runs / 8, end = r + runCount * runItems; r < end; r += runItems)
          place = this.run(at, r, place, stopStride / 8)
      }
  }

  /** One person through one run, with all state in local variables. */
  private run(at: number, run: number, place: number, stride: number): number {
    const { f } = this
    const [bolus, step, count, rate, shown, leap, ends] = f.subarray(run, run + runItems)
    const c = at + (9 + 6 * step) * lanes
    const [keepX, keepY, keepZ] = [f[c], f[c + lanes], f[c + 2 * lanes]]
    const [gainX, gainY, gainZ] = [f[c + 3 * lanes] * rate, f[c + 4 * lanes] * rate, f[c + 5 * lanes] * rate]
    let x = f[at] + bolus * f[at + 3 * lanes]
    let y = f[at + lanes] + bolus * f[at + 4 * lanes]
    let z = f[at + 2 * lanes] + bolus * f[at + 5 * lanes]
    if (leap >= 0) this.leap([x, y, z], at + 6 * lanes, at + (9 + 6 * leap) * lanes, rate)
    for (let i = 0; i < count; i++) {
      x = x * keepX + gainX
      y = y * keepY + gainY
      z = z * keepZ + gainZ
      if (shown === 0) continue
      f[place] = x + y + z
      place += stride
    }
    f[at] = x
    f[at + lanes] = y
    f[at + 2 * lanes] = z
    if (ends !== 0) for (let m = 0; m < 3; m++) f[at + m * lanes] = f[at + (6 + m) * lanes]
    return place
  }

  /** From where the run begins to its end in one step. */
  private leap(states: readonly number[], to: number, c: number, rate: number): void {
    const { f } = this
    states.forEach((state, m) => {
      f[to + m * lanes] = state * f[c + m * lanes] + f[c + (3 + m) * lanes] * rate
    })
  }

  advanceSites: Kernel['advanceSites'] = (
    blocks,
    blockCount,
    stepCount,
    runs,
    runCount,
    plasma,
    site,
    blockStride,
    stopStride,
  ) => {
    const size = siteItems(stepCount) * lanes
    for (let b = 0; b < blockCount; b++)
      for (let lane = 0; lane < lanes; lane++) {
        const at = blocks / 8 + b * size + lane
        let place = (plasma + b * blockStride) / 8 + lane
        for (let r = runs / 8, end = r + runCount * runItems; r < end; r += runItems)
          place = this.runSite(at, r, place, (site - plasma) / 8, stopStride / 8)
      }
  }

  private runSite(at: number, run: number, place: number, toSite: number, stride: number): number {
    const { f } = this
    const [bolus, step, count, rate, shown] = [f[run], f[run + 1], f[run + 2], f[run + 3], f[run + 4]]
    const item = (i: number) => f[at + (7 + 11 * step + i) * lanes]
    const [keepX, keepY, keepZ, keepE] = [item(0), item(1), item(2), item(6)]
    const [gainX, gainY, gainZ, gainE] = [item(3) * rate, item(4) * rate, item(5) * rate, item(10) * rate]
    const [passX, passY, passZ] = [item(7), item(8), item(9)]
    let x = f[at] + bolus * f[at + 4 * lanes]
    let y = f[at + lanes] + bolus * f[at + 5 * lanes]
    let z = f[at + 2 * lanes] + bolus * f[at + 6 * lanes]
    let e = f[at + 3 * lanes]
    for (let i = 0; i < count; i++) {
      e = e * keepE + x * passX + y * passY + z * passZ + gainE
      x = x * keepX + gainX
      y = y * keepY + gainY
      z = z * keepZ + gainZ
      if (shown === 0) continue
      f[place] = x + y + z
      f[place + toSite] = e
      place += stride
    }
    f[at] = x
    f[at + lanes] = y
    f[at + 2 * lanes] = z
    f[at + 3 * lanes] = e
    return place
  }

  ranked: Kernel['ranked'] = (values, count, ranks, rankCount, out) => {
    const list = (at: Pointer, length: number) => this.f.subarray(at / 8, at / 8 + length)
    rankedOf(list(values, count), list(ranks, rankCount), list(out, rankCount))
  }

  lanes: Kernel['lanes'] = (lanesAt, groups, plasma, site) => {
    const { f } = this
    const at = lanesAt / 8
    const [keepX, keepY, keepZ, gainX, gainY, gainZ, keepE, passX, passY, passZ, gainE] = f.subarray(at + 16, at + 27)
    for (let lane = 0; lane < lanes; lane++) {
      let [x, y, z, e] = [f[at + lane], f[at + 4 + lane], f[at + 8 + lane], f[at + 12 + lane]]
      for (let i = lane; i < groups * lanes; i += lanes) {
        f[plasma / 8 + i] = x + y + z
        f[site / 8 + i] = e
        e = e * keepE + x * passX + y * passY + z * passZ + gainE
        x = x * keepX + gainX
        y = y * keepY + gainY
        z = z * keepZ + gainZ
      }
    }
  }
}
