import { type Plan, planOf } from '../numeric/plan.ts'
import { Walk } from '../numeric/walk.ts'
import type { Piece } from '../regimen.ts'
import { padded } from './crowd.ts'
import { SiteCrowd, type Somebody } from './crowd-sites.ts'
import type { Pointer } from './kernel.ts'
import { lanes } from './layout.ts'
import type { Room } from './room.ts'

/**
 * People drawn one by one when they are needed, so that none has to be kept: a pure function of their number. Each is of one part, or of
 * several (two enantiomers) whose concentrations add up.
 */
export type Drawn = { size: number; parts: readonly Part[] }

export type Part = { personAt: (index: number) => Somebody; pieces: readonly Piece[] }

/** Everybody's plasma and site at one time, one behind the other. */
export type Row = { plasma: Pointer; site: Pointer; count: number }

/** People together in memory. */
export const most = 4096

/** Times together in memory: a chunk goes forward one tile at a time. */
const tile = 16

type Forward = (from: number, to: number) => void

/** Takes drawn people through a regimen, a chunk at a time, as often as is wanted. */
export class DrawnCrowd {
  readonly room: Room
  private readonly drawn: Drawn
  private readonly times: ArrayLike<number>
  private readonly parts: readonly Chunk[]
  /** Places for the caller. */
  readonly spare: readonly Pointer[]

  /** Takes the room, and `spare` numbers of it for the caller. */
  constructor(drawn: Drawn, times: ArrayLike<number>, room: Room, spare: readonly number[]) {
    this.drawn = drawn
    this.times = times
    this.room = room
    const size = padded(Math.min(drawn.size, most))
    const plans = drawn.parts.map(({ pieces }) => planOf(pieces, times))
    const needs = plans.map((plan) => Chunk.lengthsOf(plan, size))
    const all = room.places(...needs.flat(), ...spare)
    this.parts = drawn.parts.map((part, i) => new Chunk(part, times, plans[i], room, size, all.splice(0, needs[i].length)))
    this.spare = all
  }

  /** Shows all of a chunk at each time from `from` to before `to`, then the next chunk. */
  pass(see: (time: number, row: Row) => void, from = 0, to = this.times.length): void {
    for (let first = 0; first < this.drawn.size; first += most) {
      const count = Math.min(most, this.drawn.size - first)
      const forwards = this.parts.map((part) => part.settle(first, count))
      for (let at = 0; at < to; at += tile) {
        const end = Math.min(at + tile, this.times.length)
        for (const forward of forwards) forward(at, end)
        if (end > from) this.addUp(count, end - at)
        for (let i = Math.max(at, from); i < Math.min(end, to); i++) see(i, this.parts[0].row(i - at, count))
      }
    }
  }

  private addUp(count: number, times: number): void {
    const [whole, ...others] = this.parts
    for (const other of others)
      for (let j = 0; j < times; j++) {
        const [to, from] = [whole.row(j, count), other.row(j, count)]
        add(this.room.view(to.plasma, count), this.room.view(from.plasma, count))
        add(this.room.view(to.site, count), this.room.view(from.site, count))
      }
  }
}

function add(to: Float64Array, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] += from[i]
}

/** A chunk of one part on its way. */
class Chunk {
  private readonly part: Part
  private readonly times: ArrayLike<number>
  private readonly room: Room
  private readonly size: number
  private readonly at: readonly Pointer[]
  private readonly crowd: SiteCrowd | undefined

  static lengthsOf(plan: Plan, size: number): number[] {
    return [size * tile, size * tile, ...(SiteCrowd.can([], plan) ? SiteCrowd.lengthsOf(size, plan) : [])]
  }

  constructor(part: Part, times: ArrayLike<number>, plan: Plan, room: Room, size: number, at: readonly Pointer[]) {
    this.part = part
    this.times = times
    this.room = room
    this.size = size
    this.at = at
    this.crowd = SiteCrowd.can([], plan) ? new SiteCrowd(size, plan, room, at.slice(2)) : undefined
  }

  row(time: number, count: number): Row {
    const [plasma, site] = this.at.map((place) => place + time * this.size * 8)
    return { plasma, site, count }
  }

  settle(first: number, count: number): Forward {
    const people = Array.from({ length: count }, (_, i) => this.part.personAt(first + i))
    const { crowd } = this
    if (!crowd || people.some(({ modes }) => modes.rates.length > 3)) return this.alone(people)
    const [plasma, site] = this.at
    crowd.settle(people)
    return (from, to) => crowd.advance(to - from, plasma, site, lanes * 8, this.size * 8)
  }

  /** Each alone where the steps are too many to prepare, or a liver adds a mode. */
  private alone(people: readonly Somebody[]): Forward {
    const walks = people.map(({ modes, ke0 }) => new Walk(modes, ke0, this.part.pieces))
    const [ofPlasma, ofSite] = [new Float64Array(tile), new Float64Array(tile)]
    return (from, to) => {
      const [plasmas, sites] = [0, 1].map((i) => this.room.view(this.at[i], this.size * tile))
      walks.forEach((walk, i) => {
        walk.along(this.times, from, to, ofPlasma, ofSite, -from)
        for (let j = 0; j < to - from; j++) {
          plasmas[j * this.size + i] = ofPlasma[j]
          sites[j * this.size + i] = ofSite[j]
        }
      })
    }
  }
}
