import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { discrepancyOf, setDiscrepancy } from './count-store.ts'

export type CloseDiscrepancy = { discrepancyId: string; action: string }

/** Closes a difference with what was found and done; the book itself changes only by a correction. */
export function closeDiscrepancy(ctx: Ctx, { discrepancyId, action }: CloseDiscrepancy) {
  return inOneStep(ctx, 'close-discrepancy', async (tx) => {
    const found = await discrepancyOf(tx, discrepancyId)
    if (!found) throw new Problem('not-found', { discrepancyId })
    if (found.closedAt) throw new Problem('wrong-state', { discrepancyId })

    await setDiscrepancy(tx, discrepancyId, { closedAt: ctx.now(), closedBy: staffOf(ctx).id, action })
    return { discrepancyId }
  })
}
