import { Problem } from '@dripline/clinical'
import { emailOf } from '../../platform/auth/account.ts'
import { type Ctx, inOneStep, lockInOrder, staffOf } from '../../platform/context.ts'
import { licenseFaults } from './license-faults.ts'
import { sendInvitation } from './send-invitation.ts'
import type { Invitation } from './staff.ts'
import { insertInvitation, isAddressTaken, openInvitations } from './store.ts'

/** Invites somebody to the staff: a link of seven days goes to their address. */
export function invite(ctx: Ctx, { email, ...terms }: Invitation) {
  return inOneStep(ctx, 'invite', async (tx) => {
    const address = emailOf(email)
    await lockInOrder(tx, [`invitation ${address}`])
    const faults = await licenseFaults(tx, terms.licenses, { id: address, licenses: [] })
    if (await isAddressTaken(tx, address)) faults.push({ field: 'email', code: 'address-no-one-here-uses-yet', value: email })
    if ((await openInvitations(tx)).some((open) => open.email === address))
      faults.push({ field: 'email', code: 'address-that-was-not-invited-yet', value: email })
    if (faults.length > 0) throw new Problem('not-valid', {}, faults)

    const invitationId = ctx.newId()
    await insertInvitation(tx, { ...terms, id: invitationId, email: address, invitedBy: staffOf(ctx).id, createdAt: ctx.now() })
    await sendInvitation(ctx, tx, invitationId)
    return { invitationId }
  })
}
