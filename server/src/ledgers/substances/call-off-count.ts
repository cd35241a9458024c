import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder } from '../../platform/context.ts'
import { closeCount, openCount } from './count-store.ts'

/** Ends a count that two people will not finish; what was entered stays, and says neither yes nor no. */
export function callOffCount(ctx: Ctx, { countId }: { countId: string }) {
  return inOneStep(ctx, 'call-off-count', async (tx) => {
    await lockInOrder(tx, ['stock count'])
    const count = await openCount(tx)
    if (count?.id !== countId) throw new Problem('not-found', { countId })

    await closeCount(tx, countId, ctx.now(), null)
    return { countId }
  })
}
