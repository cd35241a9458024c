import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder } from '../../platform/context.ts'
import { appointmentOf } from '../booking/store.ts'
import { ordersAt } from '../planning/store.ts'
import { answerOf, appendEvent, holdVisit } from './append-event.ts'
import { goOn, sessionFrom } from './kept-visits.ts'
import { insertSession, sessionsAt } from './store.ts'

/** Opens the visit of an appointment: the patient is here. */
export function arrive(ctx: Ctx, { appointmentId }: { appointmentId: string }) {
  return inOneStep(ctx, 'arrive', async (tx) => {
    await lockInOrder(tx, [`appointment ${appointmentId}`])
    const visit = await appointmentOf(tx, appointmentId)
    const [order] = await ordersAt(tx, [appointmentId])
    if (!visit?.chairId || !order) throw new Problem('not-found', { appointmentId })
    if (visit.state !== 'booked') throw new Problem('appointment-over', { appointmentId })
    if (order.validUntil <= ctx.now()) throw new Problem('order-expired', { orderId: order.id })
    if (order.validFrom > ctx.now()) throw new Problem('time-not-possible', { appointmentId })
    const [open] = await sessionsAt(tx, [appointmentId])
    // Opened for somebody else and taken back: the same visit begins now.
    if (open?.folded.state === 'booked') {
      const again = await holdVisit(tx, open.id)
      return answerOf(again, await appendEvent(ctx, tx, again, { kind: 'arrived' }))
    }
    if (open) throw new Problem('wrong-state', { sessionId: open.id })

    const row = {
      id: ctx.newId(),
      personId: visit.personId,
      planId: order.planId,
      orderId: order.id,
      appointmentId,
      chairId: visit.chairId,
    }
    await insertSession(ctx, tx, row)
    const session = sessionFrom(goOn(undefined, row, []))
    const booked = await appendEvent(ctx, tx, session, {
      kind: 'booked',
      gives: { drug: order.drugId, by: order.administration },
    })
    return answerOf(session, booked, await appendEvent(ctx, tx, session, { kind: 'arrived' }))
  })
}
