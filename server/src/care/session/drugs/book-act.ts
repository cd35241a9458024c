import { administrationOf, allergyFaults, drugOf, exact, heldAgainst, Problem, plain, type Said } from '@dripline/clinical'
import type { Ctx, Tx } from '../../../platform/context.ts'
import { allergiesOf } from '../../people/store.ts'
import type { SessionWithAnyOrder } from '../session.ts'
import { inField } from './around.ts'
import { bookDose } from './book-dose.ts'
import { agreedDose } from './dose-readings.ts'

type Given = { act: string; said: Said; at: Date }

/**
 * Writes what an act of an administration gives of a controlled drug into the drug book: drawn from the vial that two people read apart,
 * given, and what is over wasted before the second of them. Null where the act gives none.
 */
export async function bookAct(ctx: Ctx, tx: Tx, { session, order }: SessionWithAnyOrder, { act, said, at }: Given) {
  const books = administrationOf(session.folded.gives.by)?.acts[act]?.books
  if (!books || order.said === null) return null
  const [first, second] = await agreedDose(ctx, tx, session, act)
  const { id: sessionId, personId } = session
  const { drugId } = order
  await refuseAllergic(tx, { sessionId, personId, drugId }, [...first.allergiesRead, ...second.allergiesRead])

  const [mg, who] = [books(order.said, said), { enteredBy: first.by, witnessId: second.by, proofId: second.proofId }]
  const dose = { vialId: first.vialId, drawnMl: first.ml, mg, at }
  await bookDose(ctx, tx, { sessionId, personId, drugId, ...dose, ...who })
  const booked = { drugId, vialId: first.vialId, drawnMl: first.ml, givenMg: plain(exact(mg)), witness: second.by }
  return { by: first.by, booked }
}

type Whom = { sessionId: string; personId: string; drugId: string }

/** Refuses a drug that the patient is allergic to, while nobody asked, and while a person has not read an allergy in words. */
async function refuseAllergic(tx: Tx, { sessionId, personId, drugId }: Whom, read: readonly string[]) {
  const drug = drugOf(drugId)
  if (!drug) throw new Problem('wrong-state', { sessionId })
  const faults = allergyFaults(heldAgainst(drug, await allergiesOf(tx, personId)), read)
  if (faults.length > 0) throw new Problem('drug-refused', { sessionId }, faults.map(inField))
}
