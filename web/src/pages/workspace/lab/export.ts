import type { FanPoint } from '../../../charts/fan.tsx'
import type { LinePoint, Which } from '../../../data/lab.ts'

export type DrawnCurve = Which & {
  version: string
  /** Whose spread between people the band shows. */
  spread: string
  points: readonly LinePoint[]
  fan: readonly FanPoint[] | undefined
}

type Table = { curves: readonly DrawnCurve[]; quantity: string; drug: string; size: string; seed: string }

const quoted = (cell: string | number) => {
  const text = String(cell)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const head = ['regimen', 'model', 'model_version', 'drug', 'quantity', 'basis', 'spread', 'people', 'seed', 'min']
const levels = ['typical', 'p5', 'p25', 'p50', 'p75', 'p95']

/** Every point of every curve as a line of figures in full precision; what has not been drawn yet is left empty. */
export function csvOf({ curves, quantity, drug, size, seed }: Table): string {
  const lines = curves.flatMap(({ regimen, model, version, spread, points, fan }) =>
    points.map(({ at, value }, i) => {
      const f = fan?.[i]
      const figures = [value, f?.p5, f?.p25, f?.median, f?.p75, f?.p95].map((each) => each ?? '')
      return [
        regimen,
        model,
        version,
        drug,
        quantity,
        'model estimate',
        spread,
        size,
        seed,
        Math.round(at * 60_000) / 1000,
        ...figures,
      ]
    }),
  )
  return [[...head, ...levels.map((level) => `${level}_ng_per_ml`)], ...lines]
    .map((line) => line.map(quoted).join(','))
    .join('\n')
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A picture of the page as a file that stands alone: its colours looked up, its name and caption inside it. */
export function svgFile(
  markup: string,
  { title, caption }: { title: string; caption: string },
  colour: (name: string) => string,
) {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(markup)
  const [width, height] = [Number(box?.[1] ?? 760), Number(box?.[2] ?? 400)]
  const pad = 24
  const lines = wrapped(caption, Math.floor(width / 6.2))
  const whole = height + pad * 2 + 30 + lines.length * 17
  const inner = markup
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '')
    .replaceAll(/var\((--[\w-]+)(?:,\s*var\((--[\w-]+)\))?\)/g, (_, name: string, other?: string) =>
      (colour(name) || (other ? colour(other) : '')).trim(),
    )
  const ink = colour('--dl-ink').trim()
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width + pad * 2} ${whole}" role="img" aria-label="${escaped(title)}" font-family="'Source Sans 3', system-ui, sans-serif">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${colour('--dl-surface').trim()}"/>`,
    `<text x="${pad}" y="${pad + 6}" font-size="16" font-weight="650" fill="${ink}">${escaped(title)}</text>`,
    `<g transform="translate(${pad} ${pad + 24})">${inner}</g>`,
    ...lines.map(
      (line, i) =>
        `<text x="${pad}" y="${height + pad + 48 + i * 17}" font-size="12.5" fill="${colour('--dl-ink-2').trim()}">${escaped(line)}</text>`,
    ),
    '</svg>',
  ].join('\n')
}

function wrapped(words: string, most: number): string[] {
  const lines = ['']
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length >= most) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

/** Hands a text to the browser as a file. */
export function save(name: string, type: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
