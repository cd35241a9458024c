import { select } from '../numeric/quantile.ts'

/** The values of given ranks, ascending. Reorders the values. */
export function rankedOf(values: Float64Array, ranks: ArrayLike<number>, out: Float64Array): void {
  for (let i = 0; i < ranks.length; i++) out[i] = select(values, ranks[i], i === 0 ? 0 : ranks[i - 1])
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
