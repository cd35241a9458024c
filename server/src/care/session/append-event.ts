import { type EventBody, mayAppend, Problem, type SessionEvent } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../platform/context.ts'
import { orderOf } from '../planning/store.ts'
import type { Session, SessionWithOrder } from './session.ts'
import { insertEvent, lockSession } from './store.ts'

type Stamp = { at?: string | undefined; by?: string; amends?: { eventId: string; reason: string } }

/** Adds one entry to a held session, judged in the place where it says it happened; gives the session as it then stands. */
export const appendEvent = async (
  ctx: Ctx,
  tx: Tx,
  session: Session,
  said: EventBody,
  stamp: Stamp = {},
): Promise<SessionEvent> => {
  const now = ctx.now().toISOString()
  const { at = now, by = staffOf(ctx).id, amends } = stamp
  const event: SessionEvent = {
    ...said,
    id: ctx.newId(),
    at: new Date(at).toISOString(),
    enteredAt: now,
    by,
    ...(amends && { amends }),
  }
  const code = mayAppend(session.events, event, now)
  if (code)
    throw new Problem(
      code,
      { sessionId: session.id },
      code === 'time-not-possible' ? [{ field: 'at', expected: 'a time at which this could have happened', value: at }] : [],
    )
  await insertEvent(tx, session.id, event)
  session.events.push(event)
  return event
}

/** The session, held, with the order in force for it. */
export const holdSession = async (tx: Tx, sessionId: string): Promise<SessionWithOrder> => {
  const session = await lockSession(tx, sessionId)
  const order = session && (await orderOf(tx, session))
  if (!session || !order) throw new Problem('not-found', { sessionId })
  return { session, order }
}

/** What a step on a session answers, and what its audit line is about. */
export const answerOf = ({ id, personId }: Session, ...events: readonly SessionEvent[]) => ({
  sessionId: id,
  personId,
  eventIds: events.map((event) => event.id),
})
