import { closeAccount } from '../../../platform/auth/account.ts'
import type { Ctx, Tx } from '../../../platform/context.ts'
import type { Deciding } from './deciding.ts'
import { changeAndSettle } from './settle.ts'
import { seeTouched } from './touched.ts'

type LetGo = { staffId: string }

const close =
  (ctx: Ctx, { staffId }: LetGo) =>
  async (tx: Tx) => {
    await closeAccount(ctx, tx, staffId)
    return { accountId: staffId }
  }

/** Closes the account of somebody who has left, for an owner: their next request is refused, and their bookings are settled. */
export function letGo(ctx: Ctx, { decided, words, ...who }: LetGo & Deciding) {
  return changeAndSettle(ctx, 'close-account', { decided, words }, close(ctx, who))
}

/** Which calls and evaluations are booked with somebody who leaves. */
export function seeLetGo(ctx: Ctx, who: LetGo) {
  return seeTouched(ctx, close(ctx, who))
}
