import type { Tx } from '../../platform/context.ts'
import { type Offer, offersTo } from './offer-store.ts'
import type { Session } from './session.ts'

/** What was taken back elsewhere and happened while this patient was here. */
export const offersHere = async (tx: Tx, session: Session, now: Date): Promise<Offer[]> => {
  const { entries, state, stateSince } = session.folded
  const arrived = entries.find(({ event }) => event.kind === 'arrived')?.event.at
  if (!arrived || state === 'cancelled') return []
  const until = state === 'left' && stateSince ? new Date(stateSince) : now
  return offersTo(tx, session, new Date(arrived), until)
}
