import { Problem } from '@dripline/clinical'
import { openOwners } from '../../../platform/auth/store.ts'
import { type Ctx, staffOf, type Tx } from '../../../platform/context.ts'
import { licenseFaults } from '../../clinic/license-faults.ts'
import type { StaffTerms } from '../../clinic/staff.ts'
import { setLicenses, setStaff, staffMember } from '../../clinic/store.ts'
import type { Deciding } from './deciding.ts'
import { changeAndSettle } from './settle.ts'
import { seeTouched } from './touched.ts'

export type ChangeStaff = StaffTerms & { staffId: string }

const change =
  (ctx: Ctx, { staffId, licenses, ...terms }: ChangeStaff) =>
  async (tx: Tx) => {
    const owners = await openOwners(tx)
    const member = await staffMember(tx, staffId)
    if (!member || member.closedAt) throw new Problem('not-found', { staffId })
    const faults = await licenseFaults(tx, licenses, member)
    if (!terms.roles.includes('owner') && owners.length === 1 && owners[0]?.id === staffId)
      faults.push({ field: 'roles', code: 'owner-among-them-until-someone-else', value: terms.roles.join(', ') })
    if (faults.length > 0) throw new Problem('not-valid', { staffId }, faults)

    await setStaff(tx, staffId, terms)
    await setLicenses(ctx, tx, staffId, licenses, staffOf(ctx).id)
    return { staffId }
  }

/** Changes somebody's title, roles, licenses and calls, from their next act on; whom they can no longer see is settled. One owner always stays. */
export function changeStaff(ctx: Ctx, { decided, words, ...sent }: ChangeStaff & Deciding) {
  return changeAndSettle(ctx, 'change-staff', { decided, words }, change(ctx, sent))
}

/** Which calls and evaluations somebody could no longer hold. */
export function seeChangeStaff(ctx: Ctx, sent: ChangeStaff) {
  return seeTouched(ctx, change(ctx, sent))
}
