import { extent, roundScale, type Scale } from './scale.ts'
import type { Band, Level, Line, Panel } from './shape.ts'
import { cut, digits, text } from './words.ts'

/** Where a panel stands in the picture. */
export type Frame = { left: number; top: number; wide: number; high: number }

/** Colours that can be told apart by most eyes and in grey; when they are used up they come again with a broken line. */
const colours = ['#1f5f8b', '#b4531f', '#3d7a3a', '#7a4a8c', '#8a6d1d', '#5b5f66']
const breaks = ['', ' stroke-dasharray="7 4"', ' stroke-dasharray="2 3"']
const ink = '#4a5158'
export const mostLetters = 34

type Placed = { px: (value: number) => number; py: (value: number) => number; x: readonly number[]; frame: Frame }

/** One panel as SVG: its axis, its bands beneath its lines, its marks, and every line named where it ends. */
export function drawPanel(panel: Panel, x: readonly number[], across: Scale, frame: Frame): string[] {
  const { lines, marks = [], levels = [] } = panel
  const values = lines.flatMap(({ values: own, bands = [] }) => [own, ...bands.flatMap(({ low, high }) => [low, high])])
  const up = roundScale(extent([...values, marks.map(({ y }) => y), levels.map(({ value }) => value)]), frame.high > 200 ? 6 : 4)
  const px = (value: number) => round(frame.left + ((value - across.from) / (across.to - across.from)) * frame.wide)
  const py = (value: number) => round(frame.top + frame.high - ((value - up.from) / (up.to - up.from)) * frame.high)
  const placed = { px, py, x, frame }
  return [
    `<text x="${frame.left}" y="${frame.top - 10}" fill="${ink}">${text(panel.yLabel)}</text>`,
    ...up.ticks.flatMap((tick) => drawTick(tick, placed)),
    ...lines.flatMap(({ bands = [] }, i) => bands.map((band) => drawBand(band, i, placed))),
    ...levels.flatMap((level) => drawLevel(level, placed)),
    ...lines.map((line, i) => drawLine(line, i, placed)),
    ...marks.map(
      ({ x: at, y }) => `<circle cx="${px(at)}" cy="${py(y)}" r="3" fill="#fff" stroke="#1c2126" stroke-width="1.2"/>`,
    ),
    ...drawNames(lines, placed),
  ]
}

const round = (value: number) => Math.round(value * 100) / 100
const colourOf = (i: number) => colours[i % colours.length]
const breakOf = (i: number) => breaks[Math.floor(i / colours.length) % breaks.length]

const drawTick = (value: number, { py, frame: { left, wide } }: Placed) => [
  `<path d="M${left} ${py(value)}h${wide}" stroke="${value === 0 ? '#9aa1a8' : '#e3e6ea'}"/>`,
  `<text x="${left - 8}" y="${py(value) + 4}" text-anchor="end" fill="${ink}">${digits(value)}</text>`,
]

const pathOf = ({ values, stepped }: Pick<Line, 'values' | 'stepped'>, { px, py, x }: Placed) =>
  values
    .map((value, i) => {
      if (i === 0) return `M${px(x[0])} ${py(value)}`
      return stepped ? `H${px(x[i])}V${py(value)}` : `L${px(x[i])} ${py(value)}`
    })
    .join('')

function drawBand({ low, high }: Band, i: number, placed: Placed): string {
  const { px, py, x } = placed
  const back = low.map((value, j) => `L${px(x[j])} ${py(value)}`).reverse()
  return `<path d="${pathOf({ values: high }, placed)}${back.join('')}Z" fill="${colourOf(i)}" fill-opacity="0.15"/>`
}

const drawLevel = ({ value, label }: Level, { py, frame: { left, wide } }: Placed) => [
  `<path d="M${left} ${py(value)}h${wide}" stroke="#1c2126" stroke-dasharray="2 4"/>`,
  `<text x="${left + wide - 4}" y="${py(value) - 5}" text-anchor="end" font-size="11" fill="${ink}">${text(label)}</text>`,
]

const drawLine = (line: Line, i: number, placed: Placed) =>
  `<path d="${pathOf(line, placed)}" fill="none" stroke="${colourOf(i)}" stroke-width="2"${breakOf(i)}/>`

/** Names beside the ends of their lines, moved apart where they would lie on each other, and then tied to the ends. */
function drawNames(lines: readonly Line[], { py, frame: { left, top, wide, high } }: Placed): string[] {
  const ends = lines.map(({ values }) => py(values[values.length - 1] ?? 0))
  const places = apart(ends, top + high)
  return lines.flatMap(({ label }, i) => [
    `<path d="M${left + wide + 2} ${ends[i]}L${left + wide + 14} ${places[i]}" stroke="${colourOf(i)}" stroke-width="0.8" fill="none"/>`,
    `<text x="${left + wide + 18}" y="${round(places[i] + 4)}" fill="${colourOf(i)}">${text(cut(label, mostLetters))}</text>`,
  ])
}

const gap = 15

function apart(ends: readonly number[], bottom: number): number[] {
  const order = ends.map((end, i) => ({ end, i })).sort((a, b) => a.end - b.end)
  const found = [...ends]
  let last = Number.NEGATIVE_INFINITY
  for (const { end, i } of order) {
    last = Math.max(end, last + gap)
    found[i] = last
  }
  let next = bottom + gap
  for (const { i } of order.reverse()) {
    next = Math.min(found[i], next - gap)
    found[i] = next
  }
  return found
}
