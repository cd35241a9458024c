import { dateOf } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { personOf } from '../people/store.ts'
import { orderById, plansOf } from '../planning/store.ts'
import { latestAnswers } from '../screening/store.ts'
import { type CourseOf, courseOf, regimenOf } from './course.ts'
import { outcomeOf } from './outcome-of.ts'
import { type AssessmentOf, assessmentsOf } from './store.ts'

/** A person's courses with what was given, every score since, and responder or not. The curve is drawn from the regimen where it is shown. */
export const readRelief = (ctx: Ctx, personId: string) =>
  inClinic(ctx, 'read-relief', async (tx) => {
    const now = ctx.now().toISOString()
    const person = await personOf(tx, personId)
    const courses = []
    for (const { id } of await plansOf(tx, personId)) {
      const course = await courseOf(tx, id, now)
      if (course) courses.push(await reliefOf(tx, course, now))
    }
    return { personId, name: person?.name ?? '', now, courses }
  })

const reliefOf = async (tx: Tx, course: CourseOf, now: string) => {
  const { planId, indication, zone, given, dayZero, firstSession } = course
  const assessments = await assessmentsOf(tx, planId)
  const [first] = course.sessions
  const order = first ? await orderById(tx, first.orderId) : null
  return {
    planId,
    indication,
    zone,
    dayZero,
    firstSession,
    firstStart: given[0]?.startedAt ?? null,
    sessionsGiven: given.length,
    sessionsPlanned: course.plannedSessions,
    subject: order?.inputs.subject ?? null,
    regimen: regimenOf(course, now),
    scores: assessments.filter(({ answer }) => answer).map(scoreOf),
    due: assessments.filter(({ answer }) => !answer).map(({ kind, day, dueAt, closesAt }) => ({ kind, day, dueAt, closesAt })),
    outcome: outcomeOf(course, assessments, await otherScores(tx, course), now),
  }
}

const scoreOf = ({ id, kind, day, dueAt, firstAnsweredAt, answer }: AssessmentOf) => ({
  assessmentId: id,
  kind,
  day,
  dueAt,
  answeredAt: firstAnsweredAt,
  ...answer,
})

/** What else bears on the outcome: a PHQ-9 total from screening, infusions of another course. */
export const otherScores = async (tx: Tx, { personId, planId, zone }: CourseOf) => {
  const answers = await latestAnswers(tx, personId)
  const phq9 = answers.flatMap(({ key, value, measuredAt, source }) =>
    key === 'phq9Total' && source === 'form' && typeof value === 'number'
      ? [{ date: dateOf(measuredAt.toISOString(), zone), value }]
      : [],
  )
  const others = (await plansOf(tx, personId)).filter(({ id }) => id !== planId)
  const otherInfusions: string[] = []
  for (const { id } of others) {
    const other = await courseOf(tx, id, new Date(0).toISOString())
    otherInfusions.push(...(other?.given.map(({ date }) => date) ?? []))
  }
  return { phq9, otherInfusions }
}
