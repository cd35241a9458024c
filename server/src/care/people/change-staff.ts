import { Problem } from '@dripline/clinical'
import { openOwners } from '../../platform/auth/store.ts'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { strangeStates } from './invite.ts'
import type { StaffTerms } from './staff.ts'
import { setStaff, staffMember } from './store.ts'

export type ChangeStaff = StaffTerms & { staffId: string }

/** Changes somebody's title, role, licences and calls, from their next request on. One owner always stays. */
export const changeStaff = (ctx: Ctx, { staffId, ...terms }: ChangeStaff) =>
  inOneStep(ctx, 'change-staff', async (tx) => {
    const owners = await openOwners(tx)
    const member = await staffMember(tx, staffId)
    if (!member || member.closedAt) throw new Problem('not-found', { staffId })
    const faults = await strangeStates(tx, terms.licensedStates)
    if (terms.role !== 'owner' && owners.length === 1 && owners[0]?.id === staffId)
      faults.push({ field: 'role', expected: 'owner, until somebody else is one too', value: terms.role })
    if (faults.length > 0) throw new Problem('not-valid', { staffId }, faults)

    await setStaff(tx, staffId, terms)
    return { staffId }
  })
