import type { ReactNode } from 'react'
import { type Course, dayLabel } from './course.ts'
import { CourseChart } from './course-chart.tsx'
import { Label } from './marks.tsx'

type PainTraceProps = { course: Course; line30?: number; caption?: ReactNode }

/** A person's own answers, joined, with nothing predicted; rings are the answers still to come. */
export function PainTrace({ course, line30, caption }: PainTraceProps) {
  const last = course.scores.at(-1)
  const rows = course.scores.map(({ day, score }) => [dayLabel(course, day), score])
  return (
    <CourseChart
      label="My own answers, pain from 0 to 10"
      caption={caption}
      twin={{ caption: 'My answers, 0 is no pain, 10 the worst I can imagine', head: ['date', 'pain'], rows }}
      course={course}
      ticks={[0, 5, 10]}
      levels={line30 === undefined ? [] : [{ at: line30, words: '30 % less pain', note: 'than before' }]}
      foot={276}
      width={330}
      isJoined
    >
      {({ x, y, foot }) => (
        <>
          {last && (
            <Label x={x(course.today) + 7} y={y(last.score) + 5} weight={650}>
              {last.score}, on {dayLabel(course, last.day)}
            </Label>
          )}
          {course.due && (
            <Label x={x(course.today) + 7} y={foot - 15} ink="var(--dl-accent)">
              answers still to come
            </Label>
          )}
        </>
      )}
    </CourseChart>
  )
}
