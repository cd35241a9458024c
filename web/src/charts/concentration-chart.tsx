import type { ReactNode } from 'react'
import { Chart, type Twin } from './chart.tsx'
import { Bands, type FanPoint, Median, nearest, thin } from './fan.tsx'
import { Below, Grid, joined, Label, Leader, round, Stretch } from './marks.tsx'
import { type PublishedRange, PublishedRanges } from './published-ranges.tsx'
import { type Place, scaleLinear } from './scale.ts'

export type RatePiece = { from: number; to: number; rateMgPerHour: number }
type Point = { at: number; value: number }

export type ConcentrationChartProps = {
  /** Hours from the start, ng/mL. */
  plasma: readonly FanPoint[]
  effect?: readonly FanPoint[]
  rates: readonly RatePiece[]
  /** Published plasma ranges; they stand beside the plasma panel only. */
  ranges?: readonly PublishedRange[]
  rangesTitle?: string
  /** Medians of other models, for comparison, without their bands. */
  others?: readonly { label: string; points: readonly Point[] }[]
  caption: ReactNode
}

type Panel = { title: string; ink: string; points: readonly FanPoint[]; top: number; note: string }

const [first, left, panelHeight, gap, rateHeight] = [40, 42, 166, 52, 46] as const
const say = (value: number) => value.toLocaleString('en-US', { maximumSignificantDigits: 3 })
// A dose is never shown rounder than it is ordered.
const sayRate = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** What the model expects in blood and at its site of action, hour by hour, with the dose that causes it under both. */
export const ConcentrationChart = (props: ConcentrationChartProps) => (
  <Chart label="Simulated concentration over hours, with its bands" caption={props.caption} twin={twinOf(props)} width={700}>
    {(width) => <Drawing {...props} width={width} />}
  </Chart>
)

function twinOf({ plasma, effect = [] }: ConcentrationChartProps): Twin {
  const said = (p: FanPoint) => [say(p.median), `${say(p.p5)} to ${say(p.p95)}`]
  return {
    caption: 'Model estimate, ng/mL: middle of 100 people, and where 90 of 100 fall',
    head: ['hours', 'plasma', 'plasma, 90 of 100', ...(effect.length ? ['effect site', 'effect site, 90 of 100'] : [])],
    rows: thin(plasma).map((p) => {
      const site = nearest(effect, p.at)
      return [say(p.at), ...said(p), ...(site ? said(site) : [])]
    }),
  }
}

function panelsOf({ plasma, effect = [] }: ConcentrationChartProps): Panel[] {
  const blood = { title: 'Plasma', note: 'ng/mL', ink: 'var(--dl-ink-plasma)', points: plasma, top: first }
  const note = 'ng/mL, lags the plasma by minutes'
  const top = first + panelHeight + gap
  return effect.length ? [blood, { title: 'Effect site', note, ink: 'var(--dl-ink-effect)', points: effect, top }] : [blood]
}

function layoutOf({ plasma, effect = [], rates, ranges = [], others = [] }: ConcentrationChartProps, width: number) {
  const hasRanges = width >= 560 && ranges.length > 0
  const right = width - (hasRanges ? 150 : 12)
  const hours = Math.max(1, ...plasma.map(({ at }) => at), ...rates.map(({ to }) => to))
  const values = [...[...plasma, ...effect].map(({ p95 }) => p95), ...others.flatMap(({ points }) => points.map((p) => p.value))]
  const most = Math.max(1, ...values) * 1.06
  const rateTop = first + (effect.length ? 2 : 1) * (panelHeight + gap) - 14
  const foot = rateTop + rateHeight
  const peak = Math.max(1, ...rates.map(({ rateMgPerHour }) => rateMgPerHour))
  return {
    ...{ hasRanges, right, rateTop, foot, peak, isNarrow: width < 560 },
    x: scaleLinear([0, hours], [left, right]),
    // Both panels stand on one scale.
    yFrom: (top: number) => scaleLinear([0, most], [top + panelHeight, top]),
    yRate: scaleLinear([0, peak * 1.1], [foot, rateTop]),
  }
}

