import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { consentById, insertWithdrawal } from './store.ts'

export type WithdrawConsent = { personId: string; consentId: string; reason: string }

/** Takes a consent back at the person's word; nothing is started on it from now on, and what was signed stays readable. */
export function withdrawConsent(ctx: Ctx, { personId, consentId, reason }: WithdrawConsent) {
  return inOneStep(ctx, 'withdraw-consent', async (tx) => {
    const consent = await consentById(tx, consentId)
    if (consent?.personId !== personId) throw new Problem('not-found', { consentId })
    const row = { id: ctx.newId(), consentId, personId, reason, takenBy: staffOf(ctx).id, withdrawnAt: ctx.now() }
    if (!(await insertWithdrawal(tx, row))) throw new Problem('wrong-state', { consentId })
    return { consentId, personId }
  })
}
