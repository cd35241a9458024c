import type { License, Role } from '@dripline/clinical'
import { sql } from 'kysely'
import { json, type Tx } from '../../../platform/database.ts'
import type { Invitation } from '../staff.ts'

export const insertInvitation = async (
  { db, clinicId }: Tx,
  { licenses, ...invitation }: Invitation & { id: string; invitedBy: string | null; createdAt: Date },
) => {
  await db
    .insertInto('invitation')
    .values({ clinicId, ...invitation, licenses: json(licenses) })
    .execute()
}

const invitations = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('invitation')
    .where('clinicId', '=', clinicId)
    .select(['id', 'email', 'name', 'title', 'takesCalls', 'invitedBy', 'createdAt', 'acceptedAt', 'withdrawnAt'])
    .select([sql<Role[]>`roles`.as('roles'), sql<License[]>`licenses`.as('licenses')])

/** An invitation, locked until the step ends. */
export const lockInvitation = (tx: Tx, id: string) => invitations(tx).where('id', '=', id).forUpdate().executeTakeFirst()

export const invitationOf = (tx: Tx, id: string) => invitations(tx).where('id', '=', id).executeTakeFirst()

/** Invitations that wait for their person, newest first, with when the last link ends. */
export const openInvitations = (tx: Tx) =>
  invitations(tx)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .select(
      sql<Date | null>`(select max(expires_at) from link where link.clinic_id = invitation.clinic_id
        and link.purpose = 'invitation' and link.record_id = invitation.id and link.revoked_at is null)`.as('expiresAt'),
    )
    .execute()

export const setInvitation = async ({ db, clinicId }: Tx, id: string, change: { acceptedAt: Date } | { withdrawnAt: Date }) => {
  await db.updateTable('invitation').set(change).where('clinicId', '=', clinicId).where('id', '=', id).execute()
}

/** How often a link was made for an invitation. */
export const lastIssue = async ({ db, clinicId }: Tx, id: string): Promise<number> => {
  const row = await db
    .selectFrom('link')
    .where('clinicId', '=', clinicId)
    .where('purpose', '=', 'invitation')
    .where('recordId', '=', id)
    .select(sql<number | null>`max(issue)`.as('issue'))
    .executeTakeFirst()
  return row?.issue ?? 0
}
