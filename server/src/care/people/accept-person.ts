import { Problem } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../platform/context.ts'
import { lockPerson, setAccepted } from './store.ts'

/** Makes a caller a patient, in the step of the prescriber's decision; who is one already stays one since then. */
export const acceptPerson = async (ctx: Ctx, tx: Tx, personId: string): Promise<void> => {
  const person = await lockPerson(tx, personId)
  if (!person) throw new Problem('not-found', { personId })
  if (!person.acceptedAt) await setAccepted(tx, personId, staffOf(ctx).id, ctx.now())
}
