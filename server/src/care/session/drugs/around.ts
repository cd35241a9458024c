import {
  type DoseAround,
  type DoseFault,
  type DoseGiven,
  doseFaults,
  entriesOf,
  type Fault,
  type FoldedSession,
  Problem,
} from '@dripline/clinical'
import { whyNot } from '../../../platform/auth/right.ts'
import type { Ctx, Tx } from '../../../platform/context.ts'
import { staffOf } from '../../../platform/context.ts'
import { allergiesOf, lockPerson } from '../../people/store.ts'
import { asNeededOf } from '../../planning/as-needed-store.ts'
import { chairListOf } from '../../planning/chair-list.ts'
import { nowIn } from '../now-in.ts'
import type { SessionWithAnyOrder } from '../session.ts'
import type { DoseSent } from './sent.ts'

/** Every dose that was given in the chair so far, by whatever way, as the log has it. */
export const dosesIn = (folded: FoldedSession): DoseGiven[] =>
  entriesOf(folded, 'drug-given').map(({ drugId, amount, at, lineId }) => ({ drugId, mg: amount, at, lineId }))

/** What a dose in this visit is held against, as it stands now: doses before it, signed lines, allergies. */
export const aroundOf = async (tx: Tx, { session, order }: SessionWithAnyOrder): Promise<DoseAround> => {
  return {
    given: dosesIn(session.folded),
    lines: await asNeededOf(tx, order.id),
    allergies: await allergiesOf(tx, session.personId),
  }
}

/** The dose as it is asked for, with the clinic's list and everything around it. */
export const askedDose = async (ctx: Ctx, tx: Tx, held: SessionWithAnyOrder, sent: DoseSent) => {
  const wanted = (await chairListOf(ctx, tx)).find(({ drug, route }) => drug.id === sent.drugId && route === sent.route)
  if (!wanted)
    throw new Problem('not-valid', {}, [
      { field: 'drugId', code: 'drug-and-route-of-clinics-list', value: `${sent.drugId} ${sent.route}` },
    ])
  const { mg, reason, lineId, allergiesRead } = sent
  await lockPerson(tx, held.session.personId)
  const isPrescriber = (await whyNot(ctx, tx, 'sign-order', staffOf(ctx).id)) === null
  const asked = { mg, at: sent.at ?? nowIn(ctx, held.session), reason, lineId, allergiesRead, isPrescriber }
  return { wanted, asked, around: await aroundOf(tx, held) }
}

type AskedDose = Awaited<ReturnType<typeof askedDose>>

/** Refuses a dose with everything that stands in its way, each by its code. */
export const refuseDose = (sessionId: string, { wanted, asked, around }: AskedDose): void => {
  const faults = doseFaults(wanted, asked, around)
  if (faults.length > 0) throw new Problem('drug-refused', { sessionId }, faults.map(inField))
}

/** What stands in the way of a dose, by its code, as a field of what was sent. */
export const inField = ({ code, found, notBefore }: DoseFault): Fault => ({
  field: code,
  code: 'check-fails' as const,
  params: { found },
  ...(notBefore !== undefined && { value: notBefore }),
})
