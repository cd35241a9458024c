import { type Ctx, inOneStep } from '../../platform/context.ts'
import { answerOf, appendEvent, holdVisit } from './append-event.ts'

/** Gives the order back to a prescriber because something differs; what was drawn up for it waits for waste before a witness. */
export const sendBack = (ctx: Ctx, { sessionId, reason }: { sessionId: string; reason: string }) =>
  inOneStep(ctx, 'send-order-back', async (tx) => {
    const session = await holdVisit(tx, sessionId)
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'sent-back', reason }))
  })
