import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { BesideRow, type IntervalRow, StackedRow, stackedPlaces } from './interval-row.tsx'
import { Above, cut, Label } from './marks.tsx'
import { scaleLinear } from './scale.ts'

/** Rows of one unit, on one scale. */
export type IntervalGroup = { title: string; unit: string; isFromZero: boolean; rows: readonly IntervalRow[] }

type IntervalRowsProps = {
  label: string
  groups: readonly IntervalGroup[]
  ink: string
  /** Long labels: each above its bar, however wide the room. */
  isStacked?: boolean
  caption: ReactNode
  twin: { caption: string; head: readonly string[] }
}

const top = 40
const besideHeight = 46
const leastBeside = 430

/** Estimates as discs in their intervals, row under row, with what was seen as rings; every group on a scale of its own. */
export function IntervalRows({ isStacked = false, label, groups, ink, caption, twin }: IntervalRowsProps) {
  const rows = groups.flatMap(({ title, rows: each }) =>
    each.map((row) => [title, row.label, row.words, row.more, ...(row.note ? [row.note] : [])]),
  )
  return (
    <Chart label={label} caption={caption} twin={{ ...twin, rows }} width={560}>
      {(width) => {
        const placed = groups.map((group) => placesOf(group, width, isStacked || width < leastBeside))
        const tops = placed.map((_, i) => placed.slice(0, i).reduce((sum, { end }) => sum + end, 0))
        const whole = placed.reduce((sum, { end }) => sum + end, 0)
        return (
          <svg viewBox={`0 0 ${width} ${whole}`} aria-hidden="true">
            {groups.map((group, i) => (
              <g key={group.title} transform={`translate(0 ${tops[i] ?? 0})`} data-group={group.title}>
                <Group group={group} ink={ink} width={width} places={placed[i] ?? nowhere} />
              </g>
            ))}
          </svg>
        )
      }}
    </Chart>
  )
}

/** Where each row begins, where the lines of the scale run, and where the group ends. */
type Places = {
  isStacked: boolean
  rows: readonly number[]
  lines: readonly (readonly [from: number, to: number])[]
  end: number
}

const nowhere: Places = { isStacked: false, rows: [], lines: [], end: 0 }

function placesOf({ rows }: IntervalGroup, width: number, isStacked: boolean): Places {
  if (!isStacked) {
    const end = top + rows.length * besideHeight
    return { isStacked, rows: rows.map((_, i) => top + 22 + i * besideHeight), lines: [[top - 4, end - 8]], end: end + 12 }
  }
  const heights = rows.map((row) => stackedPlaces(row, width))
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, { end }) => sum + end, top))
  // Where words stand over a bar, no line runs through them.
  const lines = heights.map(
    ({ bar, end }, i) => [(tops[i] ?? 0) + bar - 9, (tops[i] ?? 0) + Math.min(bar + 20, end - 2)] as const,
  )
  return { isStacked, rows: tops, lines, end: heights.reduce((sum, { end }) => sum + end, top) + 8 }
}

/** A scale of nothing but zeros still has two ends. */
const leastReach = 1e-3

const reach = ({ rows, isFromZero }: IntervalGroup): [number, number] => {
  const all = rows.flatMap(({ at, outer, seen }) => [at, ...[outer, seen].flatMap((span) => (span ? [span.low, span.high] : []))])
  return [Math.min(isFromZero ? 0 : Infinity, ...all), Math.max(leastReach, ...all)]
}

type GroupProps = { group: IntervalGroup; ink: string; width: number; places: Places }

function Group({ group, ink, width, places: { isStacked, rows, lines } }: GroupProps) {
  const [left, right] = isStacked ? [8, width - 16] : [Math.min(210, width * 0.27), width - 124]
  const x = scaleLinear(reach(group), [left, right]).nice()
  const Row = isStacked ? StackedRow : BesideRow
  return (
    <>
      <Label x={0} y={13} weight={650} bare>
        {cut(group.title, width - group.unit.length * 7)} <tspan fontWeight={400}>{group.unit}</tspan>
      </Label>
      <Above ticks={x.ticks(isStacked ? 4 : 6)} x={x} y={31} lines={lines} />
      {group.rows.map((row, i) => (
        <Row key={row.label} row={row} y={rows[i] ?? 0} {...{ x, ink, width }} />
      ))}
    </>
  )
}
