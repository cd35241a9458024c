import { Label, Leader, round } from './marks.tsx'
import type { Place } from './scale.ts'

export type PublishedRange = { label: string; from: number; to: number }

type PublishedRangesProps = { ranges: readonly PublishedRange[]; title: string; x: number; y: Place }

/** What others saw at which concentrations: words beside their bracket, from the highest down, never on top of one another. */
export function PublishedRanges({ ranges, title, x, y }: PublishedRangesProps) {
  const middle = ({ from, to }: PublishedRange) => y((from + to) / 2)
  const sorted = [...ranges].sort((a, b) => middle(a) - middle(b))
  const places: number[] = []
  for (const range of sorted) places.push(Math.max(middle(range), (places.at(-1) ?? -99) + 42))
  return (
    <g data-ranges>
      {title.split('\n').map((line, i) => (
        <Label key={line} x={x - 6} y={14 + i * 16} ink="var(--dl-ink-2)" size={13} bare>
          {line}
        </Label>
      ))}
      {sorted.map((range, i) => {
        const at = x + 4 + (sorted.length - 1 - i) * 9
        const [top, foot, words] = [round(y(range.to)), round(y(range.from)), places[i] ?? 0]
        return (
          <g key={range.label} data-range={range.label}>
            <path d={`M${at - 4},${top}H${at}V${foot}H${at - 4}`} fill="none" stroke="var(--dl-ink-2)" strokeWidth="1.3" />
            <Leader from={[at, Math.min(foot, Math.max(top, words - 4))]} to={[x + 22, words - 4]} />
            <Label x={x + 26} y={words} weight={600} size={13} bare>
              {range.label}
            </Label>
            <Label x={x + 26} y={words + 16} ink="var(--dl-ink-2)" size={13} bare>
              {range.from} to {range.to}
            </Label>
          </g>
        )
      })}
    </g>
  )
}
