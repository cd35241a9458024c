import { type Ctx, inOneStep } from '../context.ts'
import { closeAccount } from './account.ts'

/** Closes somebody's account for an owner: their next request is refused. */
export const closeAccountOf = (ctx: Ctx, { accountId }: { accountId: string }) =>
  inOneStep(ctx, 'close-account', async (tx) => {
    await closeAccount(ctx, tx, accountId)
    return { accountId }
  })
