import { asksOf } from '@dripline/clinical'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { courseOf } from './course.ts'
import { planFollowUp } from './plan-follow-up.ts'
import { assessmentsOf, coursesToLookAt } from './store.ts'

/** Brings every course up to date whose questions have changed; courses with nothing new cost a look and write nothing. */
export const planFollowUps = async (ctx: Ctx): Promise<void> => {
  for (const planId of await coursesDue(ctx)) await planFollowUp(ctx, { planId })
}

const coursesDue = (ctx: Ctx): Promise<string[]> =>
  inClinic(ctx, 'find-follow-ups', async (tx) => {
    const now = ctx.now().toISOString()
    const due: string[] = []
    for (const planId of await coursesToLookAt(tx)) {
      const course = await courseOf(tx, planId, now)
      if (!course) continue
      const asked = new Set((await assessmentsOf(tx, planId)).map(placeOf))
      const isNew = asksOf(course).some((ask) => ask.closesAt > now && !asked.has(placeOf(ask)))
      if (course.dayZeroNow || isNew) due.push(planId)
    }
    return due
  })

const placeOf = ({ kind, day, sessionId }: { kind: string; day: number; sessionId: string | null }) =>
  `${kind} ${day} ${sessionId ?? ''}`
