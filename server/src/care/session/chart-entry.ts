import { type EventBody, type EventKind, Problem } from '@dripline/clinical'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { answerOf, appendEvent, holdSession } from './append-event.ts'
import type { Session } from './session.ts'

/** Writes one thing seen, measured or given into the log, with its own time beside the time of entry. */
export const chartEntry = (
  ctx: Ctx,
  { sessionId, entry, at }: { sessionId: string; entry: EventBody; at?: string | undefined },
) =>
  inOneStep(ctx, `chart-${entry.kind}`, async (tx) => {
    const { session } = await holdSession(tx, sessionId)
    return answerOf(session, await appendEvent(ctx, tx, session, entry, { at }))
  })

type Amend = { sessionId: string; eventId: string; reason: string; entry: EventBody | null; at?: string | undefined }

/** Entries that carry a witness or a second step are never rewritten; a mistake in them is a new entry of its own. */
const SEALED: readonly EventKind[] = [
  'booked',
  'arrived',
  'checked-in',
  'sent-back',
  'drawn-up',
  'second-check',
  'wasted',
  'discharged',
  'discharge-override',
  'left',
  'cancelled',
]
const DOSING: readonly EventKind[] = ['started', 'rate-changed', 'paused', 'resumed', 'stopped']

/** Puts another wording beside an entry, with the reason; the old one stays readable. Null strikes it. */
export const amendEntry = (ctx: Ctx, { sessionId, eventId, reason, entry, at }: Amend) =>
  inOneStep(ctx, 'amend-entry', async (tx) => {
    const { session, order } = await holdSession(tx, sessionId)
    const old = session.events.find(({ id }) => id === eventId)
    if (!old) throw new Problem('not-found', { eventId })
    if (SEALED.includes(old.kind)) throw new Problem('wrong-state', { eventId })
    if (entry && entry.kind !== old.kind)
      throw new Problem('not-valid', {}, [{ field: 'entry.kind', expected: old.kind, value: entry.kind }])
    if (DOSING.includes(old.kind)) await refuseAfterBooked(tx, session)
    if (entry && 'rateMlPerHour' in entry && Number(entry.rateMlPerHour) > Number(order.rateMlPerHour))
      throw new Problem('over-order', { eventId })
    const stamp = { at: at ?? old.at, amends: { eventId, reason } }
    return answerOf(session, await appendEvent(ctx, tx, session, entry ?? { kind: 'amended' }, stamp))
  })

// Once the drug book has its line of what was given, the pump's story is closed.
const refuseAfterBooked = async (tx: Tx, { id }: Session) => {
  const { givenMg } = await bookOfSession(tx, id)
  if (givenMg !== '0') throw new Problem('wrong-state', { sessionId: id })
}
