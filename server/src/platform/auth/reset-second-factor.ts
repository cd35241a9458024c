import { asked, Problem } from '@dripline/clinical'
import { z } from 'zod'
import { type Ctx, inOneStep, staffOf, type Tx } from '../context.ts'
import { promiseMessage } from '../message.ts'
import { demandFresh } from './fresh.ts'
import { removePasskeys } from './passkey-store.ts'
import { endPins } from './pin-store.ts'
import { retireRecoveryCodes } from './recovery-store.ts'
import { insertReset } from './reset-store.ts'
import { accountById, setTotp, signOutEverywhere } from './store.ts'

/** Under which name the letter about it goes out. */
export const RESET_LETTER = 'second-factor-reset'

const WORDS = asked('words-of-10-to-300')
export const knownBy = z.string(WORDS).trim().min(10, WORDS).max(300, WORDS)

/**
 * Takes the lost second factor of a colleague away: passkeys, app, recovery codes and PINs open nothing any more, their sign-ins end, they
 * are told by letter, and their next sign-in by password opens records only once they have set up another. The owner says in words how
 * they know who asks, from a fresh sign-in, and resets nobody's but another's.
 */
export function resetSecondFactor(ctx: Ctx, { staffId, words }: { staffId: string; words: string }) {
  return inOneStep(ctx, 'reset-second-factor', async (tx) => {
    await demandFresh(ctx, tx)
    const { id: resetBy } = staffOf(ctx)
    if (staffId === resetBy) throw new Problem('not-allowed', { staffId })
    return resetIn(ctx, tx, { accountId: staffId, words, resetBy })
  })
}

type Reset = { readonly accountId: string; readonly words: string; readonly resetBy: string | null }

/** The same inside a step, whoever has judged that it may be done. */
export const resetIn = async (ctx: Ctx, tx: Tx, { accountId, words, resetBy }: Reset) => {
  const account = await accountById(tx, accountId)
  if (!account) throw new Problem('not-found', { staffId: accountId })
  // Somebody who comes in by a passkey alone would have no way in at all.
  if (account.passwordHash === null) throw new Problem('wrong-state', { staffId: accountId })
  const [id, at] = [ctx.newId(), ctx.now()]
  await setTotp(tx, accountId, null)
  await removePasskeys(tx, accountId, at)
  await retireRecoveryCodes(tx, accountId, at)
  await endPins(tx, accountId, at)
  await signOutEverywhere(tx, accountId, at)
  await insertReset(tx, { id, accountId, resetBy, words, at })
  await promiseMessage(ctx, tx, { kind: RESET_LETTER, aboutId: id, dueAt: at })
  return { id, accountId }
}
