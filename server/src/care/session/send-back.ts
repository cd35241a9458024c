import { isSentBack, Problem } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { answerOf, appendEvent, holdAny } from './append-event.ts'

type Reasoned = { sessionId: string; reason: string }

/** Gives the order back to a prescriber because something differs; what was drawn up for it waits for waste before a witness. */
export function sendBack(ctx: Ctx, { sessionId, reason }: Reasoned) {
  return inOneStep(ctx, 'send-order-back', async (tx) => {
    const { session, order } = await holdAny(tx, sessionId)
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'sent-back', reason, orderId: order.id }))
  })
}

/** A prescriber has read why the order was sent back and lets it stand as signed, with what they go by. Checking in again does not. */
export function confirmOrder(ctx: Ctx, { sessionId, reason }: Reasoned) {
  return inOneStep(ctx, 'confirm-order', async (tx) => {
    await demandRight(ctx, tx, 'sign-order')
    const { session, order } = await holdAny(tx, sessionId)
    const { id: orderId, signedAt } = order
    if (!isSentBack(session.folded, { id: orderId, signedAt: signedAt.toISOString() }))
      throw new Problem('wrong-state', { sessionId })
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'order-stands', reason, orderId }))
  })
}
