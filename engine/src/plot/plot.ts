import { drawPanel, mostLetters } from './panel.ts'
import { exactScale, extent } from './scale.ts'
import type { Plot } from './shape.ts'
import { cut, digits, text, widthOf, wrapped } from './words.ts'

const size = { width: 760, left: 64, top: 72, between: 52, one: 300, many: 170 }
const ink = '#4a5158'

/** A picture as SVG that stands alone: axes with units, zero included, each line named where it ends, and what to doubt beneath. */
export function plot({ title, caption, xLabel, x, xFrom, xSteps, panels }: Plot): string {
  const longest = Math.max(0, ...panels.flatMap(({ lines }) => lines.map(({ label }) => widthOf(cut(label, mostLetters)))))
  const wide = size.width - size.left - Math.max(40, longest + 32)
  const high = panels.length === 1 ? size.one : size.many
  const across = exactScale(
    extent([x, xFrom === undefined ? [] : [xFrom], ...panels.map(({ marks = [] }) => marks.map((mark) => mark.x))]),
    xSteps,
  )
  const px = (value: number) => Math.round(100 * (size.left + ((value - across.from) / (across.to - across.from)) * wide)) / 100
  const bottom = size.top + panels.length * (high + size.between) - size.between
  const lines = wrapped(caption, size.width - size.left - 16, 11)
  const height = bottom + 58 + lines.length * 15
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" role="img" aria-label="${text(title)}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${text(title)}</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${size.left}" y="30" font-size="16" fill="#1c2126">${text(cut(title, 80))}</text>`,
    ...panels.flatMap((panel, i) =>
      drawPanel(panel, x, across, { left: size.left, top: size.top + i * (high + size.between), wide, high }),
    ),
    ...across.ticks.map(
      (value) =>
        `<path d="M${px(value)} ${bottom}v5" stroke="${ink}"/><text x="${px(value)}" y="${bottom + 18}" text-anchor="middle" fill="${ink}">${digits(value)}</text>`,
    ),
    `<text x="${size.left + wide / 2}" y="${bottom + 36}" text-anchor="middle" fill="${ink}">${text(xLabel)}</text>`,
    ...lines.map(
      (words, i) => `<text x="${size.left}" y="${bottom + 60 + i * 15}" font-size="11" fill="${ink}">${text(words)}</text>`,
    ),
    '</svg>',
  ].join('\n')
}
