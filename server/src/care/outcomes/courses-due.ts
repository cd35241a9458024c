import { type Ctx, inClinic } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { coursesOf } from './course.ts'
import { changesIn, planFollowUp } from './plan-follow-up.ts'
import { assessmentsOfPlans, plansToLookAt } from './store.ts'

/** Brings every course up to date whose questions have changed; courses with nothing new cost a look and write nothing. */
export async function planFollowUps(ctx: Ctx): Promise<void> {
  for (const planId of await coursesDue(ctx)) await planFollowUp(ctx, { planId })
}

const coursesDue = (ctx: Ctx): Promise<string[]> =>
  inClinic(ctx, 'find-follow-ups', async (tx) => {
    const planIds = await plansToLookAt(tx, ctx.now())
    const courses = await coursesOf(tx, planIds, ctx.now().toISOString())
    const known = await assessmentsOfPlans(tx, planIds)
    const due = courses.filter((course) => {
      const { toAsk, toCancel } = changesIn(course, known.get(course.planId) ?? [], ctx.now())
      return course.dayZeroNow || toAsk.length > 0 || toCancel.length > 0
    })
    return shows(
      due,
      due.map(({ planId }) => planId),
    )
  })
