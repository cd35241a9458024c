import { Problem } from '@dripline/clinical'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import type { Tx } from '../../platform/context.ts'
import { holdSession } from './append-event.ts'
import type { SessionWithOrder } from './session.ts'

/** The session, held for a step that changes what was given; once the drug book has its line of that, it is closed. */
export const holdPump = async (tx: Tx, sessionId: string): Promise<SessionWithOrder> => {
  const held = await holdSession(tx, sessionId)
  await refuseAfterBooked(tx, sessionId)
  return held
}

export const refuseAfterBooked = async (tx: Tx, sessionId: string): Promise<void> => {
  const { givenMg, wastedMg } = await bookOfSession(tx, sessionId)
  if (givenMg !== '0' || wastedMg !== '0') throw new Problem('book-settled', { sessionId })
}
