import { type Band, emptyBand, levels, setPoint } from '../band.ts'
import { sound } from '../fault.ts'
import { type Drawn, DrawnCrowd, most } from './drawn-crowd.ts'
import { workOf } from './layout.ts'
import { Ranks } from './ranked.ts'
import { sharedRoom } from './room.ts'
import { type BandOptions, type SetRanked, TwoPasses } from './two-passes.ts'

type Bands = { plasma: Band; effectSite: Band }

/** Exact quantiles of plasma and site over drawn people, point by point. However many they are, a few thousand are in memory. */
export function bandOf(drawn: Drawn, times: ArrayLike<number>, options: BandOptions = {}): Bands {
  const found = { plasma: emptyBand(times.length), effectSite: emptyBand(times.length) }
  const ranks = new Ranks(levels, drawn.size)
  const set = (name: keyof Bands, i: number, values: ArrayLike<number>) =>
    setPoint(
      found[name],
      i,
      levels.map((_, q) => ranks.quantile(q, values)),
    )
  if (drawn.size <= most) atOnce(drawn, times, ranks, set, options)
  else new TwoPasses(drawn, times, ranks, options).each(set)
  for (const [name, band] of Object.entries(found)) for (const values of Object.values(band)) sound(name, values)
  return found
}

function atOnce(drawn: Drawn, times: ArrayLike<number>, { ranks }: Ranks, set: SetRanked, { kind }: BandOptions): void {
  const n = ranks.length
  const crowd = new DrawnCrowd(drawn, times, sharedRoom('band', kind), [n, n, workOf(drawn.size)])
  const { room } = crowd
  const [wanted, values, work] = crowd.spare
  room.view(wanted, n).set(ranks)
  crowd.pass((i, { plasma, site, count }) => {
    room.kernel.ranked(plasma, count, wanted, n, values, work)
    set('plasma', i, room.view(values, n))
    room.kernel.ranked(site, count, wanted, n, values, work)
    set('effectSite', i, room.view(values, n))
  })
}
