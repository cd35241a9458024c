import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { answerOf, appendEvent, holdVisit } from './append-event.ts'

/** Whoever is signed in is responsible for this chair from now on. Said again, it changes nothing. */
export const takeOver = (ctx: Ctx, { sessionId }: { sessionId: string }) =>
  inOneStep(ctx, 'take-over', async (tx) => {
    const session = await holdVisit(tx, sessionId)
    if (session.folded.responsible?.by === staffOf(ctx).id) return answerOf(session)
    return answerOf(session, await appendEvent(ctx, tx, session, { kind: 'taken-over' }))
  })
