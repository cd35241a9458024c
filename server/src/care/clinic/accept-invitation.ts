import { Problem } from '@dripline/clinical'
import { createAccount } from '../../platform/auth/account.ts'
import { hashPassword } from '../../platform/auth/password.ts'
import { beginSignIn } from '../../platform/auth/sign-in.ts'
import { type Ctx, inClinic, inOneStep } from '../../platform/context.ts'
import { linkedRecord } from '../../platform/link.ts'
import { showsNobody } from '../../platform/shown.ts'
import { insertStaff, invitationOf, lockInvitation, setInvitation, setLicenses } from './store.ts'

/** Makes the account of whoever holds the link, with the password they chose, and signs them in. */
export async function acceptInvitation(ctx: Ctx, { password }: { password: string }) {
  const invitationId = linkedRecord(ctx, 'invitation')
  const person = await inClinic(ctx, 'see-invitation', async (tx) => showsNobody(await invitationOf(tx, invitationId)))
  if (!person) throw new Problem('not-found', { invitationId })
  const passwordHash = await hashPassword(password, person)
  return inOneStep(ctx, 'accept-invitation', async (tx) => {
    const invitation = await lockInvitation(tx, invitationId)
    if (!invitation || invitation.acceptedAt || invitation.withdrawnAt) throw new Problem('link-unusable', { invitationId })

    const { email, name, roles, title, licenses, takesCalls } = invitation
    const accountId = ctx.newId()
    await createAccount(ctx, tx, { id: accountId, email, name, roles, passwordHash })
    await insertStaff(tx, { id: accountId, title, takesCalls, createdAt: ctx.now() })
    await setLicenses(ctx, tx, accountId, licenses, invitation.invitedBy)
    await setInvitation(tx, invitationId, { acceptedAt: ctx.now() })
    const signInId = await beginSignIn(ctx, tx, accountId, 'invitation')
    return { accountId, signInId, invitationId }
  })
}
