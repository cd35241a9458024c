import type { DefaultValue } from '@dripline/clinical'
import { sql } from 'kysely'
import { json, type Tx } from '../../../platform/database.ts'

/** Every approval of a clinical default, oldest first, with who gave it and the values that were read; null where only the version was kept. */
export const approvals = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('defaultApproval as approval')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'approval.clinicId').onRef('account.id', '=', 'approval.approvedBy'),
    )
    .where('approval.clinicId', '=', clinicId)
    .orderBy('approvedAt')
    .orderBy('approval.id')
    .select(['definitionKind as kind', 'definitionId', 'version', 'account.name as by', 'approvedAt', 'holdsFrom', 'reason'])
    .select(sql<DefaultValue[] | null>`approved_values`.as('values'))
    .execute()

type NewApproval = {
  id: string
  definitionKind: string
  definitionId: string
  version: string
  values: readonly DefaultValue[]
  reason: string | null
  approvedBy: string
  approvedAt: Date
}

export const insertApprovals = async ({ db, clinicId }: Tx, rows: readonly NewApproval[]) => {
  await db
    .insertInto('defaultApproval')
    .values(rows.map(({ values, ...row }) => ({ clinicId, ...row, approvedValues: json(values), holdsFrom: row.approvedAt })))
    .onConflict((conflict) => conflict.columns(['clinicId', 'definitionKind', 'definitionId', 'version']).doNothing())
    .execute()
}

type NewValue = {
  id: string
  policy: string
  name: string
  value: unknown
  validFrom: Date
  reason: string
  approvedBy: string
  approvedAt: Date
}

export const insertPolicyValue = async ({ db, clinicId }: Tx, { value, ...row }: NewValue) => {
  await db
    .insertInto('clinicPolicyValue')
    .values({ clinicId, ...row, value: json(value) })
    .execute()
}

/** What the clinic set itself, newest first, with who and why. */
export const ownValues = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('clinicPolicyValue as own')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'own.clinicId').onRef('account.id', '=', 'own.approvedBy'),
    )
    .where('own.clinicId', '=', clinicId)
    .orderBy('validFrom', 'desc')
    .orderBy('approvedAt', 'desc')
    .select(['policy', 'own.name', 'validFrom', 'reason', 'approvedAt', 'account.name as by'])
    .select(sql<number | string | boolean | (number | string)[] | null>`value`.as('value'))
    .execute()
