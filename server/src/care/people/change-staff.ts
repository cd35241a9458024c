import { Problem } from '@dripline/clinical'
import { openOwners } from '../../platform/auth/store.ts'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { licenseFaults } from './license-faults.ts'
import type { StaffTerms } from './staff.ts'
import { setLicenses, setStaff, staffMember } from './store.ts'

export type ChangeStaff = StaffTerms & { staffId: string }

/** Changes somebody's title, roles, licenses and calls, from their next act on. One owner always stays. */
export const changeStaff = (ctx: Ctx, { staffId, licenses, ...terms }: ChangeStaff) =>
  inOneStep(ctx, 'change-staff', async (tx) => {
    const owners = await openOwners(tx)
    const member = await staffMember(tx, staffId)
    if (!member || member.closedAt) throw new Problem('not-found', { staffId })
    const faults = await licenseFaults(tx, licenses, member.licenses)
    if (!terms.roles.includes('owner') && owners.length === 1 && owners[0]?.id === staffId)
      faults.push({ field: 'roles', expected: 'owner among them, until someone else is one too', value: terms.roles.join(', ') })
    if (faults.length > 0) throw new Problem('not-valid', { staffId }, faults)

    await setStaff(tx, staffId, terms)
    await setLicenses(ctx, tx, staffId, licenses, staffOf(ctx).id)
    return { staffId }
  })
