import { entriesOf, Problem } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { holdSession } from './append-event.ts'
import { infusionBooked } from './infusion-booked.ts'
import type { Session, SessionWithOrder } from './session.ts'

/** The session, held for a step that changes what was given; once the drug book has its line of that, it is closed. */
export const holdPump = async (tx: Tx, sessionId: string): Promise<SessionWithOrder> => {
  const held = await holdSession(tx, sessionId)
  await refuseAfterBooked(tx, held.session, held.order.drugId)
  return held
}

/** Whether a pump runs or pauses: nothing of what it gives is in the book yet. */
export const isPumpOpen = ({ folded: { state } }: Pick<Session, 'folded'>): boolean => state === 'running' || state === 'paused'

/**
 * What was wasted before the start belongs to another syringe; what was wasted after it has closed the pump's story. While a pump
 * runs or pauses nothing here keeps anybody from a pause or a stop.
 */
export const refuseAfterBooked = async (tx: Tx, { id: sessionId, folded }: Session, drugId: string): Promise<void> => {
  if (isPumpOpen({ folded })) return
  const { startedAt } = folded
  const isWasted = startedAt !== null && entriesOf(folded, 'wasted').some(({ at }) => at >= startedAt)
  if (isWasted || (await infusionBooked(tx, sessionId, folded, drugId)).gt(0)) throw new Problem('book-settled', { sessionId })
}
