import { Problem } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../context.ts'
import { findSignIn } from './store.ts'

const FRESH_MS = 15 * 60_000

/** Refuses a change to the ways in unless the sign-in is at most a quarter of an hour old: a tablet left lying gives no new keys. */
export const demandFresh = async (ctx: Ctx, tx: Tx): Promise<void> => {
  const signIn = await findSignIn(tx, staffOf(ctx).signInId)
  // Six figures open a tablet; they do not open the ways in.
  if (!signIn || signIn.method === 'pin' || ctx.now().getTime() - signIn.createdAt.getTime() > FRESH_MS)
    throw new Problem('sign-in-again')
}
