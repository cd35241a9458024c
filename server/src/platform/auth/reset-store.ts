import type { Tx } from '../database.ts'

type Reset = { id: string; accountId: string; resetBy: string | null; words: string; at: Date }

export const insertReset = ({ db, clinicId }: Tx, reset: Reset) =>
  db
    .insertInto('secondFactorReset')
    .values({ clinicId, ...reset })
    .execute()

/** Whose second factor was reset, by whom, and when; what its letter is about. */
export const resetById = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('secondFactorReset as reset')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'reset.clinicId').onRef('account.id', '=', 'reset.accountId'),
    )
    .leftJoin('account as owner', (join) =>
      join.onRef('owner.clinicId', '=', 'reset.clinicId').onRef('owner.id', '=', 'reset.resetBy'),
    )
    .where('reset.clinicId', '=', clinicId)
    .where('reset.id', '=', id)
    .select(['account.email', 'account.name', 'account.closedAt', 'owner.name as by', 'reset.at'])
    .executeTakeFirst()
