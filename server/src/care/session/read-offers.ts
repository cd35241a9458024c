import type { Tx } from '../../platform/context.ts'
import { type Offer, offersTo } from './offer-store.ts'
import type { Session } from './session.ts'

/** What was taken back elsewhere and happened while this patient was here. */
export const offersHere = async (tx: Tx, session: Session, now: Date): Promise<Offer[]> =>
  offersWhile(await offersTo(tx, session), session, now)

/** Those of them that happened while the patient was here: from their arrival until they went, or until now. */
export const offersWhile = (
  offers: readonly Offer[],
  { folded: { entries, state, stateSince } }: Pick<Session, 'folded'>,
  now: Date,
): Offer[] => {
  const arrived = entries.find(({ event }) => event.kind === 'arrived')?.event.at
  if (!arrived || state === 'cancelled') return []
  const until = state === 'left' && stateSince ? new Date(stateSince) : now
  return offers.filter(({ at }) => at >= arrived && new Date(at) <= until)
}
