import { addDays, type Dated, dateOf, depressionResponder, painResponder, type Responder } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import type { Answer } from './assessment.ts'
import type { CourseOf } from './course.ts'
import { scoresOnForms } from './course-store.ts'
import type { AssessmentOf } from './store.ts'

/** What else bears on an outcome: scores that staff wrote down outside the follow-up, and infusions of other courses. */
export type Besides = { phq9: readonly Dated[]; painAverage: readonly Dated[]; otherInfusions: readonly string[] }

/** What else bears on these courses, by plan. `all` are every course of the same people. */
export const besidesOf = async (
  tx: Tx,
  courses: readonly CourseOf[],
  all: readonly CourseOf[],
): Promise<Map<string, Besides>> => {
  const people = [...new Set(courses.map(({ personId }) => personId))]
  const scores = Map.groupBy(await scoresOnForms(tx, people), ({ personId }) => personId)
  const others = Map.groupBy(all, ({ personId }) => personId)
  return new Map(
    courses.map(({ planId, personId, zone }) => {
      const dated = (wanted: string) =>
        (scores.get(personId) ?? []).flatMap(({ key, value, measuredAt }) =>
          key === wanted && typeof value === 'number' ? [{ date: dateOf(measuredAt.toISOString(), zone), value }] : [],
        )
      const otherInfusions = (others.get(personId) ?? [])
        .filter((other) => other.planId !== planId)
        .flatMap(({ given }) => given.map(({ date }) => date))
      return [planId, { phq9: dated('phq9Total'), painAverage: dated('painAverage'), otherInfusions }]
    }),
  )
}

/** Responder or not at day 28, by the indication's own definition; missing counts as no. */
export const outcomeOf = (
  course: CourseOf,
  assessments: readonly AssessmentOf[],
  { phq9, painAverage, otherInfusions }: Besides,
  now: string,
): Responder => {
  const { zone, firstSession, dayZero, policies } = course
  const limits = policies.responder
  const base = { firstSession, dayZero, today: dateOf(now, zone) }
  const dated = (key: 'pain' | 'total') => datedAnswers(assessments, key, zone)
  if (course.indication === 'depression')
    return depressionResponder({ ...base, phq9: [...phq9, ...dated('total')].sort((a, b) => (a.date < b.date ? -1 : 1)) }, limits)
  const averages = dated('pain')
  const isAsked = averages.some(({ date }) => date >= addDays(firstSession, -limits.weekDays) && date < firstSession)
  return painResponder(
    {
      ...base,
      // Without a single answer of that week, what was said at the screening stands in: one value, and so a weak one.
      averages: isAsked ? averages : [...painAverage.slice(-1).filter(({ date }) => date <= firstSession), ...averages],
      rescueInfusions: [...otherInfusions, ...yesDates(assessments, 'rescueInfusion', zone)],
      newProcedures: yesDates(assessments, 'newProcedure', zone),
      opioids: told(assessments.map(({ answer }) => answer?.opioidsUp)),
    },
    limits,
  )
}

/** Scores on the patient's date on which they were first given: a call on day 40 is not an answer of day 28. */
export const datedAnswers = (assessments: readonly AssessmentOf[], key: 'pain' | 'mood' | 'total', zone: string): Dated[] =>
  assessments
    .flatMap(({ answer, answeredAt }) => {
      const [value, at] = [answer?.[key], answeredAt[key]]
      return value === undefined || !at ? [] : [{ date: dateOf(at.toISOString(), zone), value }]
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

const yesDates = (assessments: readonly AssessmentOf[], key: keyof Answer & ('newProcedure' | 'rescueInfusion'), zone: string) =>
  assessments.flatMap(({ answer, answeredAt }) => {
    const at = answeredAt[key]
    return answer?.[key] === 'yes' && at ? [dateOf(at.toISOString(), zone)] : []
  })

const told = (answers: readonly (string | undefined)[]) =>
  answers.includes('yes') ? 'up' : answers.includes('no') ? 'not up' : 'not recorded'
