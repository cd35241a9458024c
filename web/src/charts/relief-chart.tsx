import type { ReactNode } from 'react'
import type { Twin } from './chart.tsx'
import { type Course, dayLabel, toTenth } from './course.ts'
import { CourseChart, type Frame, top } from './course-chart.tsx'
import { Bands, type FanPoint, Median, nearest, smooth, thin } from './fan.tsx'
import { Label, Leader, Stretch } from './marks.tsx'

/** Usual pain as a fan; where one single answer falls, 90 of 100, as a pair. Drawn from the last infusion on. */
export type PainForecast = {
  usual: readonly FanPoint[]
  single: readonly { at: number; low: number; high: number }[]
}

type Window = { from: number; to: number }

export type ReliefChartProps = {
  course: Course
  /** Left out where there are too few answers: then marks only. */
  forecast?: PainForecast
  /** Pain that is 30 % under before. */
  line30: number
  /** The stretch in which the chance falls from 80 to 50 in 100. */
  window?: Window | null
  caption: ReactNode
}

/** One person's answers as marks, and what the model expects of them as a fan, over days since the last infusion. */
export const ReliefChart = (props: ReliefChartProps) => (
  <CourseChart
    label="Pain from 0 to 10: answers given, and the forecast"
    caption={props.caption}
    twin={twinOf(props)}
    course={props.course}
    ticks={[0, 2, 4, 6, 8, 10]}
    levels={[{ at: props.line30, words: '30 % line', note: `pain ${props.line30}` }]}
    under={(frame) => props.window && <NextInfusion {...frame} window={props.window} />}
  >
    {(frame) => props.forecast && <Forecast {...frame} forecast={props.forecast} />}
  </CourseChart>
)

function NextInfusion({ window: { from, to }, course, x, foot }: Frame & { window: Window }) {
  const words = ['next-infusion window', `${dayLabel(course, from)} to ${dayLabel(course, to)}`]
  return (
    <g data-window>
      <Stretch from={x(from)} to={x(to)} top={top} foot={foot} ink="var(--dl-st-inform-ground)" />
      {words.map((line, i) => (
        <Label
          key={line}
          x={(x(from) + x(to)) / 2}
          y={top + 17 * (i + 1)}
          anchor="middle"
          ink="var(--dl-st-inform-text)"
          weight={600}
          size={13}
        >
          {line}
        </Label>
      ))}
    </g>
  )
}

function Forecast({ forecast: { usual, single }, course: { today }, x, y, isNarrow }: Frame & { forecast: PainForecast }) {
  const frame = { x, y, ink: 'var(--dl-ink-relief)' }
  const [past, future] = [usual.filter(({ at }) => at <= today), usual.filter(({ at }) => at >= today)]
  const dots = { fill: 'none', stroke: frame.ink, strokeWidth: 1.5, strokeDasharray: '2 4' } as const
  const last = usual.at(-1)
  const named = (share: number) => nearest(future, today + ((last?.at ?? today) - today) * share)
  const [a, b] = [named(0.62), named(0.8)]
  const one = single.find(({ at }) => at >= today + 30)
  return (
    <g data-fan>
      <Bands points={past} {...frame} shares={[90]} />
      <Bands points={future} {...frame} />
      <path d={smooth(single, x, ({ low }) => y(low))} {...dots} data-single="low" />
      <path d={smooth(single, x, ({ high }) => y(high))} {...dots} data-single="high" />
      <Median points={past} {...frame} name="past" width={1.3} />
      <Median points={future} {...frame} name="median" />
      {!isNarrow && last && (
        <Label x={x(last.at) + 18} y={y(last.median) + 5} ink={frame.ink} weight={650}>
          median
        </Label>
      )}
      {!isNarrow && one && <Named words="one answer, 90 %" at={[x(one.at), y(one.high)]} ink={frame.ink} rise={44} />}
      {!isNarrow && a && <Named words="usual, 90 %" at={[x(a.at), y(a.p95)]} ink={frame.ink} rise={72} />}
      {!isNarrow && b && <Named words="usual, 50 %" at={[x(b.at), y(b.p75)]} ink={frame.ink} rise={104} />}
    </g>
  )
}

type NamedProps = { words: string; at: readonly [x: number, y: number]; ink: string; rise: number }

function Named({ words, at: [x, y], ink, rise }: NamedProps) {
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

function twinOf({ course, forecast }: ReliefChartProps): Twin {
  const given = course.scores.map(({ day, score }) => [dayLabel(course, day), String(day), String(score), '', ''])
  const ahead = forecast?.usual.filter(({ at }) => at >= course.today) ?? []
  const expected = thin(ahead, 20).map(({ at, median, p5, p95 }) => [
    dayLabel(course, at),
    toTenth(at),
    '',
    toTenth(median),
    `${toTenth(p5)} to ${toTenth(p95)}`,
  ])
  return {
    caption: 'Answers given, then the forecast of usual pain (model estimate)',
    head: ['date', 'day', 'answer', 'median', '90 of 100'],
    rows: [...given, ...expected],
  }
}
