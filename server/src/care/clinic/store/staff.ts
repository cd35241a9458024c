import type { License, Role } from '@dripline/clinical'
import { sql } from 'kysely'
import { licensesOf } from '../../../platform/auth/right.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'

export type NewStaff = { id: string; title: string; takesCalls: boolean; createdAt: Date }

export const insertStaff = async ({ db, clinicId }: Tx, staff: NewStaff) => {
  await db
    .insertInto('staff')
    .values({ clinicId, ...staff })
    .execute()
}

const members = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('staff')
    .innerJoin('account', (join) => join.onRef('account.clinicId', '=', 'staff.clinicId').onRef('account.id', '=', 'staff.id'))
    .where('staff.clinicId', '=', clinicId)
    .select(['staff.id', 'account.name', 'email', 'title', 'takesCalls', 'staff.createdAt', 'closedAt'])
    .select(sql<Role[]>`account.roles`.as('roles'))

/** Everybody who works or worked here, by name, each with their licenses. */
export const allStaff = async (tx: Tx) => {
  const rows = await members(tx).orderBy('account.name').orderBy('staff.id').execute()
  const licenses = await licensesOf(tx)
  return rows.map((row) => ({ ...row, licenses: licenses.get(row.id) ?? [] }))
}

/** One of them, or nothing. */
export const staffMember = async (tx: Tx, id: string) => {
  const row = await members(tx).where('staff.id', '=', id).executeTakeFirst()
  return row && { ...row, licenses: (await licensesOf(tx, [id])).get(id) ?? [] }
}

export type StaffChange = { title: string; roles: readonly Role[]; takesCalls: boolean }

export const setStaff = async ({ db, clinicId }: Tx, id: string, { roles, ...staff }: StaffChange) => {
  await db
    .updateTable('account')
    .set({ roles: [...roles] })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .execute()
  await db.updateTable('staff').set(staff).where('clinicId', '=', clinicId).where('id', '=', id).execute()
}

const textOf = ({ state, kind, number, validUntil }: License) => JSON.stringify([state, kind, number, validUntil])

/** Makes this the list of somebody's licenses: what changed or went is ended and stays readable, what is new is written. */
export const setLicenses = async (
  ctx: Ctx,
  tx: Tx,
  staffId: string,
  licenses: readonly License[],
  enteredBy: string | null,
): Promise<void> => {
  const { db, clinicId } = tx
  const wanted = new Map(licenses.map((license) => [textOf(license), license]))
  const standing = await db
    .selectFrom('staffLicense')
    .where('clinicId', '=', clinicId)
    .where('staffId', '=', staffId)
    .where('endedAt', 'is', null)
    .select(['id', 'state', 'number'])
    .select([sql<License['kind']>`kind`.as('kind'), sql<string | null>`valid_until::text`.as('validUntil')])
    .execute()
  for (const { id, ...license } of standing) {
    if (wanted.delete(textOf(license))) continue
    await db
      .updateTable('staffLicense')
      .set({ endedAt: ctx.now() })
      .where('clinicId', '=', clinicId)
      .where('id', '=', id)
      .execute()
  }
  for (const { validUntil, ...license } of wanted.values())
    await db
      .insertInto('staffLicense')
      .values({
        clinicId,
        id: ctx.newId(),
        staffId,
        ...license,
        validUntil: validUntil === null ? null : sql`${validUntil}::date`,
        createdAt: ctx.now(),
        enteredBy,
      })
      .execute()
}

/** Whether somebody here already signs in with this address. */
export const isAddressTaken = async ({ db, clinicId }: Tx, email: string): Promise<boolean> =>
  (await db.selectFrom('account').where('clinicId', '=', clinicId).where('email', '=', email).select('id').executeTakeFirst()) !==
  undefined
