/** A line through values at times, with a band drawn beneath it where there is one. */
export type Line = { label: string; values: readonly number[]; band?: { low: readonly number[]; high: readonly number[] } }

export type Plot = {
  title: string
  caption: string
  xLabel: string
  yLabel: string
  x: readonly number[]
  lines: readonly Line[]
}

const size = { width: 720, height: 420, left: 64, right: 150, top: 44, bottom: 76 }
const colours = ['#1f5f8b', '#b4531f', '#3d7a3a', '#7a4a8c', '#8a6d1d', '#5b5f66']

/** A picture of lines over a common axis, as SVG that stands alone: axes with units, zero included, each line named where it ends. */
export function plot({ title, caption, xLabel, yLabel, x, lines }: Plot): string {
  const top = nice(Math.max(1e-12, ...lines.flatMap(({ values, band }) => [...values, ...(band?.high ?? [])])))
  const [from, to] = [x[0] ?? 0, x[x.length - 1] ?? 1]
  const [wide, high] = [size.width - size.left - size.right, size.height - size.top - size.bottom]
  const px = (value: number) => round(size.left + (to === from ? 0 : ((value - from) / (to - from)) * wide))
  const py = (value: number) => round(size.top + high - (value / top) * high)
  const path = (values: readonly number[]) =>
    values.map((value, i) => `${i === 0 ? 'M' : 'L'}${px(x[i] ?? 0)} ${py(value)}`).join('')
  const area = (band: NonNullable<Line['band']>) =>
    `${path(band.high)}${band.low
      .map((value, i) => ({ value, i }))
      .reverse()
      .map(({ value, i }) => `L${px(x[i] ?? 0)} ${py(value)}`)
      .join('')}Z`
  const labels = spread(lines.map(({ values }) => py(values[values.length - 1] ?? 0)))
  const colour = (i: number) => colours[i % colours.length]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${text(title)}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${text(title)}</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${size.left}" y="24" font-size="15" fill="#1c2126">${text(title)}</text>`,
    ...ticks(0, top).map(
      (value) =>
        `<path d="M${size.left} ${py(value)}h${wide}" stroke="#e3e6ea"/><text x="${size.left - 8}" y="${py(value) + 4}" text-anchor="end" fill="#4a5158">${value}</text>`,
    ),
    ...ticks(from, to).map(
      (value) => `<text x="${px(value)}" y="${size.top + high + 18}" text-anchor="middle" fill="#4a5158">${value}</text>`,
    ),
    `<text x="${size.left + wide / 2}" y="${size.top + high + 38}" text-anchor="middle" fill="#4a5158">${text(xLabel)}</text>`,
    `<text x="14" y="${size.top - 10}" fill="#4a5158">${text(yLabel)}</text>`,
    ...lines.flatMap(({ band }, i) => (band ? [`<path d="${area(band)}" fill="${colour(i)}" fill-opacity="0.16"/>`] : [])),
    ...lines.map(({ values }, i) => `<path d="${path(values)}" fill="none" stroke="${colour(i)}" stroke-width="2"/>`),
    ...lines.map(
      ({ label }, i) => `<text x="${size.left + wide + 8}" y="${labels[i] + 4}" fill="${colour(i)}">${text(label)}</text>`,
    ),
    `<text x="${size.left}" y="${size.height - 12}" font-size="11" fill="#4a5158">${text(caption)}</text>`,
    '</svg>',
  ].join('\n')
}

const round = (value: number) => Math.round(value * 100) / 100
const text = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The least round number that is not below. */
function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((digit) => digit * power >= value * (1 - 1e-12)) ?? 10) * power
}

function ticks(from: number, to: number): number[] {
  const step = nice((to - from) / 6 || 1)
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** Names that would lie on each other, moved apart. */
function spread(places: readonly number[]): number[] {
  const order = places.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place)
  const found = [...places]
  let last = Number.NEGATIVE_INFINITY
  for (const { place, i } of order) {
    last = Math.max(place, last + 15)
    found[i] = last
  }
  return found
}
