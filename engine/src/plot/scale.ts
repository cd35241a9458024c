/** A stretch of numbers laid on a stretch of the picture, with the round numbers that are written beside it. */
export type Scale = { from: number; to: number; ticks: readonly number[] }

const most = 8

/** Of anything smaller no axis can be made; it is drawn as nothing. */
const slightest = 1e-100

/** Steps people read easily: of a list where there is one (hours of a day, say), else 1, 2 or 5 times a power of ten. */
function stepFor(span: number, steps: readonly number[], count: number): number {
  const listed = steps.find((step) => span / step <= count)
  if (listed !== undefined) return listed
  const power = 10 ** Math.floor(Math.log10(span / count))
  return ([1, 2, 5].find((digit) => span / (digit * power) <= count) ?? 10) * power
}

const multiples = (step: number, first: number, last: number) =>
  Array.from({ length: Math.round(last - first) + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))

/** Least and greatest; a loop, since a picture may have a hundred thousand points. */
export function extent(lists: readonly (readonly number[])[]): [least: number, greatest: number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const list of lists)
    for (const value of list) {
      if (value < least) least = value
      if (value > greatest) greatest = value
    }
  return least <= greatest ? [least, greatest] : [0, 1]
}

/** From exactly the least to exactly the greatest, round numbers between. */
export function exactScale([from, to]: readonly [number, number], steps: readonly number[] = []): Scale {
  const end = to - from > slightest ? to : from + 1
  const step = stepFor(end - from, steps, most)
  return { from, to: end, ticks: multiples(step, Math.ceil(from / step - 1e-9), Math.floor(end / step + 1e-9)) }
}

/** From 0, or below it where values are, to the next round number above. */
export function roundScale([least, greatest]: readonly [number, number], count: number): Scale {
  const [low, high] = [Math.min(0, least), Math.max(0, greatest)]
  const step = stepFor(high - low > slightest ? high - low : 1, [], count)
  const [first, last] = [Math.floor(low / step + 1e-9), Math.max(1, Math.ceil(high / step - 1e-9))]
  return { from: first * step, to: last * step, ticks: multiples(step, first, last) }
}
