import { type Band, emptyBand, levels, setPoint } from '../band.ts'
import { sound } from '../fault.ts'
import { planOf } from '../numeric/plan.ts'
import { Walk } from '../numeric/walk.ts'
import type { Piece } from '../regimen.ts'
import { padded } from './crowd.ts'
import { SiteCrowd, type Somebody } from './crowd-sites.ts'
import type { Kernel, Pointer } from './kernel.ts'
import { lanes, workOf } from './layout.ts'
import { Ranks } from './ranked.ts'
import { type Room, sharedRoom } from './room.ts'

/** Times together in memory: the crowd goes forward one tile at a time, so memory holds a tile and not the whole study. */
const tile = 16

/** Rows of a tile, one time after the other, everybody's plasma in one and everybody's site in the other. */
type Rows = { plasma: Pointer; site: Pointer; size: number }

/** Writes the next so many times of everybody. */
type Forward = (from: number, to: number) => void

/** Quantiles of plasma and site over a crowd, point by point. */
export function bandOf(
  people: readonly Somebody[],
  pieces: readonly Piece[],
  times: ArrayLike<number>,
  kind?: Kernel,
): { plasma: Band; effectSite: Band } {
  const plan = planOf(pieces, times)
  const room = sharedRoom('band', kind)
  const [size, ranks] = [padded(people.length), new Ranks(levels, people.length)]
  const n = ranks.ranks.length
  const isEven = SiteCrowd.can(people, plan)
  const lengths = isEven ? SiteCrowd.lengthsOf(people.length, plan) : [0, 0]
  const [runs, blocks, plasma, site, wanted, values, work] = room.places(...lengths, size * tile, size * tile, n, n, workOf(size))
  const rows = { plasma, site, size }
  const forward = isEven
    ? inBlocks(people, new SiteCrowd(people.length, plan, room, [runs, blocks]), rows)
    : alone(people, pieces, times, room, rows)
  room.view(wanted, n).set(ranks.ranks)
  const found = { plasma: emptyBand(times.length), effectSite: emptyBand(times.length) }
  for (let from = 0; from < times.length; from += tile) {
    const to = Math.min(from + tile, times.length)
    forward(from, to)
    for (const [band, row] of [
      [found.plasma, plasma],
      [found.effectSite, site],
    ] as const)
      for (let i = from; i < to; i++) {
        room.kernel.ranked(row + (i - from) * size * 8, people.length, wanted, n, values, work)
        const ranked = room.view(values, n)
        setPoint(
          band,
          i,
          levels.map((_, q) => ranks.quantile(q, ranked)),
        )
      }
  }
  for (const [name, band] of Object.entries(found)) for (const values of Object.values(band)) sound(name, values)
  return found
}

function inBlocks(people: readonly Somebody[], crowd: SiteCrowd, { plasma, site, size }: Rows): Forward {
  crowd.settle(people)
  return (from, to) => crowd.advance(to - from, plasma, site, lanes * 8, size * 8)
}

/** Each alone where the steps are too many to prepare, or a liver adds a mode. */
function alone(
  people: readonly Somebody[],
  pieces: readonly Piece[],
  times: ArrayLike<number>,
  room: Room,
  { plasma, site, size }: Rows,
): Forward {
  const walks = people.map(({ modes, ke0 }) => new Walk(modes, ke0, pieces))
  const [ofPlasma, ofSite] = [new Float64Array(tile), new Float64Array(tile)]
  return (from, to) => {
    const [plasmas, sites] = [room.view(plasma, size * tile), room.view(site, size * tile)]
    walks.forEach((walk, i) => {
      walk.along(times, from, to, ofPlasma, ofSite, -from)
      for (let j = 0; j < to - from; j++) {
        plasmas[j * size + i] = ofPlasma[j]
        sites[j * size + i] = ofSite[j]
      }
    })
  }
}
