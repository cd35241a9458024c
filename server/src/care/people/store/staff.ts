import { sql } from 'kysely'
import type { Role } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'

export type NewStaff = { id: string; title: string; licensedStates: readonly string[]; takesCalls: boolean; createdAt: Date }

export const insertStaff = async ({ db, clinicId }: Tx, { licensedStates, ...staff }: NewStaff) => {
  await db
    .insertInto('staff')
    .values({ clinicId, ...staff, licensedStates: [...licensedStates] })
    .execute()
}

const members = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('staff')
    .innerJoin('account', (join) => join.onRef('account.clinicId', '=', 'staff.clinicId').onRef('account.id', '=', 'staff.id'))
    .where('staff.clinicId', '=', clinicId)
    .select(['staff.id', 'account.name', 'email', 'title', 'licensedStates', 'takesCalls', 'staff.createdAt', 'closedAt'])
    .select(sql<Role>`account.role`.as('role'))

/** Everybody who works or worked here, by name. */
export const allStaff = (tx: Tx) => members(tx).orderBy('account.name').orderBy('staff.id').execute()

/** One of them, or nothing. */
export const staffMember = (tx: Tx, id: string) => members(tx).where('staff.id', '=', id).executeTakeFirst()

export type StaffChange = { title: string; role: Role; licensedStates: readonly string[]; takesCalls: boolean }

export const setStaff = async ({ db, clinicId }: Tx, id: string, { role, licensedStates, ...staff }: StaffChange) => {
  await db.updateTable('account').set({ role }).where('clinicId', '=', clinicId).where('id', '=', id).execute()
  await db
    .updateTable('staff')
    .set({ ...staff, licensedStates: [...licensedStates] })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .execute()
}

/** Whether somebody here already signs in with this address. */
export const isAddressTaken = async ({ db, clinicId }: Tx, email: string): Promise<boolean> =>
  (await db.selectFrom('account').where('clinicId', '=', clinicId).where('email', '=', email).select('id').executeTakeFirst()) !==
  undefined
