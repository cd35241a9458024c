import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { discrepancyOf, setDiscrepancy } from './count-store.ts'

/** Takes a difference between book and count over from whoever owned it. */
export function ownDiscrepancy(ctx: Ctx, { discrepancyId }: { discrepancyId: string }) {
  return inOneStep(ctx, 'own-discrepancy', async (tx) => {
    const found = await discrepancyOf(tx, discrepancyId)
    if (!found) throw new Problem('not-found', { discrepancyId })
    if (found.closedAt) throw new Problem('wrong-state', { discrepancyId })

    const ownerId = staffOf(ctx).id
    await setDiscrepancy(tx, discrepancyId, { ownerId })
    return { discrepancyId, ownerId }
  })
}
