import { Problem } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, lockInOrder, staffOf } from '../../platform/context.ts'
import { insertCount, openCount } from './count-store.ts'

/** Opens a count of the safe by two people; there is one at a time. */
export function openNewCount(ctx: Ctx) {
  return inOneStep(ctx, 'open-count', async (tx) => {
    await demandRight(ctx, tx, 'count')
    await lockInOrder(tx, ['stock count'])
    const before = await openCount(tx)
    if (before) throw new Problem('count-open', { countId: before.id })

    const countId = ctx.newId()
    await insertCount(tx, countId, staffOf(ctx).id, ctx.now())
    return { countId }
  })
}
