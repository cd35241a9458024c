import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import type { FieldValues } from './merge.ts'

export type Remembered = { values: FieldValues; acceptedAt: string | null; acceptedBy: string | null }
export type MergeFieldsKept = { before: Remembered; after: Remembered }

type NewMerge = {
  id: string
  keptId: string
  mergedId: string
  fields: MergeFieldsKept
  alsoMerged: readonly string[]
  reason: string | null
  mergedBy: string
  mergedAt: Date
  undoUntil: Date
}

export const insertMerge = async ({ db, clinicId }: Tx, { fields, alsoMerged, ...merge }: NewMerge) => {
  await db
    .insertInto('personMerge')
    .values({ clinicId, ...merge, fields: json(fields), alsoMerged: json(alsoMerged) })
    .execute()
}

const merges = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('personMerge as merge')
    .innerJoin('person as merged', (join) =>
      join.onRef('merged.clinicId', '=', 'merge.clinicId').onRef('merged.id', '=', 'merge.mergedId'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'merge.clinicId').onRef('account.id', '=', 'merge.mergedBy'),
    )
    .where('merge.clinicId', '=', clinicId)
    .select(['merge.id', 'keptId', 'mergedId', 'merged.name as mergedName', 'reason', 'mergedAt', 'undoUntil', 'undoneAt'])
    .select(['account.name as by', sql<MergeFieldsKept | Record<string, never>>`merge.fields`.as('fields')])
    .select(sql<string[]>`merge.also_merged`.as('alsoMerged'))

/** One merge, or nothing. */
export const mergeOf = (tx: Tx, id: string) => merges(tx).where('merge.id', '=', id).executeTakeFirst()

/** The merges into a record that stand, newest first. */
export const mergesInto = (tx: Tx, keptId: string) =>
  merges(tx)
    .where('keptId', '=', keptId)
    .where('undoneAt', 'is', null)
    .orderBy('mergedAt', 'desc')
    .orderBy('merge.id', 'desc')
    .execute()

export const setUndone = async (
  { db, clinicId }: Tx,
  id: string,
  undone: { undoneBy: string; undoneAt: Date; undoReason: string },
) => {
  await db.updateTable('personMerge').set(undone).where('clinicId', '=', clinicId).where('id', '=', id).execute()
}

/** Waits at most this long for a lock in this step: whoever is at a chair does not wait for a merge. */
export const limitWait = async ({ db }: Tx, ms: number) => {
  await sql`select set_config('lock_timeout', ${`${ms}ms`}, true)`.execute(db)
}

/** Files everything of the merged record under the kept one. */
export const refilePerson = async ({ db, clinicId }: Tx, mergeId: string, mergedId: string, keptId: string, at: Date) => {
  await sql`select refile_person(${clinicId}::uuid, ${mergeId}::uuid, ${mergedId}::uuid, ${keptId}::uuid, ${at}::timestamptz)`.execute(
    db,
  )
}

/** Puts rows of one table under a record. */
export const refileRows = async (
  { db, clinicId }: Tx,
  mergeId: string,
  table: string,
  ids: readonly string[],
  to: string,
  at: Date,
) => {
  await sql`select refile_rows(${clinicId}::uuid, ${mergeId}::uuid, ${table}::regclass, ${[...ids]}::uuid[], ${to}::uuid,
    ${at}::timestamptz)`.execute(db)
}

export type HangingRow = { tableName: string; rowId: string; names: string[]; body: Record<string, unknown> }

/** Every row that hangs on a person now, in whatever table. */
export const rowsOn = async ({ db, clinicId }: Tx, personId: string) =>
  (await sql<HangingRow>`select * from rows_on_person(${clinicId}::uuid, ${personId}::uuid)`.execute(db)).rows

/** How many rows hang on a person, by table. */
export const countOn = async ({ db, clinicId }: Tx, personId: string) =>
  (
    await sql<{ tableName: string; rows: number }>`select * from count_on_person(${clinicId}::uuid, ${personId}::uuid)`.execute(
      db,
    )
  ).rows

/** Which rows a merge moved, found here already, or sent on. */
export const refiledBy = ({ db, clinicId }: Tx, mergeId: string) =>
  db
    .selectFrom('personRefile')
    .where('clinicId', '=', clinicId)
    .where('mergeId', '=', mergeId)
    .where('act', '!=', 'undo')
    .select(['act', 'tableName', 'rowId'])
    .execute()

