import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { Grid, Label, round } from './marks.tsx'

/** One step of a curve: from this day on, this share, with its interval (all 0 to 1). */
export type SurvivalStep = { day: number; share: number; low: number; high: number }
export type SurvivalCurve = {
  label: string
  note?: string
  tone: 'relief' | 'effect'
  steps: readonly SurvivalStep[]
  /** Days on which somebody was censored. */
  censored: readonly number[]
}
type SurvivalProps = {
  curves: readonly SurvivalCurve[]
  /** Numbers at risk under the axis; `null` where under eleven. */
  atRisk: readonly { day: number; people: number | null }[]
  /** The day the curve stops being drawn: fewer than eleven at risk after it. */
  until: number
  days: number
  median?: number | null
  caption: ReactNode
}

const top = 16
const foot = 276
const left = 42

/** How long relief lasts: steps with their band, ticks for the censored, the numbers at risk beneath. */
export function SurvivalSteps({ curves, atRisk, until, days, median, caption }: SurvivalProps) {
  const percent = (share: number) => Math.round(share * 100)
  const twin = {
    caption: 'Share still with relief, %, with its interval',
    head: ['curve', 'from day', 'share, %', 'interval, %'],
    rows: curves.flatMap(({ label, steps }) =>
      steps.filter((s) => s.day <= until).map((s) => [label, s.day, percent(s.share), `${percent(s.low)} to ${percent(s.high)}`]),
    ),
  }
  return (
    <Chart label="How long relief lasts, as steps with numbers at risk" caption={caption} twin={twin} width={640}>
      {(width) => {
        const right = width - 22
        const x = scaleLinear([0, days], [left, right])
        const y = scaleLinear([0, 100], [foot, top])
        return (
          <svg viewBox={`0 0 ${width} ${foot + 56}`} aria-hidden="true">
            <Grid ticks={[0, 25, 50, 75, 100]} y={y} left={left} right={right} />
            {median !== undefined && median !== null && <Median day={median} x={x} y={y} />}
            {curves.map((curve) => (
              <Curve key={curve.label} curve={curve} until={until} x={x} y={(share) => y(share * 100)} />
            ))}
            {atRisk.map(({ day, people }) => (
              <g key={day}>
                <line x1={round(x(day))} x2={round(x(day))} y1={foot} y2={foot + 5} stroke="var(--dl-line-strong)" />
                <Label x={x(day)} y={foot + 20} anchor={day === days ? 'end' : 'middle'} ink="var(--dl-ink-3)" size={13} bare>
                  {day === days && width >= 460 ? `${day} days` : day}
                </Label>
                <Label
                  x={x(day)}
                  y={foot + 44}
                  anchor={day === days ? 'end' : 'middle'}
                  ink="var(--dl-ink-relief)"
                  weight={650}
                  size={13}
                  bare
                >
                  {people ?? (width < 460 ? '< 11' : 'under 11')}
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

function Median({ day, x, y }: { day: number; x: Scale; y: Scale }) {
  return (
    <g data-median={day}>
      <path d={`M${left},${round(y(50))}H${round(x(day))}V${foot}`} fill="none" stroke="var(--dl-ink-2)" strokeDasharray="2 4" />
      <Label x={x(day) + 6} y={y(50) - 8} weight={600} size={13}>
        median {day} days
      </Label>
    </g>
  )
}

function Curve({ curve, until, x, y }: { curve: SurvivalCurve; until: number; x: Scale; y: Scale }) {
  const ink = `var(--dl-ink-${curve.tone})`
  const steps = curve.steps.filter(({ day }) => day <= until)
  const first = steps[0]
  if (!first) return null
  const edge = (pick: (s: SurvivalStep) => number) =>
    `${steps.map((s, i) => (i === 0 ? `M${round(x(s.day))},${round(y(pick(s)))}` : `H${round(x(s.day))}V${round(y(pick(s)))}`)).join('')}H${round(x(until))}`
  const back = [...steps]
    .reverse()
    .map((s, i) => `${i === 0 ? `L${round(x(until))},${round(y(s.low))}` : `V${round(y(s.low))}`}H${round(x(s.day))}`)
    .join('')
  const shareAt = (day: number) => [...steps].reverse().find((s) => s.day <= day)?.share ?? 1
  return (
    <g data-curve={curve.label}>
      <path d={`${edge((s) => s.high)}${back}Z`} fill={ink} fillOpacity="0.17" data-band="95" />
      <path d={edge((s) => s.share)} fill="none" stroke={ink} strokeWidth="2.3" data-line={curve.label} />
      {curve.censored
        .filter((day) => day <= until)
        .map((day) => (
          <line
            key={day}
            x1={round(x(day))}
            x2={round(x(day))}
            y1={round(y(shareAt(day)) - 5)}
            y2={round(y(shareAt(day)) + 5)}
            stroke={ink}
            strokeWidth="1.6"
            data-censored={day}
          />
        ))}
      <Name curve={curve} x={x} y={y} until={until} steps={steps} />
    </g>
  )
}

/** A curve's words: the upper curve's above its band, the lower one's under it. */
function Name({
  curve,
  x,
  y,
  until,
  steps,
}: {
  curve: SurvivalCurve
  x: Scale
  y: Scale
  until: number
  steps: readonly SurvivalStep[]
}) {
  const isLower = curve.tone === 'effect'
  const day = until * (isLower ? 0.02 : 0.42)
  const at = [...steps].reverse().find((s) => s.day <= until * 0.42)
  const high = [...steps].reverse().find((s) => s.day <= day)
  const base = isLower ? y(at?.low ?? 0) + 22 : y(high?.high ?? 1) - 8
  return (
    <g>
      <Label x={x(day) + 4} y={base} ink={`var(--dl-ink-${curve.tone})`} weight={650}>
        {curve.label}
      </Label>
      {curve.note && (
        <Label x={x(day) + 4} y={base + 17} ink="var(--dl-ink-2)" size={13}>
          {curve.note}
        </Label>
      )}
    </g>
  )
}
