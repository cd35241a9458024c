import { CountedRanks } from './counted-ranks.ts'
import { type Drawn, DrawnCrowd, type Row } from './drawn-crowd.ts'
import type { Kernel } from './kernel.ts'
import type { Ranks } from './ranked.ts'
import { sharedRoom } from './room.ts'

export type BandOptions = {
  kind?: Kernel
  /** Told how many people have passed, of how many passings. */
  progress?: (done: number, of: number) => void
  /** Numbers that may be kept at once; 128 MB of them unless said. */
  room?: number
}

/** Takes the values of the ranks at time number i. */
export type SetRanked = (name: 'plasma' | 'effectSite', i: number, values: ArrayLike<number>) => void

/** Times that are counted together. */
const together = 512

const mostKept = 2 ** 24

/** Quantiles over a crowd that is not kept: it passes once to be counted, and again for the few values among which the ranks lie. */
export class TwoPasses {
  private readonly crowd: DrawnCrowd
  private readonly times: number
  private readonly ranks: Ranks
  private readonly room: number
  private readonly progress: BandOptions['progress']
  private readonly passings: number
  private passed = 0

  constructor(drawn: Drawn, times: ArrayLike<number>, ranks: Ranks, { kind, progress, room = mostKept }: BandOptions) {
    this.crowd = new DrawnCrowd(drawn, times, sharedRoom('band', kind), [])
    this.times = times.length
    this.ranks = ranks
    this.room = room
    this.progress = progress
    this.passings = 2 * Math.ceil(times.length / together) * drawn.size
  }

  each(set: SetRanked): void {
    for (let first = 0; first < this.times; first += together) this.span(first, Math.min(first + together, this.times), set)
  }

  private span(first: number, last: number, set: SetRanked): void {
    const both = { plasma: new CountedRanks(last - first, this.ranks), effectSite: new CountedRanks(last - first, this.ranks) }
    this.pass(first, last, (i, plasma, site) => {
      both.plasma.count(i - first, plasma)
      both.effectSite.count(i - first, site)
    })
    for (let from = first; from < last; ) {
      const to = first + this.fitting(Object.values(both), from - first, last - first)
      this.pass(from, to, (i, plasma, site) => {
        both.plasma.gather(i - first, plasma)
        both.effectSite.gather(i - first, site)
      })
      for (; from < to; from++) {
        set('plasma', from, both.plasma.ranked(from - first))
        set('effectSite', from, both.effectSite.ranked(from - first))
      }
    }
  }

  private pass(from: number, to: number, see: (time: number, plasma: Float64Array, site: Float64Array) => void): void {
    const { room } = this.crowd
    const shown = (i: number, { plasma, site, count }: Row) => {
      see(i, room.view(plasma, count), room.view(site, count))
      if (i < to - 1) return
      this.passed += count
      this.progress?.(Math.min(this.passed, this.passings), this.passings)
    }
    this.crowd.pass(shown, from, to)
  }

  /** To before which time what must be kept has room; at least one has. */
  private fitting(both: readonly CountedRanks[], from: number, end: number): number {
    let [to, all] = [from, 0]
    for (; to < end; to++) {
      for (const each of both) all += each.toKeep(to)
      if (all > this.room && to > from) break
    }
    return to
  }
}
