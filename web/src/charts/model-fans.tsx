import type { ReactNode } from 'react'
import { Chart, type Twin } from './chart.tsx'
import { Bands, type FanPoint } from './fan.tsx'
import { Below, cut, Down, Grid, joined, Label, Observed, round, Stretch, sayTick } from './marks.tsx'
import { type Place, scaleLinear } from './scale.ts'

type Point = { at: number; value: number }

export type FanPanel = {
  label: string
  /** The typical subject. Hours, ng/mL. */
  line: readonly Point[]
  /** The same people drawn many times; absent while it is being worked out. */
  fan?: readonly FanPoint[] | undefined
  /** How high the band will come, as far as is known: keeps the scale still while it is worked out. */
  reach?: number
  /** Where the line stands at the time of comparing. */
  compared?: { value: number; words: string } | undefined
}

export type FanRow = {
  label: string /** Hours from the start at which the models are compared. */
  compareAt: number
  given: readonly { from: number; to: number }[]
  panels: readonly FanPanel[]
}

export type ModelFansProps = {
  label: string
  rows: readonly FanRow[]
  hours: number
  ink: string
  caption: ReactNode
  twin: Twin
}

const axis = 40
const gap = 14
/** Room at the right of the last panel, for half of its last figure. */
const edge = 12
const least = 176
const high = { panel: 150, title: 28, name: 24, foot: 30 }

/** Each model under each regimen in a panel of its own, one fan a panel; the other models run behind as thin lines, for comparison. */
export const ModelFans = ({ label, rows, hours, ink, caption, twin }: ModelFansProps) => (
  <Chart label={label} caption={caption} twin={twin} width={760}>
    {(width) => {
      const most = Math.max(1, ...rows.map(({ panels }) => panels.length))
      const fit = Math.max(1, Math.min(most, Math.floor((width - axis - edge + gap) / (least + gap))))
      // Four panels where three would fit stand as two and two.
      const columns = Math.ceil(most / Math.ceil(most / fit))
      const wide = (width - axis - edge - gap * (columns - 1)) / columns
      const lines = high.name + high.panel + high.foot
      const heights = rows.map(({ panels }) => high.title + Math.ceil(panels.length / columns) * lines)
      const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, each) => sum + each + 8, 0))
      const whole = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0)
      return (
        <svg viewBox={`0 0 ${width} ${whole}`} aria-hidden="true">
          {rows.map((row, i) => (
            <g key={row.label} transform={`translate(0 ${tops[i] ?? 0})`} data-row={row.label}>
              <Label x={0} y={16} weight={650} size={14.5} bare>
                {cut(row.label, width)}
              </Label>
              {row.panels.map((panel, j) => (
                <g
                  key={panel.label}
                  transform={`translate(${round(axis + (j % columns) * (wide + gap))} ${high.title + Math.floor(j / columns) * lines + high.name})`}
                >
                  <Panel {...{ row, panel, hours, ink, wide }} isFirst={j % columns === 0} />
                </g>
              ))}
            </g>
          ))}
        </svg>
      )
    }}
  </Chart>
)

/** The highest that any panel of a row shows: models under one regimen stand on one scale. */
const mostOf = ({ panels }: FanRow) =>
  Math.max(
    1e-3,
    ...panels.flatMap(({ line, fan, reach = 0 }) => [
      ...line.map(({ value }) => value),
      ...(fan ? fan.map(({ p95 }) => p95) : [reach]),
    ]),
  )

type PanelProps = Pick<ModelFansProps, 'hours' | 'ink'> & {
  row: FanRow
  panel: FanPanel
  wide: number
  isFirst: boolean
}

function Panel({ row, panel, hours, ink, wide, isFirst }: PanelProps) {
  const x = scaleLinear([0, hours], [0, wide])
  const y = scaleLinear([0, mostOf(row) * 1.06], [high.panel, 0])
  const pathOf = (points: readonly Point[]) => joined(points.map(({ at, value }) => [x(at), y(value)]))
  const others = row.panels.filter((each) => each !== panel)
  const ticks = x.ticks(Math.max(2, Math.floor(wide / 64)))
  return (
    <g data-panel={panel.label}>
      {row.given.map(({ from, to }) => (
        <Stretch key={from} from={x(from)} to={x(Math.min(to, hours))} top={0} foot={high.panel} data-infusion />
      ))}
      <Grid ticks={y.ticks(4)} y={y} left={0} right={wide} format={isFirst ? sayTick : () => ''} />
      {panel.fan && <Bands points={panel.fan} x={x} y={y} ink={ink} />}
      {others.map(({ label, line }) => (
        <path key={label} d={pathOf(line)} fill="none" stroke="var(--dl-line-strong)" strokeWidth="1.1" data-other={label} />
      ))}
      <path d={pathOf(panel.line)} fill="none" stroke={ink} strokeWidth="2.4" strokeLinejoin="round" data-line={panel.label} />
      <Label x={0} y={-8} ink={ink} weight={650} size={14}>
        {panel.label}
      </Label>
      {row.compareAt <= hours && <Compared {...{ row, panel, x, y, wide, ink }} />}
      {ticks.map((tick) => (
        <Below key={tick} x={x(tick)} foot={high.panel}>
          {tick}
          {tick === ticks.at(-1) && <tspan dx="3">h</tspan>}
        </Below>
      ))}
    </g>
  )
}

type ComparedProps = Pick<PanelProps, 'row' | 'panel' | 'wide' | 'ink'> & { x: Place; y: Place }

function Compared({ row, panel: { compared }, x, y, wide, ink }: ComparedProps) {
  const at = round(x(row.compareAt))
  return (
    <g data-compared>
      <Down x={at} from={0} to={high.panel} ink="var(--dl-accent)" width={1.6} dash="3 3" />
      {compared && (
        <>
          <Observed x={at} y={y(compared.value)} r={4.5} ink={ink} />
          <Label {...placeOf({ row, words: compared.words, at, x, y, wide })} weight={650} size={14}>
            {compared.words}
          </Label>
        </>
      )}
    </g>
  )
}

type PlaceOf = Pick<ComparedProps, 'row' | 'x' | 'y' | 'wide'> & { words: string; at: number }

/** Words beside the mark: at its right where there is room, and above every line that runs behind them. */
function placeOf({ row, words, at, x, y, wide }: PlaceOf) {
  const long = words.length * 7.4
  const isRight = at + 8 + long <= wide + edge
  const [from, to] = isRight ? [at, at + 8 + long] : [at - 8 - long, at]
  const behind = row.panels.flatMap(({ line }) => line.filter((point) => x(point.at) >= from && x(point.at) <= to))
  const top = Math.min(high.panel, ...behind.map(({ value }) => y(value)))
  return {
    x: at + (isRight ? 8 : -8),
    y: Math.max(12, Math.min(high.panel - 8, top - 8)),
    anchor: isRight ? ('start' as const) : ('end' as const),
  }
}
