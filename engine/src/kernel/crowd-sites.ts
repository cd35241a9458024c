import type { Modes } from '../numeric/modes.ts'
import { Cuts, type Plan } from '../numeric/plan.ts'
import { padded } from './crowd.ts'
import type { Pointer } from './kernel.ts'
import { lanes, runItems, siteItems, writeRuns, writeSite } from './layout.ts'
import type { Room } from './room.ts'

/** Somebody's kinetics: the modes of plasma, and ke0 (1/min; 0 for no site). */
export type Somebody = { modes: Modes; ke0: number }

/** Steps of different length beyond which preparing them all for everybody costs more than it saves. */
const mostSteps = 16

/** Many people with plasma and a site each, on the way through a plan; to the byte what `Walk` gives each of them alone. */
export class SiteCrowd {
  readonly size: number
  private readonly room: Room
  private readonly at: { runs: Pointer; blocks: Pointer }
  private readonly plan: Plan
  private cuts: Cuts

  /** Places are those of `lengthsOf`, in its order. */
  constructor(count: number, plan: Plan, room: Room, [runs, blocks]: readonly Pointer[]) {
    this.size = padded(count)
    this.room = room
    this.at = { runs, blocks }
    this.plan = plan
    this.cuts = new Cuts(plan)
  }

  static can(people: readonly Somebody[], { steps }: Plan): boolean {
    return steps.length <= mostSteps && people.every(({ modes }) => modes.rates.length <= 3)
  }

  static lengthsOf(count: number, { steps, runs }: Plan): number[] {
    return [runs.length * runItems, padded(count) * siteItems(steps.length)]
  }

  /** Puts people, as many as there is room for, at the beginning of the plan. */
  settle(people: readonly Somebody[]): void {
    const { steps } = this.plan
    const block = siteItems(steps.length) * lanes
    const all = this.room.view(this.at.blocks, (this.size / lanes) * block)
    for (let i = 0; i < this.size; i++) {
      const { modes, ke0 } = people[Math.min(i, people.length - 1)]
      const from = Math.floor(i / lanes) * block
      writeSite(all.subarray(from, from + block), i % lanes, modes, ke0, steps)
    }
    this.cuts = new Cuts(this.plan)
  }

  /** Goes on over so many stops; plasma and site as in `Kernel.advanceSites`. */
  advance(stops: number, plasma: Pointer, site: Pointer, blockStride: number, stopStride: number): void {
    const { runs, blocks } = this.at
    const part = this.cuts.take(stops)
    writeRuns(part, this.room.view(runs, part.length * runItems))
    const { steps } = this.plan
    const count = this.size / lanes
    this.room.kernel.advanceSites(blocks, count, steps.length, runs, part.length, plasma, site, blockStride, stopStride)
  }
}