function Drawing(props: ConcentrationChartProps & { width: number }) {
  const { rates, ranges = [], rangesTitle = '', others = [], width } = props
  const { hasRanges, right, rateTop, foot, peak, isNarrow, x, yFrom, yRate } = layoutOf(props, width)
  const panels = panelsOf(props)
  const [from, to] = [Math.min(...rates.map((rate) => rate.from)), Math.max(...rates.map((rate) => rate.to))]
  const hours = x.ticks(8)
  return (
    <svg viewBox={`0 0 ${width} ${foot + 30}`} aria-hidden="true">
      {rates.length > 0 &&
        panels.map(({ title, top }) => (
          <g key={title} opacity="0.6" data-infusion>
            <Stretch from={x(from)} to={x(to)} top={top} foot={top + panelHeight} />
          </g>
        ))}
      {panels.map((panel) => (
        <Site key={panel.title} panel={panel} x={x} y={yFrom(panel.top)} right={right} isNarrow={isNarrow} />
      ))}
      {others.map((other) => (
        <Other key={other.label} {...other} x={x} y={yFrom(first)} />
      ))}
      {rates.length > 0 && (
        <Label x={x(from) + 8} y={first + 18} ink="var(--dl-ink-2)" bare>
          infusion, {say(to - from)} h
        </Label>
      )}
      {hasRanges && <PublishedRanges ranges={ranges} title={rangesTitle} x={right + 10} y={yFrom(first)} />}
      <Grid ticks={[0, peak]} y={yRate} left={left} right={right} format={sayRate} />
      {rates.map((piece) => (
        <Rate key={piece.from} piece={piece} x={x} y={yRate} />
      ))}
      <Label x={right + (hasRanges ? 14 : 0)} y={rateTop + 22} anchor={hasRanges ? 'start' : 'end'} weight={600}>
        dose rate, mg/h
      </Label>
      {hours.map((hour) => (
        <Below key={hour} x={x(hour)} foot={foot}>
          {hour === hours.at(-1) ? `${hour} h` : hour}
        </Below>
      ))}
    </svg>
  )
}

type SiteProps = { panel: Panel; x: Place; y: ReturnType<typeof scaleLinear>; right: number; isNarrow: boolean }

function Site({ panel: { title, note, ink, points, top }, x, y, right, isNarrow }: SiteProps) {
  return (
    <g data-panel={title}>
      <Grid ticks={y.ticks(4)} y={y} left={left} right={right} />
      <Bands points={points} x={x} y={y} ink={ink} />
      <Median points={points} x={x} y={y} ink={ink} name={title} width={2.4} />
      <text x={0} y={top - 14} fontSize="14.5">
        <tspan fill={ink} fontWeight="650">
          {title}
        </tspan>
        <tspan fill="var(--dl-ink-2)"> {note}</tspan>
      </text>
      {top === first && <BandNames points={points} x={x} y={y} ink={ink} people={isNarrow ? '' : ' people'} />}
    </g>
  )
}

type BandNamesProps = { points: readonly FanPoint[]; x: Place; y: Place; ink: string; people: string }

function BandNames({ points, x, y, ink, people }: BandNamesProps) {
  const last = points.at(-1)?.at ?? 0
  const [inner, outer] = [nearest(points, last * 0.58), nearest(points, last * 0.66)]
  if (!inner || !outer) return null
  const innerY = y(inner.p75) - 46
  const outerY = y(outer.p95) - 20
  // Where both labels would stand on one line, the second one goes below.
  const isClose = x(outer.at) - x(inner.at) < 130 && Math.abs(outerY - innerY) < 18
  const names = [
    { words: '50 of 100', at: inner.at, value: inner.p75, high: innerY },
    { words: '90 of 100', at: outer.at, value: outer.p95, high: isClose ? innerY + 20 : outerY },
  ]
  return names.map(({ words, at, value, high }) => (
    <g key={words}>
      <Leader from={[x(at) + 19, high - 3]} to={[x(at), y(value)]} ink={ink} />
      <Label x={x(at) + 22} y={high} ink={ink} size={13}>
        {words}
        {people}
      </Label>
    </g>
  ))
}

function Other({ label, points, x, y }: { label: string; points: readonly Point[]; x: Place; y: Place }) {
  const d = joined(points.map(({ at, value }) => [x(at), y(value)]))
  const named = points[Math.floor(points.length * 0.8)]
  return (
    <g data-other={label}>
      <path d={d} fill="none" stroke="var(--dl-ink-2)" strokeWidth="1.6" strokeDasharray="7 3" />
      {named && (
        <Label x={x(named.at)} y={y(named.value) - 6} ink="var(--dl-ink-2)" size={13}>
          {label}
        </Label>
      )}
    </g>
  )
}

function Rate({ piece: { from, to, rateMgPerHour }, x, y }: { piece: RatePiece; x: Place; y: Place }) {
  const [x1, x2, top, foot] = [round(x(from)), round(x(to)), round(y(rateMgPerHour)), round(y(0))]
  const ink = 'var(--dl-ink-rate)'
  return (
    <g data-rate={rateMgPerHour}>
      <path d={`M${x1},${foot}V${top}H${x2}V${foot}`} fill={ink} fillOpacity="0.2" stroke={ink} strokeWidth="2.2" />
      {x2 - x1 > 60 && (
        <Label x={x1 + 7} y={top + 18} ink={ink} weight={650} bare>
          {sayRate(rateMgPerHour)} mg/h
        </Label>
      )}
    </g>
  )
}
