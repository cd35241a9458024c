import { definedOf } from '@dripline/clinical'
import { sql } from 'kysely'
import { json, type Tx } from '../../../platform/database.ts'
import type { NewPerson, PersonChange } from '../person.ts'

const columns = ['id', 'name', 'email', 'phone', 'state', 'zone', 'language', 'heightCm', 'createdAt', 'acceptedAt'] as const

const persons = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('person')
    .where('clinicId', '=', clinicId)
    .select([...columns, 'id as personId', 'acceptedBy', 'mergedInto'])
    .select(sql<string | null>`date_of_birth::text`.as('dateOfBirth'))
    .select(sql<'female' | 'male' | null>`sex`.as('sex'))

/** A caller or patient, or nothing. */
export const personOf = (tx: Tx, id: string) => persons(tx).where('id', '=', id).executeTakeFirst()

/** The same, locked until the step ends. */
export const lockPerson = (tx: Tx, id: string) => persons(tx).where('id', '=', id).forUpdate().executeTakeFirst()

/** A person's id and those of everybody merged into them: their records are one history. */
export const idsOf = async ({ db, clinicId }: Tx, personId: string): Promise<string[]> => {
  const merged = await db
    .selectFrom('person')
    .where('clinicId', '=', clinicId)
    .where('mergedInto', '=', personId)
    .select('id')
    .execute()
  return [personId, ...merged.map(({ id }) => id)]
}

/** The same inside a statement, for `where(…, '=', anyOf(…))`: one question less, and an index is still used below row level security. */
export const anyOf = ({ clinicId }: Tx, personId: string) =>
  sql<string>`any(array(select ${personId}::uuid union all select id from person where clinic_id = ${clinicId} and merged_into = ${personId}))`

/** Names by id, for lists that know only ids. */
export const namesOf = ({ db, clinicId }: Tx, ids: readonly string[]) =>
  db.selectFrom('person').where('clinicId', '=', clinicId).where('id', 'in', ids).select(['id as personId', 'name']).execute()

/** The records that were merged into one, by id and name. */
export const namesOfMerged = ({ db, clinicId }: Tx, personId: string) =>
  db
    .selectFrom('person')
    .where('clinicId', '=', clinicId)
    .where('mergedInto', '=', personId)
    .select(['id as personId', 'name'])
    .execute()

/** The record into which one was merged, by id and name; nothing while it stands by itself. */
export const mergedInto = ({ db, clinicId }: Tx, personId: string) =>
  db
    .selectFrom('person')
    .where('clinicId', '=', clinicId)
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('person as merged')
        .where('merged.clinicId', '=', clinicId)
        .where('merged.id', '=', personId)
        .select('mergedInto'),
    )
    .select(['id as personId', 'name'])
    .executeTakeFirst()

/** Puts somebody who is new to us into the book, inside the caller's own step. */
export const insertPerson = async ({ db, clinicId }: Tx, id: string, person: NewPerson, createdAt: Date) => {
  await db
    .insertInto('person')
    .values({ clinicId, id, ...person, createdAt })
    .execute()
}

export const setPerson = async ({ db, clinicId }: Tx, id: string, change: PersonChange) => {
  const { dateOfBirth, ...plain } = change
  await db
    .updateTable('person')
    .set({ ...definedOf(plain), ...(dateOfBirth !== undefined && { dateOfBirth: sql`${dateOfBirth}::date` }) })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .execute()
}

type Changed = {
  id: string
  personId: string
  before: object
  /** Null where they changed it by themselves. */
  changedBy: string | null
  changedAt: Date
  askedBack?: string | null
}

export const insertPersonChange = async ({ db, clinicId }: Tx, { before, ...change }: Changed) => {
  await db
    .insertInto('personChange')
    .values({ clinicId, ...change, before: json(before) })
    .execute()
}

/** What stood there before, newest first; `by` is null where they changed it by themselves. */
export const changesOf = ({ db, clinicId }: Tx, personId: string) =>
  db
    .selectFrom('personChange as change')
    .leftJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'change.clinicId').onRef('account.id', '=', 'change.changedBy'),
    )
    .where('change.clinicId', '=', clinicId)
    .where('personId', '=', personId)
    .orderBy('changedAt', 'desc')
    .select(['personId', 'before', 'account.name as by', 'changedAt'])
    .$narrowType<{ before: Record<string, string | null> }>()
    .execute()

export const setAccepted = async ({ db, clinicId }: Tx, id: string, acceptedBy: string, acceptedAt: Date) => {
  await db.updateTable('person').set({ acceptedBy, acceptedAt }).where('clinicId', '=', clinicId).where('id', '=', id).execute()
}
