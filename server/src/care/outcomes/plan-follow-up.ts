import { type Ask, asksOf, remindersOf } from '@dripline/clinical'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { promiseMessage } from '../../platform/message.ts'
import { type CourseOf, courseOf } from './course.ts'
import { insertAssessment, insertDayZero } from './store.ts'

/** Brings a course's questions up to date: sets day 0 when it is known, writes what will be asked, promises the letters. */
export const planFollowUp = (ctx: Ctx, { planId }: { planId: string }) =>
  inOneStep(ctx, 'plan-follow-up', async (tx) => {
    const course = await courseOf(tx, planId, ctx.now().toISOString())
    if (!course) return { planId, asked: 0 }
    const { dayZeroNow } = course
    if (dayZeroNow) await insertDayZero(ctx, tx, planId, dayZeroNow)
    const known: CourseOf = dayZeroNow ? { ...course, dayZero: dayZeroNow.date } : course
    let asked = 0
    for (const ask of asksOf(known)) asked += await askOnce(ctx, tx, known, ask)
    return { planId, personId: course.personId, asked }
  })

/** A day that is over when its question is first thought of is not asked any more. */
const askOnce = async (ctx: Ctx, tx: Tx, { planId, personId, zone }: CourseOf, ask: Ask): Promise<number> => {
  if (new Date(ask.closesAt) <= ctx.now()) return 0
  const id = await insertAssessment(ctx, tx, { ...ask, id: ctx.newId(), planId, personId })
  if (id === null) return 0
  if (ask.byStaff) return 1
  const reminders = ask.kind === 'follow-up' ? remindersOf(ask, zone) : [ask.dueAt]
  for (const dueAt of reminders) await promiseMessage(ctx, tx, { kind: 'check-in', aboutId: id, dueAt: new Date(dueAt) })
  return 1
}
