import { dateOf, Problem } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { personOf } from '../people/store.ts'
import { orderById } from '../planning/store.ts'
import { sessionsOfPlan } from '../session/store.ts'
import { isAnswered } from './assessment.ts'
import { type CourseOf, coursesOf, regimenOf } from './course.ts'
import { plansOfPerson } from './course-store.ts'
import { type Besides, besidesOf, dateIn, outcomeOf, saidIn } from './outcome-of.ts'
import { type AssessmentOf, assessmentsOfPlans } from './store.ts'

/** A person's courses, newest first, with what was given, every score, and responder or not. The curve is drawn where it is shown. */
export function readRelief(ctx: Ctx, personId: string) {
  return inClinic(ctx, 'read-relief', async (tx) => {
    const now = ctx.now().toISOString()
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    const planIds = await plansOfPerson(tx, person.mergedInto ?? personId)
    const courses = await coursesOf(tx, planIds, now)
    const assessments = await assessmentsOfPlans(tx, planIds)
    const besides = await besidesOf(tx, courses)
    const shown = []
    for (const course of courses.toReversed())
      shown.push(await reliefOf(tx, course, assessments.get(course.planId) ?? [], besides.get(course.planId), now))
    const { name, dateOfBirth, sex } = person
    return shows([personId], { personId, name, dateOfBirth, sex, now, courses: shown })
  })
}

const nothingBesides: Besides = { phq9: [], painAverage: [], otherInfusions: [] }

const reliefOf = async (
  tx: Tx,
  course: CourseOf,
  assessments: readonly AssessmentOf[],
  besides: Besides = nothingBesides,
  now: string,
) => {
  const { planId, indication, zone, dayZero, firstSession, plannedSessions, isStopped, given } = course
  const outcome = outcomeOf(course, saidIn(assessments, dateIn(zone)), besides, now)
  const asked = assessments.filter(({ dueAt }) => dueAt.toISOString() <= now)
  return {
    planId,
    indication,
    zone,
    dayZero,
    firstSession,
    firstStart: given[0]?.startedAt ?? null,
    sessionsGiven: given.map(({ startedAt }) => startedAt),
    sessionsPlanned: plannedSessions,
    isStopped,
    given: indication === 'pain' ? await givenOf(tx, planId, now) : null,
    scores: asked.filter(({ answer }) => answer).map(scoreOf),
    earlierScores: besides.phq9,
    unanswered: asked.filter((each) => !isAnswered(each)).map(placeOf),
    toCome: assessments.filter(({ dueAt }) => dueAt.toISOString() > now).map(placeOf),
    outcome,
  }
}

/** Whose body, and every dose really given so far in it; null before the first. Only pain has a curve to be drawn from it. */
const givenOf = async (tx: Tx, planId: string, now: string) => {
  const sessions = await sessionsOfPlan(tx, planId)
  const [first] = sessions.filter(({ folded }) => folded.startedAt)
  const order = first ? await orderById(tx, first.orderId) : null
  return order && { subject: order.inputs.subject, regimen: regimenOf(sessions, now) }
}

const placeOf = ({ id, kind, day, dueAt }: AssessmentOf) => ({ assessmentId: id, kind, day, dueAt: dueAt.toISOString() })

const scoreOf = (assessment: AssessmentOf) => {
  const { answer, firstAnsweredAt, zone } = assessment
  const answeredAt = (firstAnsweredAt ?? assessment.dueAt).toISOString()
  return { ...placeOf(assessment), answeredAt, date: dateOf(answeredAt, zone), ...answer }
}