/** Letters about what hangs on a person: they follow without moving. */
export const lettersAbout = async ({ db, clinicId }: Tx, personId: string) => {
  const { rows } = await sql<{ letters: number }>`select count(*)::int as letters from message
    where clinic_id = ${clinicId} and about_id in (select row_id from rows_on_person(${clinicId}::uuid, ${personId}::uuid))`.execute(
    db,
  )
  return rows[0]?.letters ?? 0
}

/** Booked times of two people that overlap. */
export const overlapping = async ({ db, clinicId }: Tx, a: string, b: string) =>
  (
    await sql<{ at: Date; kind: string }>`select lower(one.during) as at, one.kind from appointment as one
      join appointment as other on other.clinic_id = one.clinic_id and other.person_id = ${b} and other.state = 'booked'
        and other.during && one.during
      where one.clinic_id = ${clinicId} and one.person_id = ${a} and one.state = 'booked' order by 1`.execute(db)
  ).rows

/** Ids of the visits of a person. */
export const visitIdsOf = async ({ db, clinicId }: Tx, personId: string) =>
  (await db.selectFrom('session').where('clinicId', '=', clinicId).where('personId', '=', personId).select('id').execute()).map(
    ({ id }) => id,
  )

/** Gives a record its merge, or frees it; those that had been merged into it earlier go with it. */
export const setMergedInto = async ({ db, clinicId }: Tx, ids: readonly string[], mergedInto: string | null) => {
  if (ids.length === 0) return
  await db
    .updateTable('person')
    .set({ mergedInto })
    .where('clinicId', '=', clinicId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Makes somebody a patient, or a caller again. */
export const setAcceptance = async (
  { db, clinicId }: Tx,
  id: string,
  { acceptedAt, acceptedBy }: Pick<Remembered, 'acceptedAt' | 'acceptedBy'>,
) => {
  await db
    .updateTable('person')
    .set({ acceptedAt: acceptedAt ? new Date(acceptedAt) : null, acceptedBy })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .execute()
}

/** The first acceptance among the decisions that hang on a person, or nothing. */
export const firstAcceptance = ({ db, clinicId }: Tx, personId: string) =>
  db
    .selectFrom('decision')
    .where('clinicId', '=', clinicId)
    .where('personId', '=', personId)
    .where('decision', '=', 'accept')
    .orderBy('decidedAt')
    .select(['decidedAt', 'decidedBy'])
    .executeTakeFirst()

export const insertApart = async (
  { db, clinicId }: Tx,
  pair: { id: string; firstId: string; secondId: string; saidBy: string; saidAt: Date },
) => {
  await db
    .insertInto('personPairApart')
    .values({ clinicId, ...pair })
    .onConflict((conflict) => conflict.columns(['clinicId', 'firstId', 'secondId']).doNothing())
    .execute()
}

/** Pairs of records that share a phone, an email, or a whole name with a birth date, and that nobody has told apart. */
export const likelyPairs = async ({ db, clinicId }: Tx, most: number) =>
  (
    await sql<{ personId: string; otherId: string; name: string; otherName: string }>`
      with pair as (
        select a.person_id as one, b.person_id as other from person_word as a
        join person_word as b on b.clinic_id = a.clinic_id and b.word = a.word and b.person_id > a.person_id
        where a.clinic_id = ${clinicId} and (a.word >= 'e ' and a.word < 'f' or a.word >= 'p ' and a.word < 'q' and length(a.word) >= 12)
        union
        select a.id, b.id from person as a join person as b on b.clinic_id = a.clinic_id and b.name = a.name
          and b.date_of_birth = a.date_of_birth and b.id > a.id where a.clinic_id = ${clinicId}
      )
      select a.id as person_id, b.id as other_id, a.name, b.name as other_name from pair
      join person as a on a.clinic_id = ${clinicId} and a.id = one and a.merged_into is null
      join person as b on b.clinic_id = ${clinicId} and b.id = other and b.merged_into is null
      where not exists (select from person_pair_apart as apart where apart.clinic_id = ${clinicId}
        and apart.first_id = one and apart.second_id = other)
      order by a.name, b.name limit ${most}`.execute(db)
  ).rows
