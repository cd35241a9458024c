import { usualPolicies } from '@dripline/clinical'
import type { ReactNode } from 'react'
import { Chart, type Twin } from './chart.tsx'
import { dayLabel } from './days.ts'
import { type FanPoint, fanShapes, nearest, thin } from './fan.ts'
import { Band, Grid, Label, round } from './marks.tsx'
import { scaleLinear } from './scale.ts'
import type { ScoreCourse } from './score-course.ts'
import { DaysBelow, InfusionPeriod, NamedLine, ScoreMarks } from './score-course-axis.tsx'

type Expected = {
  /** Pain in a responder over days from the first infusion: the typical course, and what the paper's intervals allow. */
  responder: readonly FanPoint[]
  /** Pain in somebody the drug does not work for. */
  nonResponder: number
  /** "67 ± 10 of 100" and the rest. */
  responderWords: string
  nonResponderWords: string
}

export type ReliefCourseProps = {
  course: ScoreCourse
  /** Mean of the week before; null where nobody was asked. */
  before: number | null
  /** Left out where there is nothing to draw it from: then marks only. */
  expected: Expected | null
  caption: ReactNode
}

const top = 56
const foot = 372
const left = 38
const RESPONSE = 1 - Number(usualPolicies.responder.painFallPercent) / 100

/** Pain scores as marks against what the model expects of the doses given, responders and non-responders each by themselves. */
export const ReliefCourse = (props: ReliefCourseProps) => (
  <Chart label="Pain from 0 to 10 since the first infusion" caption={props.caption} twin={twinOf(props)} width={960}>
    {(width) => <Drawing {...props} width={width} />}
  </Chart>
)

function Drawing({ course, before, expected, width }: ReliefCourseProps & { width: number }) {
  const isNarrow = width < 620
  const right = width - (isNarrow ? 12 : 138)
  const x = scaleLinear([course.firstDay, course.lastDay], [left + 6, right])
  const y = scaleLinear([0, 10], [foot, top])
  const frame = { course, x, top, foot, isNarrow }
  return (
    <svg viewBox={`0 0 ${width} ${foot + 46}`} aria-hidden="true">
      <InfusionPeriod {...frame} />
      <Grid ticks={[0, 2, 4, 6, 8, 10]} y={y} left={left} right={right} />
      {expected && <Curves expected={expected} course={course} x={x} y={y} right={right} isNarrow={isNarrow} />}
      {before !== null && (
        <NamedLine
          at={before * RESPONSE}
          left={left}
          right={right}
          y={y}
          words="30 % line"
          note={`pain ${round(before * RESPONSE)}`}
          isNarrow={isNarrow}
        />
      )}
      <DaysBelow {...frame} />
      <ScoreMarks course={course} x={x} y={y} />
    </svg>
  )
}

type CurvesProps = {
  expected: Expected
  course: ScoreCourse
  x: (day: number) => number
  y: (pain: number) => number
  right: number
  isNarrow: boolean
}

/** A place for words under the band with no score in it. */
function roomUnder({ expected, course, x, y, isNarrow }: CurvesProps): { x: number; y: number } | null {
  const width = isNarrow ? 70 : 170
  const places = [0.3, 0.36, 0.42, 0.5, 0.58].flatMap((share) => {
    const point = nearest(expected.responder, course.lastDay * share)
    return point ? [{ x: x(point.at), y: y(point.p5) + 24 }] : []
  })
  const isFree = (place: { x: number; y: number }) =>
    course.scores.every(({ day, score }) => {
      const [across, down] = [x(day) - place.x, y(score) - place.y]
      return across < -12 || across > width || Math.abs(down + 5) > 16
    })
  return places.find(isFree) ?? places.at(-1) ?? null
}

function Curves(props: CurvesProps) {
  const { expected, course, x, y, right, isNarrow } = props
  const { lastDay } = course
  const { responder, nonResponder, responderWords, nonResponderWords } = expected
  const ink = 'var(--dl-ink-relief)'
  const { band90, band50, middle } = fanShapes(
    responder.filter(({ at }) => at <= lastDay),
    x,
    y,
  )
  const named = roomUnder(props)
  const flat = round(y(nonResponder))
  return (
    <g data-curves>
      <Band d={band90} ink={ink} share={90} />
      <Band d={band50} ink={ink} share={50} />
      <path d={middle ?? ''} fill="none" stroke={ink} strokeWidth="2.6" data-line="responder" />
      <line x1={round(x(0))} x2={right} y1={flat} y2={flat} stroke="var(--dl-ink)" strokeWidth="2.4" data-line="non-responder" />
      <Label
        x={isNarrow ? right : right + 12}
        y={isNarrow ? flat - 8 : flat - 12}
        anchor={isNarrow ? 'end' : 'start'}
        weight={650}
        size={13}
      >
        no response
      </Label>
      <Label
        x={isNarrow ? right : right + 12}
        y={isNarrow ? flat - 24 : flat + 4}
        anchor={isNarrow ? 'end' : 'start'}
        ink="var(--dl-ink-2)"
        size={13}
      >
        {nonResponderWords}
      </Label>
      {named && (
        <Label x={named.x} y={named.y} ink={ink} weight={650} size={13}>
          response{isNarrow ? '' : `, ${responderWords}`}
        </Label>
      )}
    </g>
  )
}

function twinOf({ course, expected }: ReliefCourseProps): Twin {
  const one = (value: number) => String(Math.round(value * 10) / 10)
  const on = (day: number) => dayLabel({ lastInfusion: course.start, zone: course.zone }, day)
  const given = course.scores.map(({ day, score }) => [on(day), one(day), score, '', '', ''])
  const drawn = thin(expected?.responder ?? [], 20).map((p) => [
    on(p.at),
    one(p.at),
    '',
    one(p.median),
    `${one(p.p5)} to ${one(p.p95)}`,
    one(expected?.nonResponder ?? 0),
  ])
  return {
    caption: 'Scores given, then the model’s expectation for the doses given (model estimate)',
    head: ['date', 'day', 'score', 'response, typical', '90 of 100', 'no response'],
    rows: [...given, ...drawn],
  }
}
