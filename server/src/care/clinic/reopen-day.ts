import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { removeClosure } from './store.ts'

/** Opens a day again that was closed. */
export function reopenDay(ctx: Ctx, { closureId }: { closureId: string }) {
  return inOneStep(ctx, 'reopen-day', async (tx) => {
    if (!(await removeClosure(tx, closureId))) throw new Problem('not-found', { closureId })
    return { closureId }
  })
}
