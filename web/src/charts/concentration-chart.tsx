import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { type FanPoint, fanShapes, nearest, thin } from './fan.ts'
import { Band, Grid, Label, Leader, round } from './marks.tsx'
import { scaleLinear } from './scale.ts'

export type PublishedRange = { label: string; from: number; to: number }
export type RatePiece = { from: number; to: number; mgPerHour: number }

export type ConcentrationChartProps = {
  /** Hours from the start, ng/mL. */
  plasma: readonly FanPoint[]
  effect?: readonly FanPoint[]
  rates: readonly RatePiece[]
  /** Published plasma ranges; they stand beside the plasma panel only. */
  ranges?: readonly PublishedRange[]
  rangesTitle?: string
  /** Medians of other models, for comparison, without their bands. */
  others?: readonly { label: string; points: readonly { at: number; value: number }[] }[]
  caption: ReactNode
}

type Panel = { title: string; ink: string; points: readonly FanPoint[]; top: number; note: string }

const left = 42
const panelHeight = 166
const gap = 52
const rateHeight = 46
const say = (value: number) => value.toLocaleString('en-US', { maximumSignificantDigits: 3 })
// A dose is never shown rounder than it is ordered.
const sayRate = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** What the model expects in blood and at its site of action, hour by hour, with the dose that causes it under both. */
export function ConcentrationChart({
  plasma,
  effect = [],
  rates,
  ranges = [],
  rangesTitle = '',
  others = [],
  caption,
}: ConcentrationChartProps) {
  const hours = Math.max(1, ...plasma.map(({ at }) => at), ...rates.map(({ to }) => to))
  const twin = {
    caption: 'Model estimate, ng/mL: middle of 100 people, and where 90 of 100 fall',
    head: ['hours', 'plasma', 'plasma, 90 of 100', ...(effect.length ? ['effect site', 'effect site, 90 of 100'] : [])],
    rows: thin(plasma).map((p) => {
      const e = nearest(effect, p.at)
      return [
        say(p.at),
        say(p.median),
        `${say(p.p5)} to ${say(p.p95)}`,
        ...(e ? [say(e.median), `${say(e.p5)} to ${say(e.p95)}`] : []),
      ]
    }),
  }
  return (
    <Chart label="Simulated concentration over hours, with its bands" caption={caption} twin={twin} width={700}>
      {(width) => {
        const wide = width >= 560
        const right = width - (wide && ranges.length > 0 ? 150 : 12)
        const x = scaleLinear([0, hours], [left, right])
        const most = Math.max(
          1,
          ...[...plasma, ...effect].map(({ p95 }) => p95),
          ...others.flatMap(({ points }) => points.map((p) => p.value)),
        )
        const panels: Panel[] = [
          { title: 'Plasma', note: 'ng/mL', ink: 'var(--dl-ink-plasma)', points: plasma, top: 40 },
          ...(effect.length
            ? [
                {
                  title: 'Effect site',
                  note: 'ng/mL, lags the plasma by minutes',
                  ink: 'var(--dl-ink-effect)',
                  points: effect,
                  top: 40 + panelHeight + gap,
                },
              ]
            : []),
        ]
        const rateTop = 40 + panels.length * (panelHeight + gap) - 14
        const height = rateTop + rateHeight + 30
        const y = (top: number) => scaleLinear([0, most * 1.06], [top + panelHeight, top])
        const stops = rates.length ? [Math.min(...rates.map((r) => r.from)), Math.max(...rates.map((r) => r.to))] : null
        const peak = Math.max(1, ...rates.map((r) => r.mgPerHour))
        const yRate = scaleLinear([0, peak * 1.1], [rateTop + rateHeight, rateTop])
        const ticks = y(0).ticks(4)
        return (
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {stops &&
              panels.map(({ title, top }) => (
                <rect
                  key={title}
                  x={round(x(stops[0] ?? 0))}
                  y={top}
                  width={round(x(stops[1] ?? 0) - x(stops[0] ?? 0))}
                  height={panelHeight}
                  fill="var(--dl-sunk)"
                  opacity="0.6"
                  data-infusion
                />
              ))}
            {panels.map((panel) => (
              <Fan
                key={panel.title}
                panel={panel}
                x={x}
                y={y(panel.top)}
                ticks={ticks}
                right={right}
                isFirst={panel.top === 40}
                isNarrow={!wide}
              />
            ))}
            {others.map(({ label, points }) => (
              <Other key={label} label={label} points={points} x={x} y={y(40)} />
            ))}
            {stops && (
              <Label x={x(stops[0] ?? 0) + 8} y={58} ink="var(--dl-ink-2)" bare>
                infusion, {say((stops[1] ?? 0) - (stops[0] ?? 0))} h
              </Label>
            )}
            {wide && ranges.length > 0 && <Ranges ranges={ranges} title={rangesTitle} x={right + 10} y={y(40)} />}
            <Grid ticks={[0, peak]} y={yRate} left={left} right={right} format={sayRate} />
            {rates.map((piece) => (
              <Rate key={piece.from} piece={piece} x={x} y={yRate} />
            ))}
            <Label
              x={wide && ranges.length > 0 ? right + 14 : right}
              y={rateTop + 22}
              anchor={wide && ranges.length > 0 ? 'start' : 'end'}
              weight={600}
            >
              dose rate, mg/h
            </Label>
            {x.ticks(8).map((tick) => (
              <g key={tick}>
                <line
                  x1={round(x(tick))}
                  x2={round(x(tick))}
                  y1={rateTop + rateHeight}
                  y2={rateTop + rateHeight + 5}
                  stroke="var(--dl-line-strong)"
                />
                <Label x={x(tick)} y={height - 8} anchor="middle" ink="var(--dl-ink-3)" size={13} bare>
                  {tick === hours || tick === x.ticks(8).at(-1) ? `${tick} h` : tick}
                </Label>
              </g>
            ))}
          </svg>
        )
      }}
    </Chart>
  )
}

