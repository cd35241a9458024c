import { Problem } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../context.ts'
import { passkeysOf } from './passkey-store.ts'
import { accountById, dressSignIn, endBareSignIns } from './store.ts'

/** Whether somebody has more than a password: a passkey, which is both factors by itself, or an app of codes. */
export const hasSecondFactor = async (tx: Tx, accountId: string): Promise<boolean> => (await secondFactors(tx, accountId)) > 0

const secondFactors = async (tx: Tx, accountId: string): Promise<number> => {
  const account = await accountById(tx, accountId)
  return (account?.totpConfirmedAt ? 1 : 0) + (await passkeysOf(tx, accountId)).length
}

/** Opens records to the sign-in that has just set up a second factor; others begun by the password alone end, whoever holds them. */
export const openRecords = async (ctx: Ctx, tx: Tx): Promise<void> => {
  const { id, signInId, isBare } = staffOf(ctx)
  if (!isBare) return
  await dressSignIn(tx, signInId)
  await endBareSignIns(tx, id, ctx.now(), signInId)
}

/** Refuses to go on when somebody's last second factor has just been taken away in this step: they would be shut out of a running visit. */
export const demandSecondFactor = async (tx: Tx, accountId: string): Promise<void> => {
  if (!(await hasSecondFactor(tx, accountId))) throw new Problem('second-factor-last', { accountId })
}
