import { dosesInBook, type Exact, exact, type FoldedSession } from '@dripline/clinical'
import { bookOfSession } from '../../ledgers/substances/book-of-session.ts'
import type { Tx } from '../../platform/context.ts'

/** mg of the infusion that the drug book has as given in a visit; doses of the same drug given beside it are left out. */
export const infusionBooked = async (tx: Tx, sessionId: string, folded: FoldedSession, drugId: string): Promise<Exact> => {
  const { givenMg } = await bookOfSession(tx, sessionId, drugId)
  const beside = dosesInBook(folded).filter((dose) => dose.drugId === drugId)
  return beside.reduce((mg, { amount }) => mg.minus(amount), exact(givenMg))
}
