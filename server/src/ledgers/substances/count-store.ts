import { sql } from 'kysely'
import { json, type Tx } from '../../platform/database.ts'

export const insertCount = async ({ db, clinicId }: Tx, id: string, openedBy: string, openedAt: Date) => {
  await db.insertInto('stockCount').values({ clinicId, id, openedBy, openedAt }).execute()
}

/** The count under way, if any, locked against a second entry at the same time. */
export const openCount = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('stockCount')
    .where('clinicId', '=', clinicId)
    .where('closedAt', 'is', null)
    .select(['id', 'openedBy', 'openedAt'])
    .forUpdate()
    .executeTakeFirst()

/** The last count that both people finished. */
export const lastCount = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('stockCount')
    .where('clinicId', '=', clinicId)
    .where('agreed', 'is not', null)
    .orderBy('closedAt', 'desc')
    .select(['id', 'openedAt', 'closedAt', 'agreed'])
    .executeTakeFirst()

export const closeCount = async ({ db, clinicId }: Tx, id: string, closedAt: Date, agreed: boolean | null) => {
  await db.updateTable('stockCount').set({ closedAt, agreed }).where('clinicId', '=', clinicId).where('id', '=', id).execute()
}

export type OpenedCount = { vialId: string; ml: string }

export type NewCountEntry = {
  countId: string
  countedBy: string
  sealed: number
  opened: readonly OpenedCount[]
  countedAt: Date
}

export const insertCountEntry = async ({ db, clinicId }: Tx, id: string, { opened, ...entry }: NewCountEntry) => {
  await db
    .insertInto('stockCountEntry')
    .values({ clinicId, id, ...entry, opened: json(opened) })
    .execute()
}

/** What each person has counted, first come first. Not for a screen while the count is open. */
export const countEntries = async ({ db, clinicId }: Tx, countId: string) => {
  return db
    .selectFrom('stockCountEntry as entry')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'entry.clinicId').onRef('account.id', '=', 'entry.countedBy'),
    )
    .where('entry.clinicId', '=', clinicId)
    .where('countId', '=', countId)
    .orderBy('countedAt')
    .select(['countedBy', 'account.name', 'sealed', 'opened', 'countedAt'])
    .$narrowType<{ opened: OpenedCount[] }>()
    .execute()
}

/** Found by a count, or by the waste of a visit: there `book` is what was drawn and `counted` what was given and wasted, mg. */
export type NewDiscrepancy = { id: string; vialId: string | null; book: string; counted: string } & (
  | { countId: string }
  | { sessionId: string }
)

export const insertDiscrepancy = async (
  { db, clinicId }: Tx,
  discrepancy: NewDiscrepancy & { ownerId: string; openedAt: Date },
) => {
  await db
    .insertInto('discrepancy')
    .values({ clinicId, ...discrepancy })
    .execute()
}

/** A difference between book and count, locked. */
export const discrepancyOf = ({ db, clinicId }: Tx, id: string) =>
  db
    .selectFrom('discrepancy')
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .select(['id', 'ownerId', 'closedAt'])
    .forUpdate()
    .executeTakeFirst()

export const setDiscrepancy = async (
  { db, clinicId }: Tx,
  id: string,
  change: { ownerId: string } | { closedAt: Date; closedBy: string; action: string },
) => {
  await db.updateTable('discrepancy').set(change).where('clinicId', '=', clinicId).where('id', '=', id).execute()
}

/** Differences nobody has closed yet, oldest first. */
export const openDiscrepancies = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('discrepancy')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'discrepancy.clinicId').onRef('account.id', '=', 'discrepancy.ownerId'),
    )
    .leftJoin('vial', (join) =>
      join.onRef('vial.clinicId', '=', 'discrepancy.clinicId').onRef('vial.id', '=', 'discrepancy.vialId'),
    )
    .where('discrepancy.clinicId', '=', clinicId)
    .where('discrepancy.closedAt', 'is', null)
    .orderBy('openedAt')
    .select(['discrepancy.id', 'vial.number as vial', 'ownerId', 'account.name as owner', 'openedAt', 'discrepancy.sessionId'])
    .select([sql<string>`trim_scale(book)::text`.as('book'), sql<string>`trim_scale(counted)::text`.as('counted')])
    .execute()
