import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { Label, round } from './marks.tsx'

type Span = { low: number; high: number }

/** One estimate in its interval, and beside it, where somebody looked, what was seen. */
export type IntervalRow = {
  label: string
  note?: string
  at: number
  outer?: Span | undefined
  inner?: Span | undefined
  seen?: ({ at: number } & Span) | undefined
  words: string
  more?: string
}

/** Rows of one unit, on one scale. */
export type IntervalGroup = { title: string; unit: string; isFromZero: boolean; rows: readonly IntervalRow[] }

type IntervalRowsProps = {
  /** Long labels: each above its bar. */ isStacked?: boolean
  label: string
  groups: readonly IntervalGroup[]
  ink: string
  caption: ReactNode
  twin: TwinOf
}
type TwinOf = { caption: string; head: readonly string[] }

const top = 46
const rowHeight = 46
const narrowRow = 84

/** Estimates as discs in their intervals, row under row, with what was seen as rings; every group on a scale of its own. */
export function IntervalRows({ isStacked = false, label, groups, ink, caption, twin }: IntervalRowsProps) {
  const rows = groups.flatMap(({ title, rows: each }) =>
    each.map((row) => [title, row.label, row.words, row.more ?? '', row.note ?? '']),
  )
  return (
    <Chart label={label} caption={caption} twin={{ ...twin, rows }} width={560}>
      {(width) => {
        const isNarrow = isStacked || width < 430
        const step = isNarrow ? narrowRow : rowHeight
        const heights = groups.map((group) => top + group.rows.length * step + 10)
        const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, each) => sum + each, 0))
        return (
          <svg viewBox={`0 0 ${width} ${heights.reduce((sum, each) => sum + each, 0)}`} aria-hidden="true">
            {groups.map((group, i) => (
              <g key={group.title} transform={`translate(0 ${tops[i] ?? 0})`} data-group={group.title}>
                <Group {...{ group, ink, width, isNarrow, step }} />
              </g>
            ))}
          </svg>
        )
      }}
    </Chart>
  )
}

const reach = ({ rows, isFromZero }: IntervalGroup): [number, number] => {
  const all = rows.flatMap(({ at, outer, seen }) => [at, ...[outer, seen].flatMap((span) => (span ? [span.low, span.high] : []))])
  return [Math.min(isFromZero ? 0 : Infinity, ...all), Math.max(...all)]
}

type GroupProps = { group: IntervalGroup; ink: string; width: number; isNarrow: boolean; step: number }

function Group({ group, ink, width, isNarrow, step }: GroupProps) {
  const left = isNarrow ? 8 : Math.min(210, width * 0.27)
  const right = width - (isNarrow ? 16 : 124)
  const x = scaleLinear(reach(group), [left, right]).nice()
  // Where words stand over the bars, no line runs through them.
  const spans = isNarrow
    ? group.rows.map((_, i) => [top + i * step + 40, top + i * step + 70] as const)
    : [[36, top + group.rows.length * step - 10] as const]
  return (
    <>
      <Label x={0} y={14} weight={650} bare>
        {group.title} <tspan fontWeight={400}>{group.unit}</tspan>
      </Label>
      {x.ticks(isNarrow ? 4 : 6).map((tick) => (
        <g key={tick}>
          {spans.map(([from, to]) => (
            <line
              key={from}
              x1={round(x(tick))}
              x2={round(x(tick))}
              y1={from}
              y2={to}
              stroke={tick === 0 ? 'var(--dl-line-strong)' : 'var(--dl-grid)'}
            />
          ))}
          <Label x={x(tick)} y={32} anchor="middle" ink="var(--dl-ink-3)" size={13} bare>
            {tick.toLocaleString('en-US').replace('-', '−')}
          </Label>
        </g>
      ))}
      {group.rows.map((row, i) => (
        <Row key={row.label} row={row} y={top + i * step + 14} {...{ x, ink, width, isNarrow }} />
      ))}
    </>
  )
}

type RowProps = Omit<GroupProps, 'group' | 'step'> & { row: IntervalRow; y: number; x: (value: number) => number }

function Row({ row: { label, note, at, outer, inner, seen, words, more }, y, x, ink, width, isNarrow }: RowProps) {
  const bar = isNarrow ? y + 36 : y
  const edge = isNarrow ? width : width - 106
  const anchor = isNarrow ? 'end' : 'start'
  return (
    <g data-estimate-of={label}>
      <Label x={0} y={y + (note ? -2 : 4)} weight={600}>
        {label}
      </Label>
      {note && (
        <Label x={0} y={y + 15} ink="var(--dl-ink-2)" size={13}>
          {note}
        </Label>
      )}
      {outer && <Bar span={outer} y={bar} x={x} ink={ink} share={90} />}
      {inner && <Bar span={inner} y={bar} x={x} ink={ink} share={50} />}
      {seen && (
        <g stroke="var(--dl-ink-2)" strokeWidth="2" data-seen>
          <line x1={round(x(seen.low))} x2={round(x(seen.high))} y1={bar + 11} y2={bar + 11} strokeWidth="1.5" />
          <circle cx={round(x(seen.at))} cy={bar + 11} r="5" fill="var(--dl-surface)" />
        </g>
      )}
      <circle cx={round(x(at))} cy={bar} r="6" fill={ink} />
      <Label x={edge} y={y - 2} anchor={anchor} weight={650}>
        {words}
      </Label>
      {more && (
        <Label x={edge} y={y + 15} anchor={anchor} ink="var(--dl-ink-2)" size={13}>
          {more}
        </Label>
      )}
    </g>
  )
}

type BarProps = { span: Span; y: number; x: (value: number) => number; ink: string; share: 50 | 90 }

const Bar = ({ span, y, x, ink, share }: BarProps) => (
  <rect
    x={round(x(span.low))}
    y={y - 4}
    width={round(Math.max(1, x(span.high) - x(span.low)))}
    height="8"
    rx="4"
    fill={ink}
    style={{ fillOpacity: share === 50 ? 0.34 : 0.22 }}
    data-band={share}
  />
)
