/** The value of a given rank (0 is the smallest). Reorders the values: smaller ones end before it, larger ones behind. */
export function select(values: Float64Array, rank: number, from = 0): number {
  let low = from
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >>> 1]
    let i = low
    let j = high
    while (i <= j) {
      while (values[i] < pivot) i++
      while (values[j] > pivot) j--
      if (i > j) break
      const held = values[i]
      values[i++] = values[j]
      values[j--] = held
    }
    if (rank <= j) high = j
    else if (rank >= i) low = i
    else break
  }
  return values[rank]
}

/** Quantiles in ascending order of `at` (0 to 1), linear between ranks (type 7). Reorders the values. */
export function quantiles(values: Float64Array, at: readonly number[]): number[] {
  let sorted = 0
  return at.map((p) => {
    const place = p * (values.length - 1)
    const rank = Math.floor(place)
    const lower = select(values, rank, sorted)
    sorted = rank
    if (rank === place) return lower
    const upper = select(values, rank + 1, rank + 1)
    return lower + (place - rank) * (upper - lower)
  })
}
