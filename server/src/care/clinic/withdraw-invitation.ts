import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { revokeLinks } from '../../platform/link.ts'
import { dropMessages } from '../../platform/message.ts'
import { lockInvitation, setInvitation } from './store.ts'

/** Takes an invitation back: its link stops working at once, and a letter not sent yet stays unsent. */
export function withdrawInvitation(ctx: Ctx, { invitationId }: { invitationId: string }) {
  return inOneStep(ctx, 'withdraw-invitation', async (tx) => {
    const invitation = await lockInvitation(tx, invitationId)
    if (!invitation) throw new Problem('not-found', { invitationId })
    if (invitation.acceptedAt || invitation.withdrawnAt) throw new Problem('wrong-state', { invitationId })

    await setInvitation(tx, invitationId, { withdrawnAt: ctx.now() })
    await revokeLinks(ctx, tx, 'invitation', invitationId)
    await dropMessages(ctx, tx, invitationId)
    return { invitationId }
  })
}
