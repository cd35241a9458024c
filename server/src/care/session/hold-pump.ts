import { entriesOf, Problem } from '@dripline/clinical'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import type { Tx } from '../../platform/context.ts'
import { holdSession } from './append-event.ts'
import type { Session, SessionWithOrder } from './session.ts'

/** The session, held for a step that changes what was given; once the drug book has its line of that, it is closed. */
export const holdPump = async (tx: Tx, sessionId: string): Promise<SessionWithOrder> => {
  const held = await holdSession(tx, sessionId)
  await refuseAfterBooked(tx, held.session, held.order.drugId)
  return held
}

/** What was wasted before the start belongs to another syringe; what was wasted after it has closed the pump's story. */
export const refuseAfterBooked = async (tx: Tx, { id: sessionId, folded }: Session, drugId: string): Promise<void> => {
  const { startedAt } = folded
  const isWasted = startedAt !== null && entriesOf(folded, 'wasted').some(({ at }) => at >= startedAt)
  const { givenMg } = await bookOfSession(tx, sessionId, drugId)
  if (isWasted || givenMg !== '0') throw new Problem('book-settled', { sessionId })
}
