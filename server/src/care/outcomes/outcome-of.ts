import { addDays, type Dated, dateOf, depressionResponder, painResponder, type Responder } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import type { Answer } from './assessment.ts'
import type { CourseOf } from './course.ts'
import { scoresOnForms } from './course-store.ts'
import type { AssessmentOf } from './store.ts'

/** What else bears on an outcome: scores that staff wrote down outside the follow-up, and infusions of other courses. */
export type Besides = { phq9: readonly Dated[]; painAverage: readonly Dated[]; otherInfusions: readonly string[] }

type CourseGiven = Pick<CourseOf, 'planId' | 'personId' | 'zone' | 'given'>

/** What else bears on these courses, by plan: they are every course of their people. `dates` gives a zone's local dates. */
export const besidesOf = async (
  tx: Tx,
  courses: readonly CourseGiven[],
  dates: (zone: string) => (at: Date) => string = dateIn,
): Promise<Map<string, Besides>> => {
  const people = [...new Set(courses.map(({ personId }) => personId))]
  const scores = Map.groupBy(await scoresOnForms(tx, people), ({ personId }) => personId)
  const others = Map.groupBy(courses, ({ personId }) => personId)
  return new Map(
    courses.map(({ planId, personId, zone }) => {
      const date = dates(zone)
      const dated = (wanted: string) =>
        (scores.get(personId) ?? []).flatMap(({ key, value, measuredAt }) =>
          key === wanted && typeof value === 'number' ? [{ date: date(measuredAt), value }] : [],
        )
      const otherInfusions = (others.get(personId) ?? [])
        .filter((other) => other.planId !== planId)
        .flatMap(({ given }) => given.map(({ date }) => date))
      return [planId, { phq9: dated('phq9Total'), painAverage: dated('painAverage'), otherInfusions }]
    }),
  )
}

/** What somebody said of a course in its questions, by the patient's dates. */
export type Said = {
  averages: readonly Dated[]
  totals: readonly Dated[]
  rescueInfusions: readonly string[]
  newProcedures: readonly string[]
  opioids: 'up' | 'not up' | 'not recorded'
}

type Answered = Pick<AssessmentOf, 'answer' | 'answeredAt'>

/** What these answers say, each on the patient's date on which it was first given; `date` gives the local date of an instant. */
export const saidIn = (assessments: readonly Answered[], date: (at: Date) => string): Said => ({
  averages: datedAnswers(assessments, 'pain', date),
  totals: datedAnswers(assessments, 'total', date),
  rescueInfusions: yesDates(assessments, 'rescueInfusion', date),
  newProcedures: yesDates(assessments, 'newProcedure', date),
  opioids: told(assessments.map(({ answer }) => answer?.opioidsUp)),
})

/** A local date as the zone itself gives it. */
export const dateIn =
  (zone: string) =>
  (at: Date): string =>
    dateOf(at.toISOString(), zone)

type Judged = Pick<CourseOf, 'zone' | 'firstSession' | 'dayZero' | 'policies' | 'indication'>

/** Responder or not at day 28, by the indication's own definition; missing counts as no. */
export const outcomeOf = (
  { zone, firstSession, dayZero, policies, indication }: Judged,
  { averages, totals, rescueInfusions, newProcedures, opioids }: Said,
  { phq9, painAverage, otherInfusions }: Besides,
  now: string,
): Responder => {
  const limits = policies.responder
  const base = { firstSession, dayZero, today: dateOf(now, zone) }
  if (indication === 'depression')
    return depressionResponder({ ...base, phq9: [...phq9, ...totals].sort((a, b) => (a.date < b.date ? -1 : 1)) }, limits)
  const isAsked = averages.some(({ date }) => date >= addDays(firstSession, -limits.weekDays) && date < firstSession)
  return painResponder(
    {
      ...base,
      // Without a single answer of that week, what was said at the screening stands in: one value, and so a weak one.
      averages: isAsked ? averages : [...painAverage.slice(-1).filter(({ date }) => date <= firstSession), ...averages],
      rescueInfusions: [...otherInfusions, ...rescueInfusions],
      newProcedures,
      opioids,
    },
    limits,
  )
}

/** Scores on the patient's date on which they were first given: a call on day 40 is not an answer of day 28. */
const datedAnswers = (assessments: readonly Answered[], key: 'pain' | 'total', dateOn: (at: Date) => string): Dated[] =>
  assessments
    .flatMap(({ answer, answeredAt }) => {
      const [value, at] = [answer?.[key], answeredAt[key]]
      return value === undefined || !at ? [] : [{ date: dateOn(at), value }]
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

const yesDates = (
  assessments: readonly Answered[],
  key: keyof Answer & ('newProcedure' | 'rescueInfusion'),
  dateOn: (at: Date) => string,
) =>
  assessments.flatMap(({ answer, answeredAt }) => {
    const at = answeredAt[key]
    return answer?.[key] === 'yes' && at ? [dateOn(at)] : []
  })

const told = (answers: readonly (string | undefined)[]) =>
  answers.includes('yes') ? 'up' : answers.includes('no') ? 'not up' : 'not recorded'
