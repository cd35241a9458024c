import { type Fault, Problem } from '@dripline/clinical'
import { emailOf } from '../../platform/auth/account.ts'
import { type Ctx, inOneStep, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { sendInvitation } from './send-invitation.ts'
import type { Invitation } from './staff.ts'
import { clinicSettings, insertInvitation, isAddressTaken, openInvitations } from './store.ts'

/** Invites somebody to the staff: a link of seven days goes to their address. */
export const invite = (ctx: Ctx, { email, ...terms }: Invitation) =>
  inOneStep(ctx, 'invite', async (tx) => {
    const address = emailOf(email)
    await lockInOrder(tx, [`invitation ${address}`])
    const faults = await strangeStates(tx, terms.licensedStates)
    if (await isAddressTaken(tx, address))
      faults.push({ field: 'email', expected: 'an address nobody here uses yet', value: email })
    if ((await openInvitations(tx)).some((open) => open.email === address))
      faults.push({ field: 'email', expected: 'an address that was not invited yet; send that invitation again', value: email })
    if (faults.length > 0) throw new Problem('not-valid', {}, faults)

    const invitationId = ctx.newId()
    await insertInvitation(tx, { ...terms, id: invitationId, email: address, invitedBy: staffOf(ctx).id, createdAt: ctx.now() })
    await sendInvitation(ctx, tx, invitationId)
    return { invitationId }
  })

/** Licences in states where the clinic does not work, as faults. */
export const strangeStates = async (tx: Tx, licensedStates: readonly string[]): Promise<Fault[]> => {
  const { states } = await clinicSettings(tx)
  return licensedStates
    .filter((code) => !states.includes(code))
    .map((value) => ({ field: 'licensedStates', expected: `one of the clinic’s states: ${states.join(', ')}`, value }))
}
