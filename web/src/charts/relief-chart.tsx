import { curveMonotoneX, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { Chart, type Twin } from './chart.tsx'
import { dayLabel, plural } from './days.ts'
import { fanShapes, nearest, thin } from './fan.ts'
import { Band, Grid, Label, Leader, round } from './marks.tsx'
import type { PainAnswer, PainCourse, PainForecast } from './pain-course.ts'
import { PainMarks } from './pain-marks.tsx'
import { scaleLinear } from './scale.ts'

export type ReliefChartProps = {
  course: PainCourse
  /** Left out where there are too few answers: then marks only. */
  forecast?: PainForecast
  /** Pain that is 30 % under before. */
  line30: number
  /** The stretch in which the chance falls from 80 to 50 in 100. */
  window?: { from: number; to: number } | null
  caption: ReactNode
}

const top = 56
const foot = 372
const left = 38

/** One person's answers as marks, and what the model expects of them as a fan, over days since the last infusion. */
export const ReliefChart = (props: ReliefChartProps) => (
  <Chart label="Pain from 0 to 10: answers given, and the forecast" caption={props.caption} twin={twinOf(props)} width={960}>
    {(width) => <Drawing {...props} width={width} />}
  </Chart>
)

function Drawing({ course, forecast, line30, window, width }: ReliefChartProps & { width: number }) {
  const isNarrow = width < 620
  const right = width - (isNarrow ? 8 : 102)
  const x = scaleLinear([course.firstDay, course.lastDay], [left, right])
  const y = scaleLinear([0, 10], [foot, top])
  const y30 = round(y(line30))
  const days = isNarrow ? [0, 28, 56, 90] : [0, 14, 28, 42, 56, 70, 90]
  return (
    <svg viewBox={`0 0 ${width} ${foot + 52}`} aria-hidden="true">
      <Infusions course={course} x={x} />
      {window && <Window window={window} course={course} x={x} />}
      <Grid ticks={[0, 2, 4, 6, 8, 10]} y={y} left={left} right={right} />
      {forecast && <Fan forecast={forecast} today={course.today} x={x} y={y} isNarrow={isNarrow} />}
      <g data-line30={line30}>
        <line
          x1={left}
          x2={right}
          y1={y30}
          y2={y30}
          stroke="var(--dl-ink)"
          strokeWidth="1.5"
          strokeDasharray="1.5 4"
          strokeLinecap="round"
        />
        <Label
          x={isNarrow ? right : right + 12}
          y={isNarrow ? y30 - 7 : y30 + 16}
          anchor={isNarrow ? 'end' : 'start'}
          weight={600}
          size={13}
        >
          30 % line{isNarrow ? `, pain ${line30}` : ''}
        </Label>
        {!isNarrow && (
          <Label x={right + 12} y={y30 + 32} ink="var(--dl-ink-2)" size={13}>
            pain {line30}
          </Label>
        )}
      </g>
      <Today day={course.today} x={x} isNarrow={isNarrow} />
      <PainMarks course={course} x={x} y={y} isNarrow={isNarrow} />
      {days.map((day) => (
        <Day key={day} day={day} course={course} x={x} />
      ))}
    </svg>
  )
}

type Scale = (value: number) => number

function Infusions({ course, x }: { course: PainCourse; x: Scale }) {
  const [first, last] = [Math.min(...course.infusions), Math.max(...course.infusions)]
  if (course.infusions.length === 0) return null
  return (
    <g data-infusions={course.infusions.length}>
      <rect x={round(x(first) - 3)} y={top} width={round(x(last) - x(first) + 6)} height={foot - top} fill="var(--dl-sunk)" />
      {course.infusions.map((day) => (
        <line
          key={day}
          x1={round(x(day))}
          x2={round(x(day))}
          y1={foot - 9}
          y2={foot - 1}
          stroke="var(--dl-ink-rate)"
          strokeWidth="2.4"
        />
      ))}
      <Label x={(x(first) + x(last)) / 2} y={top - 8} anchor="middle" ink="var(--dl-ink-2)" size={13}>
        {plural(course.infusions.length, 'infusion')}
      </Label>
    </g>
  )
}

function Window({ window, course, x }: { window: { from: number; to: number }; course: PainCourse; x: Scale }) {
  const middle = (x(window.from) + x(window.to)) / 2
  return (
    <g data-window>
      <rect
        x={round(x(window.from))}
        y={top}
        width={round(x(window.to) - x(window.from))}
        height={foot - top}
        fill="var(--dl-st-inform-ground)"
      />
      <Label x={middle} y={top - 26} anchor="middle" ink="var(--dl-st-inform-text)" weight={600} size={13}>
        next-infusion window
      </Label>
      <Label x={middle} y={top - 9} anchor="middle" ink="var(--dl-st-inform-text)" weight={600} size={13}>
        {dayLabel(course, window.from)} to {dayLabel(course, window.to)}
      </Label>
    </g>
  )
}

function Fan({
  forecast,
  today,
  x,
  y,
  isNarrow,
}: {
  forecast: PainForecast
  today: number
  x: Scale
  y: Scale
  isNarrow: boolean
}) {
  const ink = 'var(--dl-ink-relief)'
  const past = forecast.usual.filter(({ at }) => at <= today)
  const future = forecast.usual.filter(({ at }) => at >= today)
  const [lived, ahead] = [fanShapes(past, x, y), fanShapes(future, x, y)]
  const edge = (pick: (p: PainForecast['single'][number]) => number) =>
    line<PainForecast['single'][number]>()
      .x((p) => x(p.at))
      .y((p) => y(pick(p)))
      .curve(curveMonotoneX)
      .digits(1)(forecast.single) ?? ''
  const last = forecast.usual.at(-1)
  const named = (share: number) => nearest(future, today + ((last?.at ?? today) - today) * share)
  const [a, b] = [named(0.62), named(0.8)]
  const one = forecast.single.reduce<PainForecast['single'][number] | undefined>(
    (found, p) => (found || p.at < today + 30 ? found : p),
    undefined,
  )
  const dots = { fill: 'none', stroke: ink, strokeWidth: 1.5, strokeDasharray: '2 4' } as const
  return (
    <g data-fan>
      <Band d={lived.band90} ink={ink} share={90} />
      <Band d={ahead.band90} ink={ink} share={90} />
      <Band d={ahead.band50} ink={ink} share={50} />
      <path d={edge((p) => p.low)} {...dots} data-single="low" />
      <path d={edge((p) => p.high)} {...dots} data-single="high" />
      <path d={lived.middle ?? ''} fill="none" stroke={ink} strokeWidth="1.3" data-line="past" />
      <path d={ahead.middle ?? ''} fill="none" stroke={ink} strokeWidth="2.6" data-line="median" />
      {!isNarrow && last && (
        <Label x={x(last.at) + 18} y={y(last.median) + 5} ink={ink} weight={650} size={13.5}>
          median
        </Label>
      )}
      {!isNarrow && one && <Named words="one answer, 90 %" at={[x(one.at), y(one.high)]} ink={ink} rise={44} />}
      {!isNarrow && a && <Named words="usual, 90 %" at={[x(a.at), y(a.p95)]} ink={ink} rise={72} />}
      {!isNarrow && b && <Named words="usual, 50 %" at={[x(b.at), y(b.p75)]} ink={ink} rise={104} />}
    </g>
  )
}

function Named({ words, at: [x, y], ink, rise }: { words: string; at: readonly [number, number]; ink: string; rise: number }) {
  const high = Math.max(top + 18, y - rise)
  return (
    <g>
      <Leader from={[x - 6, high + 6]} to={[x, y]} ink={ink} />
      <Label x={x - 6} y={high} anchor="middle" ink={ink} weight={600} size={13}>
        {words}
      </Label>
    </g>
  )
}

const Today = ({ day, x, isNarrow }: { day: number; x: Scale; isNarrow: boolean }) => (
  <g data-today={day}>
    <line
      x1={round(x(day))}
      x2={round(x(day))}
      y1={top - 4}
      y2={foot}
      stroke="var(--dl-accent)"
      strokeWidth="1.5"
      strokeDasharray="4 3"
    />
    <Label
      x={x(day) + (isNarrow ? 5 : 0)}
      y={top + (isNarrow ? 14 : -9)}
      anchor={isNarrow ? 'start' : 'middle'}
      ink="var(--dl-accent)"
      weight={600}
      size={13}
    >
      today
    </Label>
  </g>
)

function Day({ day, course, x }: { day: number; course: PainCourse; x: Scale }) {
  const anchor = day === 90 && course.lastDay <= 92 ? 'end' : 'middle'
  const at = anchor === 'end' ? x(day) + 10 : x(day)
  return (
    <g data-day={day}>
      <line x1={round(x(day))} x2={round(x(day))} y1={foot} y2={foot + 6} stroke="var(--dl-line-strong)" />
      <Label x={at} y={foot + 22} anchor={anchor} size={13} bare>
        {day === 0 ? 'last' : `day ${day}`}
      </Label>
      <Label x={at} y={foot + 39} anchor={anchor} ink="var(--dl-ink-2)" size={13} bare>
        {dayLabel(course, day)}
      </Label>
    </g>
  )
}

function twinOf({ course, forecast }: ReliefChartProps): Twin {
  const one = (value: number) => String(Math.round(value * 10) / 10)
  const given = (a: PainAnswer) => [dayLabel(course, a.day), String(a.day), String(a.score), '', '']
  const expected = thin(forecast?.usual.filter(({ at }) => at >= course.today) ?? [], 20).map((p) => [
    dayLabel(course, p.at),
    one(p.at),
    '',
    one(p.median),
    `${one(p.p5)} to ${one(p.p95)}`,
  ])
  return {
    caption: 'Answers given, then the forecast of usual pain (model estimate)',
    head: ['date', 'day', 'answer', 'median', '90 of 100'],
    rows: [...course.answers.map(given), ...expected],
  }
}
