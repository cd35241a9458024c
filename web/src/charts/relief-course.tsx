import { usualPolicies } from '@dripline/clinical'
import type { ReactNode } from 'react'
import type { Twin } from './chart.tsx'
import { type Course, dayLabel, toTenth } from './course.ts'
import { CourseChart, type Frame } from './course-chart.tsx'
import { Bands, type FanPoint, Median, nearest, thin } from './fan.tsx'
import { Across, Label, round } from './marks.tsx'

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
  course: Course
  /** Mean of the week before; null where nobody was asked. */
  before: number | null
  /** Left out where there is nothing to draw it from: then marks only. */
  expected: Expected | null
  caption: ReactNode
}

const RESPONSE = 1 - Number(usualPolicies.responder.painFallPercent) / 100

/** Pain scores as marks against what the model expects of the doses given, responders and non-responders each by themselves. */
export function ReliefCourse(props: ReliefCourseProps) {
  const { course, before, expected, caption } = props
  const line30 = (before ?? 0) * RESPONSE
  return (
    <CourseChart
      label="Pain from 0 to 10 since the first infusion"
      caption={caption}
      twin={twinOf(props)}
      course={course}
      ticks={[0, 2, 4, 6, 8, 10]}
      levels={before === null ? [] : [{ at: line30, words: '30 % line', note: `pain ${round(line30)}` }]}
    >
      {(frame) => expected && <Curves {...frame} expected={expected} />}
    </CourseChart>
  )
}

type CurvesProps = Frame & { expected: Expected }

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
  const { responder, nonResponder, responderWords, nonResponderWords } = expected
  const fan = { points: responder.filter(({ at }) => at <= course.lastDay), x, y, ink: 'var(--dl-ink-relief)' }
  const named = roomUnder(props)
  const flat = y(nonResponder)
  const place = isNarrow ? ({ x: right, anchor: 'end' } as const) : { x: right + 12 }
  return (
    <g data-curves>
      <Bands {...fan} />
      <Median {...fan} name="responder" />
      <Across y={flat} from={x(0)} to={right} ink="var(--dl-ink)" width={2.4} data-line="non-responder" />
      <Label {...place} y={flat - (isNarrow ? 8 : 12)} weight={650} size={13}>
        no response
      </Label>
      <Label {...place} y={flat + (isNarrow ? -24 : 4)} ink="var(--dl-ink-2)" size={13}>
        {nonResponderWords}
      </Label>
      {named && (
        <Label {...named} ink={fan.ink} weight={650} size={13}>
          response{isNarrow ? '' : `, ${responderWords}`}
        </Label>
      )}
    </g>
  )
}

function twinOf({ course, expected }: ReliefCourseProps): Twin {
  const on = (day: number) => [dayLabel(course, day), toTenth(day)]
  const given = course.scores.map(({ day, score }) => [...on(day), score, '', '', ''])
  const flat = toTenth(expected?.nonResponder ?? 0)
  const drawn = thin(expected?.responder ?? [], 20).map(({ at, median, p5, p95 }) => [
    ...on(at),
    '',
    toTenth(median),
    `${toTenth(p5)} to ${toTenth(p95)}`,
    flat,
  ])
  return {
    caption: 'Scores given, then the model’s expectation for the doses given (model estimate)',
    head: ['date', 'day', 'score', 'response, typical', '90 of 100', 'no response'],
    rows: [...given, ...drawn],
  }
}
