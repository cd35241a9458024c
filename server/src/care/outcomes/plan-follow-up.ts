import { type Ask, asksOf, dateOf, remindersOf } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder, type Tx } from '../../platform/context.ts'
import { promiseMessage } from '../../platform/message.ts'
import { isAnswered } from './assessment.ts'
import { type CourseOf, courseOf } from './course.ts'
import { type AssessmentOf, assessmentsOf, cancelAssessment, insertAssessment, insertDayZero } from './store.ts'

export type Asked = Pick<Ask, 'kind' | 'day' | 'dueAt'> & { assessmentId: string }

/** Brings a course's questions up to date: sets day 0 when it is known, writes what will be asked, promises the letters. */
export function planFollowUp(ctx: Ctx, { planId }: { planId: string }) {
  return inOneStep(ctx, 'plan-follow-up', async (tx) => {
    await lockInOrder(tx, [`follow-up ${planId}`])
    const course = await courseOf(tx, planId, ctx.now().toISOString())
    if (!course) return { planId, asked: [] }
    const { dayZeroNow } = course
    if (dayZeroNow) await insertDayZero(ctx, tx, planId, dayZeroNow)
    const known: CourseOf = dayZeroNow ? { ...course, dayZero: dayZeroNow.date, dayZeroNow: null } : course
    return { planId, personId: course.personId, asked: await askWhatIsDue(ctx, tx, known) }
  })
}

/** Writes the questions of a course that are not written yet, and takes back those that no longer hold. */
export const askWhatIsDue = async (ctx: Ctx, tx: Tx, course: CourseOf): Promise<Asked[]> => {
  const { toAsk, toCancel } = changesIn(course, await assessmentsOf(tx, course.planId), ctx.now())
  for (const { id } of toCancel) await cancelAssessment(ctx, tx, id)
  const asked: Asked[] = []
  for (const ask of toAsk) asked.push(...(await askOnce(ctx, tx, course, ask)))
  return asked
}

/**
 * What is missing from a course's questions, and what of them no longer holds, as of an instant. A day that is over when its
 * question is first thought of is not asked any more; nobody is asked the same twice on one day.
 */
export const changesIn = (course: CourseOf, known: readonly AssessmentOf[], now: Date) => {
  const wanted = course.isStopped
    ? []
    : asksOf(course, course.policies.followUp).filter(({ closesAt }) => new Date(closesAt) > now)
  const placesWanted = new Set(wanted.map(placeOf))
  const placesKnown = new Set(known.map(placeOf))
  const doneOn = new Set(
    known
      .filter((each) => each.kind !== 'phq-9' && isAnswered(each))
      .map(({ dueAt }) => dateOf(dueAt.toISOString(), course.zone)),
  )
  return {
    toAsk: wanted.filter((ask) => !placesKnown.has(placeOf(ask)) && (ask.byStaff || !doneOn.has(ask.date))),
    toCancel: known.filter((each) => !each.answer && each.closesAt > now && !placesWanted.has(placeOf(each))),
  }
}

type Place = { kind: string; day: number; sessionId: string | null; dueAt: string | Date }
const placeOf = ({ kind, day, sessionId, dueAt }: Place) => `${kind} ${day} ${sessionId ?? ''} ${new Date(dueAt).getTime()}`

const askOnce = async (ctx: Ctx, tx: Tx, { planId, personId, zone, policies }: CourseOf, ask: Ask): Promise<Asked[]> => {
  const id = await insertAssessment(ctx, tx, { ...ask, id: ctx.newId(), planId, personId })
  if (id === null) return []
  const { kind, day, dueAt, byStaff } = ask
  const asked = [{ assessmentId: id, kind, day, dueAt }]
  if (byStaff) return asked
  const letters = kind === 'follow-up' ? remindersOf(ask, zone, policies.followUp) : [dueAt]
  for (const at of letters) await promiseMessage(ctx, tx, { kind: 'check-in', aboutId: id, dueAt: new Date(at) })
  return asked
}
