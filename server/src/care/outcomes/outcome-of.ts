import { type Dated, dateOf, depressionResponder, painResponder, type Responder } from '@dripline/clinical'
import type { CourseOf } from './course.ts'
import type { AssessmentOf } from './store.ts'

/** Scores that were entered outside the follow-up, such as a PHQ-9 total at screening. */
export type OtherScores = { phq9: readonly Dated[]; otherInfusions: readonly string[] }

const told = (answers: readonly (string | undefined)[]) =>
  answers.includes('yes') ? 'up' : answers.includes('no') ? 'not up' : 'not recorded'

/** Responder or not at day 28, by the indication's own definition; missing counts as no. */
export const outcomeOf = (
  course: CourseOf,
  assessments: readonly AssessmentOf[],
  { phq9, otherInfusions }: OtherScores,
  now: string,
): Responder => {
  const { zone, firstSession, dayZero } = course
  const base = { firstSession, dayZero, today: dateOf(now, zone) }
  const dated = (read: (answer: NonNullable<AssessmentOf['answer']>) => number | undefined): Dated[] =>
    assessments.flatMap(({ answer, dueAt }) => {
      const value = answer ? read(answer) : undefined
      return value === undefined ? [] : [{ date: dateOf(dueAt.toISOString(), zone), value }]
    })
  if (course.indication === 'depression')
    return depressionResponder({
      ...base,
      phq9: [...phq9, ...dated(({ total }) => total)].sort((a, b) => (a.date < b.date ? -1 : 1)),
    })
  const yesDates = (key: 'newProcedure' | 'rescueInfusion') =>
    assessments.flatMap(({ answer, dueAt }) => (answer?.[key] === 'yes' ? [dateOf(dueAt.toISOString(), zone)] : []))
  return painResponder({
    ...base,
    averages: dated(({ pain }) => pain),
    rescueInfusions: [...otherInfusions, ...yesDates('rescueInfusion')],
    newProcedures: yesDates('newProcedure'),
    opioids: told(assessments.map(({ answer }) => answer?.opioidsUp)),
  })
}
