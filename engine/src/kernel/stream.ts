import { levels as bandLevels } from '../band.ts'
import { type Fault, numberFaults, refuse, sound } from '../fault.ts'
import { type Even, listOf, stopFaults } from '../numeric/even.ts'
import { leaping, planOf } from '../numeric/plan.ts'
import { pieces, type Regimen, regimenFaults } from '../regimen.ts'
import type { Times } from '../simulate.ts'
import { Crowd, lengthsOf, padded } from './crowd.ts'
import { lanes, workOf } from './layout.ts'
import { type People, peopleFaults } from './people.ts'
import { Ranks } from './ranked.ts'
import { Room, sharedRoom } from './room.ts'

/** Times together in memory: the bound on what a person costs, whatever the number of times. */
const tile = 16

/** People whose memory is kept for the next call. */
const mostShared = 20_000

export type StreamInput = {
  people: People
  regimen: Regimen
  /** Min, ascending. */
  times: Times | Even
  /** Between 0 and 1, ascending; those of a band unless said. */
  levels?: readonly number[]
  /** Places in `times` to do, the second not included: what one of several workers does. All unless said. */
  span?: { from: number; to: number }
  room?: Room
}

/**
 * Exact quantiles (type 7, mg/L) of plasma over everybody at each time, one list per level. Nothing is stored but sixteen times of
 * everybody, about 350 bytes a person, so a million people fit in 350 MB. Spans put together are, to the byte, what one call gives.
 */
export function quantilesOf({ people, regimen, times, levels = bandLevels, span, room: given }: StreamInput): Float64Array[] {
  refuse(peopleFaults(people), regimenFaults(regimen), stopFaults(times), levelFaults(levels))
  const at = listOf(times)
  const { from, to } = span ?? { from: 0, to: at.length }
  refuse(numberFaults('span.from', from, { min: 0, max: at.length }), numberFaults('span.to', to, { min: from, max: at.length }))
  const plan = leaping(planOf(pieces(regimen), at))
  const count = people.v1.length
  const room = given ?? (count > mostShared ? new Room() : sharedRoom('stream'))
  const size = padded(count)
  const ranks = new Ranks(levels, count)
  const n = ranks.ranks.length
  const found = levels.map(() => new Float64Array(to - from))
  const [list, steps, runs, blocks, flags, rows, wanted, values, work] = room.places(
    ...lengthsOf(people, plan),
    size * tile,
    n,
    n,
    workOf(size),
  )
  const crowd = new Crowd(people, plan, room, { people: list, steps, runs, blocks, flags })
  room.view(wanted, n).set(ranks.ranks)
  crowd.skip(from)
  for (let i = from; i < to; i += tile) {
    const stops = Math.min(tile, to - i)
    crowd.advance(stops, rows, lanes * 8, size * 8)
    for (let j = 0; j < stops; j++) {
      room.kernel.ranked(rows + j * size * 8, count, wanted, n, values, work)
      const ranked = room.view(values, n)
      for (let q = 0; q < levels.length; q++) found[q][i - from + j] = ranks.quantile(q, ranked)
    }
  }
  return found.map((values) => sound('plasma', values))
}

const levelFaults = (levels: readonly number[]): Fault[] =>
  levels.flatMap((level, i) => numberFaults(`levels[${i}]`, level, { min: levels[i - 1] ?? 0, max: 1 }))
