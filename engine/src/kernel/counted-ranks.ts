import { select } from '../numeric/quantile.ts'
import { baseOf, bucketOf, wordsOf } from './buckets.ts'
import type { Ranks } from './ranked.ts'

/** 64 octaves to either side of one of the first values. */
const buckets = 8192

type Kept = { values: Float64Array; filled: number }

/**
 * The values of given ranks at each of some times among people who pass by twice, in parts, and are never kept: first they are counted
 * into buckets, then only what falls into a bucket with a wanted rank is. Values are not below zero. Parts may come in any order.
 */
export class CountedRanks {
  private readonly ranks: Ranks
  private readonly base: Int32Array
  private readonly isSeen: Uint8Array
  private readonly zeros: Uint32Array
  private readonly counts: Uint32Array
  private readonly kept = new Map<number, Map<number, Kept>>()

  constructor(times: number, ranks: Ranks) {
    this.ranks = ranks
    this.base = new Int32Array(times)
    this.isSeen = new Uint8Array(times)
    this.zeros = new Uint32Array(times)
    this.counts = new Uint32Array(times * buckets)
  }

  /** The first time they pass. */
  count(time: number, values: Float64Array): void {
    const words = wordsOf(values)
    if (this.isSeen[time] === 0) {
      this.isSeen[time] = 1
      this.base[time] = baseOf(words, buckets)
    }
    const [counts, base] = [this.counts.subarray(time * buckets, (time + 1) * buckets), this.base[time]]
    for (let i = 0; i < values.length; i++) {
      if (values[i] === 0) this.zeros[time] += 1
      else counts[bucketOf(words, i, base, buckets)] += 1
    }
  }

  /** How many values of a time must be kept the second time. */
  toKeep(time: number): number {
    let all = 0
    for (const at of new Set(this.wanted(time).map(({ at }) => at))) if (at >= 0) all += this.counts[time * buckets + at]
    return all
  }

  /** The second time they pass. */
  gather(time: number, values: Float64Array): void {
    const kept = this.kept.get(time) ?? this.opened(time)
    const [words, base] = [wordsOf(values), this.base[time]]
    for (let i = 0; i < values.length; i++) {
      const part = values[i] === 0 ? undefined : kept.get(bucketOf(words, i, base, buckets))
      if (part) part.values[part.filled++] = values[i]
    }
  }

  /** The values of the ranks at a time, once all have passed twice; what was kept of it is let go. */
  ranked(time: number): number[] {
    const kept = this.kept.get(time)
    this.kept.delete(time)
    return this.wanted(time).map(({ at, rank }) => {
      const part = kept?.get(at)
      return part ? select(part.values, rank) : 0
    })
  }

  private opened(time: number): Map<number, Kept> {
    const parts = this.wanted(time).flatMap(({ at }): [number, Kept][] =>
      at < 0 ? [] : [[at, { values: new Float64Array(this.counts[time * buckets + at]), filled: 0 }]],
    )
    const kept = new Map(parts)
    this.kept.set(time, kept)
    return kept
  }

  /** The bucket of each wanted rank and the rank within it; −1 where the value is zero. */
  private wanted(time: number): { at: number; rank: number }[] {
    let [at, before] = [-1, 0]
    let inside = this.zeros[time]
    return this.ranks.ranks.map((rank) => {
      while (before + inside <= rank) {
        before += inside
        at += 1
        inside = this.counts[time * buckets + at]
      }
      return { at, rank: rank - before }
    })
  }
}
