import { usualPolicies } from '@dripline/clinical'
import type { ReactNode } from 'react'
import { Chart } from './chart.tsx'
import { dayLabel } from './days.ts'
import { Grid, round } from './marks.tsx'
import { scaleLinear } from './scale.ts'
import type { ScoreCourse } from './score-course.ts'
import { DaysBelow, InfusionPeriod, NamedLine, ScoreMarks } from './score-course-axis.tsx'

type Phq9CourseProps = {
  course: ScoreCourse
  /** Total before the first session; null where there is none. */
  before: number | null
  caption: ReactNode
}

const top = 56
const foot = 340
const left = 38
const REMISSION_UNDER = Number(usualPolicies.responder.remissionUnder)

/** PHQ-9 totals as marks, with half of the one before and the remission line. Nothing is expected of any dose. */
export function Phq9Course({ course, before, caption }: Phq9CourseProps) {
  const twin = {
    caption: 'PHQ-9 totals, 0 to 27',
    head: ['date', 'day', 'total'],
    rows: course.scores.map(({ day, score }) => [
      dayLabel({ lastInfusion: course.start, zone: course.zone }, day),
      String(Math.round(day)),
      score,
    ]),
  }
  return (
    <Chart label="PHQ-9 totals since the first infusion, 0 to 27" caption={caption} twin={twin} width={960}>
      {(width) => {
        const isNarrow = width < 620
        const right = width - (isNarrow ? 12 : 138)
        const x = scaleLinear([course.firstDay, course.lastDay], [left + 6, right])
        const y = scaleLinear([0, 27], [foot, top])
        const frame = { course, x, top, foot, isNarrow }
        const line = { left, right, y, isNarrow }
        return (
          <svg viewBox={`0 0 ${width} ${foot + 46}`} aria-hidden="true">
            <InfusionPeriod {...frame} />
            <Grid ticks={[0, 5, 10, 15, 20, 27]} y={y} left={left} right={right} />
            {before !== null && <NamedLine {...line} at={before / 2} words="half of before" note={`${round(before / 2)}`} />}
            <NamedLine {...line} at={REMISSION_UNDER} words="remission" note={`under ${REMISSION_UNDER}`} under />
            <DaysBelow {...frame} />
            <ScoreMarks course={course} x={x} y={y} />
          </svg>
        )
      }}
    </Chart>
  )
}
