import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { cancelAppointment } from '../booking/cancel-appointment.ts'
import { appointmentOf } from '../booking/store.ts'
import { closureOf, insertClosure, ordersOf, planOf } from './store.ts'
import { isHere } from './visit-log.ts'

/** Ends a course before its last session; visits still to come are given back to the calendar. Whoever is here has their visit ended there. */
export function closeCourse(ctx: Ctx, { planId, reason }: { planId: string; reason: string }) {
  return inOneStep(ctx, 'close-course', async (tx) => {
    const plan = await planOf(tx, planId)
    if (!plan) throw new Problem('not-found', { planId })
    if (await closureOf(tx, planId)) throw new Problem('wrong-state', { planId })

    await insertClosure(ctx, tx, { id: ctx.newId(), planId, reason, closedBy: staffOf(ctx).id })
    for (const { appointmentId } of await ordersOf(tx, planId)) {
      const visit = appointmentId === null ? undefined : await appointmentOf(tx, appointmentId)
      const isToCome = visit?.state === 'booked' && visit.start > ctx.now()
      if (isToCome && !(await isHere(tx, visit.id))) await cancelAppointment(ctx, tx, visit.id)
    }
    return { planId, personId: plan.personId }
  })
}
