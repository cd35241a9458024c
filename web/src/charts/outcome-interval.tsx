import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { Above, Across, Estimate, Interval, Label, Ring } from './marks.tsx'
import { type Place, scaleLinear } from './scale.ts'

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
const sayShare = (share: number) => (share === 1 ? '100 %' : String(share * 100))
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
            <Above ticks={[0, 0.25, 0.5, 0.75, 1]} x={x} y={14} lines={[[22, foot - 8]]} format={sayShare} />
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
  x: Place
  width: number
  isNarrow: boolean
}

function Group({ group, isFirst, y, x, width, isNarrow }: GroupProps) {
  const bar = isNarrow ? y + 58 : y + 10
  return (
    <g data-group={group.label}>
      {group.isApart && <Across y={y - 20} from={0} to={width} ink="var(--dl-line)" />}
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
        <Share {...{ group, bar, y, x, isFirst, isNarrow }} edge={isNarrow ? width : width - 112} />
      )}
    </g>
  )
}

type ShareProps = {
  group: Exclude<OutcomeGroup, { hidden: string }>
  bar: number
  y: number
  x: Place
  isFirst: boolean
  edge: number
  isNarrow: boolean
}

function Share({ group, bar, y, x, isFirst, edge, isNarrow }: ShareProps) {
  const share = group.responders / group.treated
  const at = x(share)
  const anchor = isNarrow ? 'end' : 'start'
  return (
    <g>
      <Interval from={x(group.low)} to={x(group.high)} y={bar} ink="var(--dl-ink-relief)" share={50} data-interval />
      {group.answered !== null && <Ring x={x(group.answered)} y={bar} data-ring />}
      <Estimate x={at} y={bar} ink="var(--dl-ink-relief)" />
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
