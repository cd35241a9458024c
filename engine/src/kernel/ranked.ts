import { select } from '../numeric/quantile.ts'
import { baseOf, bucketOf as bucketAt, wordsOf } from './buckets.ts'

/** Eight octaves to either side of one of the values. */
const buckets = 1024

/**
 * The values of given ranks (ascending) among values that are not below zero. Nothing is sorted: all are counted into buckets, and only a
 * bucket in which a wanted rank lies is looked at closer.
 */
export function rankedOf(values: Float64Array, ranks: ArrayLike<number>, out: Float64Array): void {
  const { bucketOf, before } = counted(values)
  const found = Array.from(ranks, (rank) => {
    let at = 0
    while (before[at + 1] <= rank) at++
    return at
  })
  const parts = gathered(values, bucketOf, before, found)
  found.forEach((at, i) => {
    out[i] = select(parts.get(at) ?? values, ranks[i] - before[at])
  })
}

/** The bucket of each value, and how many values lie in the buckets before each. */
function counted(values: Float64Array): { bucketOf: Uint16Array; before: Int32Array } {
  const words = wordsOf(values)
  const base = baseOf(words, buckets)
  const bucketOf = new Uint16Array(values.length)
  const before = new Int32Array(buckets + 1)
  for (let i = 0; i < bucketOf.length; i++) {
    const bucket = bucketAt(words, i, base, buckets)
    bucketOf[i] = bucket
    before[bucket + 1] += 1
  }
  for (let at = 0; at < buckets; at++) before[at + 1] += before[at]
  return { bucketOf, before }
}

/** What lies in the buckets found. */
function gathered(
  values: Float64Array,
  bucketOf: Uint16Array,
  before: Int32Array,
  found: readonly number[],
): Map<number, Float64Array> {
  const parts = new Map(found.map((at) => [at, new Float64Array(before[at + 1] - before[at])]))
  const isWanted = new Uint8Array(buckets)
  const filled = new Int32Array(buckets)
  for (const at of parts.keys()) isWanted[at] = 1
  for (let i = 0; i < bucketOf.length; i++) {
    const at = bucketOf[i]
    if (isWanted[at] === 0) continue
    const part = parts.get(at)
    if (part) part[filled[at]++] = values[i]
  }
  return parts
}

/** Which ranks quantiles of `count` values lie between (type 7), and how to put them together. */
export class Ranks {
  readonly ranks: readonly number[]
  private readonly levels: readonly { low: number; high: number; share: number }[]

  constructor(levels: readonly number[], count: number) {
    const places = levels.map((level) => level * (count - 1))
    const wanted = places.flatMap((place) => [Math.floor(place), Math.ceil(place)])
    this.ranks = [...new Set(wanted)].sort((a, b) => a - b)
    this.levels = places.map((place) => ({
      low: this.ranks.indexOf(Math.floor(place)),
      high: this.ranks.indexOf(Math.ceil(place)),
      share: place - Math.floor(place),
    }))
  }

  /** Quantile number q from the values of the ranks. */
  quantile(q: number, values: ArrayLike<number>): number {
    const { low, high, share } = this.levels[q]
    return share === 0 ? values[low] : values[low] + share * (values[high] - values[low])
  }
}