type Scale = (value: number) => number
type FanProps = { panel: Panel; x: Scale; y: Scale; ticks: number[]; right: number; isFirst: boolean; isNarrow: boolean }

function Fan({ panel: { title, note, ink, points, top }, x, y, ticks, right, isFirst, isNarrow }: FanProps) {
  const { band90, band50, middle } = fanShapes(points, x, y)
  const last = points.at(-1)?.at ?? 0
  const inner = nearest(points, last * 0.58)
  const outer = nearest(points, last * 0.66)
  // Where both labels would stand on one line, the second one goes below.
  const apart = (at: number) => {
    const first = inner ? y(inner.p75) - 46 : at
    return inner && outer && x(outer.at) - x(inner.at) < 130 && Math.abs(at - first) < 18 ? first + 20 : at
  }
  return (
    <g data-panel={title}>
      <Grid ticks={ticks} y={y} left={left} right={right} />
      <Band d={band90} ink={ink} share={90} />
      <Band d={band50} ink={ink} share={50} />
      <path d={middle ?? ''} fill="none" stroke={ink} strokeWidth="2.4" strokeLinejoin="round" data-line={title} />
      <text x={0} y={top - 14} fontSize="14.5">
        <tspan fill={ink} fontWeight="650">
          {title}
        </tspan>
        <tspan fill="var(--dl-ink-2)"> {note}</tspan>
      </text>
      {isFirst && inner && outer && (
        <g>
          <Leader from={[x(inner.at) + 19, y(inner.p75) - 48]} to={[x(inner.at), y(inner.p75)]} ink={ink} />
          <Label x={x(inner.at) + 22} y={y(inner.p75) - 46} ink={ink} size={13}>
            50 of 100{isNarrow ? '' : ' people'}
          </Label>
          <Leader from={[x(outer.at) + 19, apart(y(outer.p95) - 20) - 4]} to={[x(outer.at), y(outer.p95)]} ink={ink} />
          <Label x={x(outer.at) + 22} y={apart(y(outer.p95) - 20)} ink={ink} size={13}>
            90 of 100{isNarrow ? '' : ' people'}
          </Label>
        </g>
      )}
    </g>
  )
}

function Other({ label, points, x, y }: { label: string; points: readonly { at: number; value: number }[]; x: Scale; y: Scale }) {
  const d = points.map((p, i) => `${i ? 'L' : 'M'}${round(x(p.at))},${round(y(p.value))}`).join('')
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

function Rate({ piece: { from, to, mgPerHour }, x, y }: { piece: RatePiece; x: Scale; y: Scale }) {
  const [x1, x2, top, foot] = [round(x(from)), round(x(to)), round(y(mgPerHour)), round(y(0))]
  return (
    <g data-rate={mgPerHour}>
      <path
        d={`M${x1},${foot}V${top}H${x2}V${foot}`}
        fill="var(--dl-ink-rate)"
        fillOpacity="0.2"
        stroke="var(--dl-ink-rate)"
        strokeWidth="2.2"
      />
      {x2 - x1 > 60 && (
        <Label x={x1 + 7} y={top + 18} ink="var(--dl-ink-rate)" weight={650} bare>
          {sayRate(mgPerHour)} mg/h
        </Label>
      )}
    </g>
  )
}

/** Words beside their bracket, from the highest down, never on top of one another. */
function Ranges({ ranges, title, x, y }: { ranges: readonly PublishedRange[]; title: string; x: number; y: Scale }) {
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
