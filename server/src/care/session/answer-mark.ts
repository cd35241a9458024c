import { Problem, type SessionEvent } from '@dripline/clinical'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { answerOf, appendEvent, holdAny } from './append-event.ts'
import { refuseAfterBooked } from './hold-pump.ts'
import type { Session, SessionWithAnyOrder } from './session.ts'
import { isOneCall, writeEntry } from './write-entry.ts'

type Answer = { sessionId: string; about: string; text: string; does: 'note' | 'pause' | 'stop' }

/** Answers a value past the policy with what was done; where that was a pause or a stop, it is done in this very step. */
export function answerMark(ctx: Ctx, answer: Answer) {
  const { sessionId, about, text, does } = answer
  if (does !== 'note' || !isOneCall(ctx)) return answerInStep(ctx, answer)
  const judge = (session: Session) => {
    refuseUnknown(session, about)
    return { said: { kind: 'note', text, about } as const }
  }
  return writeEntry(ctx, 'answer-mark', sessionId, { judge })
}

const refuseUnknown = ({ events }: Session, about: string) => {
  if (!events.some(({ id }) => id === about)) throw new Problem('not-found', { eventId: about })
}

const answerInStep = (ctx: Ctx, { sessionId, about, text, does }: Answer) =>
  inOneStep(ctx, 'answer-mark', async (tx) => {
    const held = await holdAny(tx, sessionId)
    const { session } = held
    refuseUnknown(session, about)
    const done = does === 'note' ? [] : await hold(ctx, tx, held, does, text)
    const note = await appendEvent(ctx, tx, session, { kind: 'note', text, about })
    return answerOf(session, ...done, note)
  })

// Two people who pause at the same moment both did: a pump that stands already is left standing.
const hold = async (
  ctx: Ctx,
  tx: Tx,
  { session, order }: SessionWithAnyOrder,
  does: 'pause' | 'stop',
  reason: string,
): Promise<SessionEvent[]> => {
  const { state } = session.folded
  const isDue = does === 'pause' ? state === 'running' : state === 'running' || state === 'paused'
  if (!isDue) return []
  await refuseAfterBooked(tx, session, order.drugId)
  return [await appendEvent(ctx, tx, session, { kind: does === 'pause' ? 'paused' : 'stopped', reason })]
}
