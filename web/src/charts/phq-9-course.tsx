import { usualPolicies } from '@dripline/clinical'
import type { ReactNode } from 'react'
import { type Course, dayLabel } from './course.ts'
import { CourseChart, type Level } from './course-chart.tsx'
import { round } from './marks.tsx'

type Phq9CourseProps = {
  course: Course
  /** Total before the first session; null where there is none. */
  before: number | null
  caption: ReactNode
}

const under = Number(usualPolicies.responder.remissionUnder)
const remission: Level = { at: under, words: 'remission', note: `under ${under}`, isUnder: true }

/** PHQ-9 totals as marks, with half of the one before and the remission line. Nothing is expected of any dose. */
export function Phq9Course({ course, before, caption }: Phq9CourseProps) {
  const half = before === null ? [] : [{ at: before / 2, words: 'half of before', note: `${round(before / 2)}` }]
  const rows = course.scores.map(({ day, score }) => [dayLabel(course, day), String(Math.round(day)), score])
  return (
    <CourseChart
      label="PHQ-9 totals since the first infusion, 0 to 27"
      caption={caption}
      twin={{ caption: 'PHQ-9 totals, 0 to 27', head: ['date', 'day', 'total'], rows }}
      course={course}
      ticks={[0, 5, 10, 15, 20, 27]}
      levels={[...half, remission]}
      foot={340}
    />
  )
}
