import { modes } from '../numeric/modes.ts'
import { Cuts, type Part, type Plan } from '../numeric/plan.ts'
import type { Pointer } from './kernel.ts'
import { lanes, plasmaItems, runItems, writePlasma, writeRuns } from './layout.ts'
import { type People, parameters, personOf } from './people.ts'
import type { Room } from './room.ts'

/** As many as fill whole blocks. */
export const padded = (count: number) => Math.ceil(count / lanes) * lanes

/** Where one crowd's lists lie. */
export type Places = { people: Pointer; steps: Pointer; runs: Pointer; blocks: Pointer; flags: Pointer }

/** The lengths of those lists, in the order of `Places`. */
export function lengthsOf(people: People, { steps, runs }: Plan): number[] {
  const count = padded(people.v1.length)
  return [
    parameters.length * count,
    steps.length,
    runs.length * runItems,
    (count / lanes) * plasmaItems(steps.length) * lanes,
    count,
  ]
}

/** Many people on the way through a plan: in a room, four by four, each with the modes of plasma and what a step does to them. */
export class Crowd {
  readonly count: number
  private readonly room: Room
  private readonly at: Places
  private readonly plan: Plan
  private readonly cuts: Cuts

  constructor(people: People, plan: Plan, room: Room, at: Places) {
    this.count = padded(people.v1.length)
    this.room = room
    this.at = at
    this.plan = plan
    this.cuts = new Cuts(plan)
    this.settle(people)
  }

  /** Goes on over so many stops and writes what is shown. */
  advance(stops: number, out: Pointer, blockStride: number, stopStride: number): void {
    this.go(this.cuts.take(stops), out, blockStride, stopStride)
  }

  /** Goes on over so many stops and shows none: over whole runs in one step. */
  skip(stops: number): void {
    const unseen = (part: Part): Part => {
      const { leap, begins, ends } = part
      return { ...part, ...(leap !== undefined && begins && ends && { step: leap, count: 1 }), shown: false }
    }
    this.go(this.cuts.take(stops).map(unseen), 0, 0, 0)
  }

  private go(runs: readonly Part[], out: Pointer, blockStride: number, stopStride: number): void {
    const { blocks, runs: place } = this.at
    writeRuns(runs, this.room.view(place, runs.length * runItems))
    const { steps } = this.plan
    this.room.kernel.advance(blocks, this.count / lanes, steps.length, place, runs.length, out, blockStride, stopStride)
  }

  private settle(people: People): void {
    const { count, room, at } = this
    const { steps } = this.plan
    const size = people.v1.length
    parameters.forEach((name, i) => {
      const list = room.view(at.people + 8 * i * count, count)
      list.set(people[name])
      list.fill(people[name][size - 1], size)
    })
    room.view(at.steps, steps.length).set(steps)
    if (room.kernel.prepare(at.people, count, at.steps, steps.length, at.blocks, at.flags) === 0) return
    const flags = room.view(at.flags, count)
    const size4 = plasmaItems(steps.length) * lanes
    for (let i = 0; i < count; i++)
      if (flags[i] !== 0) {
        const block = room.view(at.blocks + 8 * size4 * Math.floor(i / lanes), size4)
        writePlasma(block, i % lanes, modes(personOf(people, Math.min(i, size - 1))), steps)
      }
  }
}
