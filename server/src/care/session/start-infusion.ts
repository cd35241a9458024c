import { exact, Problem, plain } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { answerOf, appendEvent, holdSession } from './append-event.ts'
import { refuseAtGate } from './refuse-at-gate.ts'

/** Starts the drip of a session whose dose was drawn up before a witness; the pump is started by hand. */
export function startInfusion(ctx: Ctx, { sessionId, at }: { sessionId: string; at?: string | undefined }) {
  return inOneStep(ctx, 'start-infusion', async (tx) => {
    const held = await holdSession(tx, sessionId)
    const { session, order } = held
    if (session.folded.startedAt) throw new Problem('session-already-started', { sessionId })
    if (session.folded.state !== 'checked') throw new Problem('draw-up-not-witnessed', { sessionId })
    const pass = await refuseAtGate(ctx, tx, held, 'start', { at })
    const started = {
      kind: 'started',
      rateMlPerHour: plain(exact(order.rateMlPerHour)),
      vtbiMl: plain(exact(order.vtbiMl)),
    } as const
    return answerOf(session, await appendEvent(ctx, tx, session, started, { at, pass }))
  })
}
