import { extent, roundScale } from './scale.ts'
import { cut, digits, text, wrapped } from './words.ts'

/** What is expected with its interval, and what was seen, if anything was. */
export type Interval = { label: string; unit: string; expected: number; low: number; high: number; seen?: number }

const size = { width: 760, left: 300, right: 28, top: 62, row: 34, foot: 34 }
const ink = '#4a5158'

/** Intervals beneath each other, those of one unit on one axis; a ring is what was seen. */
export function intervals(title: string, caption: string, rows: readonly Interval[]): string {
  const units = [...new Set(rows.map(({ unit }) => unit))]
  let top = size.top
  const groups = units.map((unit) => {
    const own = rows.filter((row) => row.unit === unit)
    const drawn = drawGroup(unit, own, top)
    top += own.length * size.row + size.foot + 22
    return drawn
  })
  const words = wrapped(caption, size.width - 40, 11)
  const height = top + words.length * 15
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="img" aria-label="${text(title)}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${text(title)}</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="20" y="30" font-size="16" fill="#1c2126">${text(cut(title, 80))}</text>`,
    ...groups.flat(),
    ...words.map((line, i) => `<text x="20" y="${top + i * 15}" font-size="11" fill="${ink}">${text(line)}</text>`),
    '</svg>',
  ].join('\n')
}

function drawGroup(unit: string, rows: readonly Interval[], top: number): string[] {
  const wide = size.width - size.left - size.right
  const scale = roundScale(extent(rows.map(({ low, high, expected, seen }) => [low, high, expected, seen ?? expected])), 6)
  const px = (value: number) => Math.round(100 * (size.left + ((value - scale.from) / (scale.to - scale.from)) * wide)) / 100
  const bottom = top + rows.length * size.row
  return [
    ...scale.ticks.flatMap((tick) => [
      `<path d="M${px(tick)} ${top}V${bottom}" stroke="${tick === 0 ? '#9aa1a8' : '#e3e6ea'}"/>`,
      `<text x="${px(tick)}" y="${bottom + 16}" text-anchor="middle" fill="${ink}">${digits(tick)}</text>`,
    ]),
    `<text x="${size.left + wide / 2}" y="${bottom + 33}" text-anchor="middle" fill="${ink}">${text(unit)}</text>`,
    ...rows.flatMap((row, i) => drawRow(row, top + (i + 0.5) * size.row, px)),
  ]
}

const drawRow = ({ label, low, high, expected, seen }: Interval, y: number, px: (value: number) => number) => [
  `<text x="${size.left - 14}" y="${y + 4}" text-anchor="end" fill="#1c2126">${text(cut(label, 44))}</text>`,
  `<path d="M${px(low)} ${y}H${px(high)}" stroke="#1f5f8b" stroke-width="3"/><circle cx="${px(expected)}" cy="${y}" r="4.5" fill="#1f5f8b"/>`,
  ...(seen === undefined ? [] : [`<circle cx="${px(seen)}" cy="${y}" r="6" fill="none" stroke="#b4531f" stroke-width="2.2"/>`]),
]
