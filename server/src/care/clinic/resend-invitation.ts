import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { sendInvitation } from './send-invitation.ts'
import { lockInvitation } from './store.ts'

/** Sends an invitation again with a new link; the older link stops working. */
export function resendInvitation(ctx: Ctx, { invitationId }: { invitationId: string }) {
  return inOneStep(ctx, 'resend-invitation', async (tx) => {
    const invitation = await lockInvitation(tx, invitationId)
    if (!invitation) throw new Problem('not-found', { invitationId })
    if (invitation.acceptedAt || invitation.withdrawnAt) throw new Problem('wrong-state', { invitationId })

    await sendInvitation(ctx, tx, invitationId)
    return { invitationId }
  })
}
