import type { Tx } from '../../../platform/database.ts'

/** Every approval of a clinical default, with who gave it. */
export const approvals = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('defaultApproval as approval')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'approval.clinicId').onRef('account.id', '=', 'approval.approvedBy'),
    )
    .where('approval.clinicId', '=', clinicId)
    .orderBy('approvedAt')
    .select(['definitionKind as kind', 'definitionId', 'version', 'account.name as by', 'approvedAt'])
    .execute()

type NewApproval = {
  id: string
  definitionKind: string
  definitionId: string
  version: string
  approvedBy: string
  approvedAt: Date
}

export const insertApprovals = async ({ db, clinicId }: Tx, rows: readonly NewApproval[]) => {
  await db
    .insertInto('defaultApproval')
    .values(rows.map((row) => ({ clinicId, ...row })))
    .onConflict((conflict) => conflict.columns(['clinicId', 'definitionKind', 'definitionId', 'version']).doNothing())
    .execute()
}
