import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { endAbsence as setEnded } from './store.ts'

/** Says that somebody who was to be away is here after all: their time is on offer again. */
export function endAbsence(ctx: Ctx, { absenceId }: { absenceId: string }) {
  return inOneStep(ctx, 'end-absence', async (tx) => {
    if (!(await setEnded(tx, absenceId, ctx.now()))) throw new Problem('not-found', { absenceId })
    return { absenceId }
  })
}
