import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { Label, round } from './marks.tsx'
import { scaleLinear } from './scale.ts'

export type OutcomeGroup =
  | {
      label: string
      /** "61 treated, 10 missing". */
      note: string
      responders: number
      treated: number
      /** Interval of the share, 0 to 1. */
      low: number
      high: number
      /** The share among those who answered, 0 to 1. */
      answered: number | null
      isApart?: boolean
    }
  | { label: string; note: string; hidden: string; isApart?: boolean }

type OutcomeIntervalProps = { groups: readonly OutcomeGroup[]; caption: ReactNode }

const rowHeight = 54
const top = 46
const percent = (share: number) => `${Math.round(share * 100)} %`

/** Share with relief, group by group: everyone treated as a disc in its interval, only those who answered as a ring. */
export function OutcomeInterval({ groups, caption }: OutcomeIntervalProps) {
  const twin = {
    caption: 'Share with relief, of all treated; missing counts as no relief',
    head: ['group', 'people', 'relief', 'interval', 'of those who answered'],
    rows: groups.map((g) =>
      'hidden' in g
        ? [g.label, g.note, g.hidden, '', '']
        : [
            g.label,
            g.note,
            `${g.responders} of ${g.treated}, ${percent(g.responders / g.treated)}`,
            `${percent(g.low)} to ${percent(g.high)}`,
            g.answered === null ? '' : percent(g.answered),
          ],
    ),
  }
  return (
    <Chart label="Share of people with relief, by condition, with intervals" caption={caption} twin={twin} width={640}>
      {(width) => {
        const isNarrow = width < 520
        const left = isNarrow ? 10 : 170
        const right = width - (isNarrow ? 30 : 128)
        const step = isNarrow ? rowHeight + 46 : rowHeight
        const x = scaleLinear([0, 1], [left, right])
        const foot = top + groups.length * step
        return (
          <svg viewBox={`0 0 ${width} ${foot}`} aria-hidden="true">
            {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
              <g key={tick}>
                <line x1={round(x(tick))} x2={round(x(tick))} y1={22} y2={foot - 8} stroke="var(--dl-grid)" />
                <Label x={x(tick)} y={14} anchor="middle" ink="var(--dl-ink-3)" size={13} bare>
                  {tick === 1 ? '100 %' : tick * 100}
                </Label>
              </g>
            ))}
            {groups.map((group, i) => (
              <Group
                key={group.label}
                group={group}
                isFirst={i === 0}
                y={top + i * step}
                x={x}
                width={width}
                isNarrow={isNarrow}
              />
            ))}
          </svg>
        )
      }}
    </Chart>
  )
}

type GroupProps = {
  group: OutcomeGroup
  isFirst: boolean
  y: number
  x: (share: number) => number
  width: number
  isNarrow: boolean
}

function Group({ group, isFirst, y, x, width, isNarrow }: GroupProps) {
  const bar = isNarrow ? y + 58 : y + 10
  return (
    <g data-group={group.label}>
      {group.isApart && <line x1={0} x2={width} y1={y - 20} y2={y - 20} stroke="var(--dl-line)" />}
      <Label x={0} y={y + 4} weight={650} size={14.5}>
        {group.label}
      </Label>
      <Label x={0} y={y + 21} ink="var(--dl-ink-2)" size={13}>
        {group.note}
      </Label>
      {'hidden' in group ? (
        <Label x={x(0) + 8} y={bar + 4} ink="var(--dl-ink-2)">
          {group.hidden}
        </Label>
      ) : (
        <Interval
          group={group}
          bar={bar}
          y={y}
          x={x}
          isFirst={isFirst}
          edge={isNarrow ? width : width - 112}
          isNarrow={isNarrow}
        />
      )}
    </g>
  )
}

type IntervalProps = {
  group: Exclude<OutcomeGroup, { hidden: string }>
  bar: number
  y: number
  x: (share: number) => number
  isFirst: boolean
  edge: number
  isNarrow: boolean
}

function Interval({ group, bar, y, x, isFirst, edge, isNarrow }: IntervalProps) {
  const share = group.responders / group.treated
  const [low, high, at] = [round(x(group.low)), round(x(group.high)), round(x(share))]
  const anchor = isNarrow ? 'end' : 'start'
  return (
    <g>
      <rect
        x={low}
        y={bar - 3.5}
        width={Math.max(0, high - low)}
        height="7"
        rx="3.5"
        fill="var(--dl-ink-relief)"
        fillOpacity="0.3"
        data-interval
      />
      {group.answered !== null && (
        <circle
          cx={round(x(group.answered))}
          cy={bar}
          r="5"
          fill="var(--dl-surface)"
          stroke="var(--dl-ink-2)"
          strokeWidth="2"
          data-ring
        />
      )}
      <circle cx={at} cy={bar} r="6" fill="var(--dl-ink-relief)" data-estimate />
      {isFirst && (
        <>
          <Label x={at} y={bar - 12} anchor="end" ink="var(--dl-ink-relief)" weight={650} size={13}>
            all treated
          </Label>
          <Label x={at + 14} y={bar - 12} ink="var(--dl-ink-2)" size={13}>
            of those who answered
          </Label>
        </>
      )}
      <Label x={edge} y={y + 4} anchor={anchor} weight={650} size={14.5}>
        {group.responders} of {group.treated}, {percent(share)}
      </Label>
      <Label x={edge} y={y + 21} anchor={anchor} ink="var(--dl-ink-2)" size={13}>
        {Math.round(group.low * 100)} to {percent(group.high)}
      </Label>
    </g>
  )
}
