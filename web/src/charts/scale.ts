/** Where a number stands in the drawing, px. */
export type Place = (value: number) => number

/** Puts numbers on a line of the drawing, px. */
export type Scale = Place & {
  /** Round numbers within the scale, about as many as are asked for. */
  ticks(about: number): number[]
  /** The same scale, from one round number to another. */
  nice(): Scale
}

const ABOUT = 10

/** The step between round numbers, as a power of ten times 1, 2 or 5; those under 1 as what 1 is parted by, so that no tick is 0.30000000000000004. */
function stepOf(span: number, about: number): { by: number; parts: number } {
  const raw = span / about
  const power = Math.floor(Math.log10(raw))
  const over = raw / 10 ** power
  const times = over >= Math.sqrt(50) ? 10 : over >= Math.sqrt(10) ? 5 : over >= Math.SQRT2 ? 2 : 1
  return power < 0 ? { by: 1, parts: 10 ** -power / times } : { by: times * 10 ** power, parts: 1 }
}

/** A straight scale from `first` and `last` to two places, px; where both are one number, all stands in the middle. */
export function scaleLinear([first, last]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const span = last - first
  const place = (value: number) => from + (span === 0 ? 0.5 : (value - first) / span) * (to - from)
  const ticks = (about: number) => {
    if (!(span > 0)) return span === 0 ? [first] : []
    const { by, parts } = stepOf(span, about)
    const at = (n: number) => (n * by) / parts
    let [start, end] = [Math.round((first * parts) / by), Math.round((last * parts) / by)]
    if (at(start) < first) start++
    if (at(end) > last) end--
    return Array.from({ length: end - start + 1 }, (_, i) => at(start + i))
  }
  const nice = () => {
    if (!(span > 0)) return scaleLinear([first, last], [from, to])
    const { by, parts } = stepOf(span, ABOUT)
    const round = (value: number, way: (n: number) => number) => (way((value * parts) / by) * by) / parts
    return scaleLinear([round(first, Math.floor), round(last, Math.ceil)], [from, to])
  }
  return Object.assign(place, { ticks, nice })
}
