type Point = readonly [x: number, y: number]

/** How far the point leaves the straight way between two others, upward or downward. */
const awayFrom = ([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point) => Math.abs(y1 + ((y2 - y1) * (x - x1)) / (x2 - x1) - y)

/** The points of a line, in order of x, without those that lie on it anyway: what is left out is nowhere further off than `within`. */
export function thinned(line: readonly Point[], within: number): Point[] {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || line.length < 3) return [...line]
  const off = line.map((point, i) => (i === 0 || i === line.length - 1 ? 0 : awayFrom(first, last, point)))
  const worst = off.indexOf(Math.max(...off))
  if ((off[worst] ?? 0) <= within) return [first, last]
  return [...thinned(line.slice(0, worst + 1), within), ...thinned(line.slice(worst), within).slice(1)]
}
