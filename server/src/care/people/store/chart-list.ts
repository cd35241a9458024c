import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '../../../platform/database.generated.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Allergy, ChartLists, ListName, Medicine, Note, Problem } from '../chart-list.ts'

export const tableOf = {
  problems: 'personProblem',
  medicines: 'personMedicine',
  allergies: 'personAllergy',
  notes: 'personNote',
} as const
type Table = (typeof tableOf)[ListName]
type RowOf = { problems: 'personProblem'; medicines: 'personMedicine'; allergies: 'personAllergy'; notes: 'personNote' }
export type ListRow<L extends ListName> = Selectable<DB[RowOf[L]]>

// Newest first: the first of each entry is what it says now.
const versions = <T extends Table>({ db, clinicId }: Tx, table: T, personId: string) =>
  sql<Selectable<DB[T]> & { by: string | null }>`select l.*, account.name as by from ${sql.table(snake(table))} l
    left join account on account.clinic_id = l.clinic_id and account.id = l.entered_by
    where l.clinic_id = ${clinicId} and l.person_id = ${personId}
    order by l.entered_at desc, l.id desc`.execute(db)

const snake = (table: string) => table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Versioned = { entryId: string; struckReason: string | null }
const newest = <R extends Versioned>(rows: readonly R[]): R[] => {
  const seen = new Set<string>()
  const current = rows.filter(({ entryId }) => !seen.has(entryId) && seen.add(entryId))
  return [...current.filter(({ struckReason }) => struckReason === null), ...current.filter((row) => row.struckReason !== null)]
}

/** Problems, medicines and allergies as they stand now, by person; struck ones last, with their reason. */
export const chartListsOf = async (tx: Tx, personId: string): Promise<ChartLists> => {
  const [problems, medicines, allergies, notes] = await Promise.all([
    versions(tx, 'personProblem', personId),
    versions(tx, 'personMedicine', personId),
    versions(tx, 'personAllergy', personId),
    versions(tx, 'personNote', personId),
  ])
  return {
    problems: newest<Problem>(problems.rows),
    medicines: newest<Medicine>(medicines.rows),
    allergies: newest<Allergy>(allergies.rows),
    notes: newest<Note>(notes.rows),
  }
}

/** The allergies that stand (not struck) of a person, `none known` included; nothing at all when nobody ever asked. */
export const allergiesOf = async (tx: Tx, personId: string): Promise<Allergy[]> =>
  newest<Allergy>((await versions(tx, 'personAllergy', personId)).rows).filter(({ struckReason }) => struckReason === null)

/** Every version of one entry, newest first; empty when there is no such entry of this person. */
export const versionsOf = async <L extends ListName>(
  { db, clinicId }: Tx,
  list: L,
  personId: string,
  entryId: string,
): Promise<ListRow<L>[]> => {
  const { rows } = await sql<ListRow<L>>`select * from ${sql.table(snake(tableOf[list]))}
    where clinic_id = ${clinicId} and person_id = ${personId} and entry_id = ${entryId}
    order by entered_at desc, id desc`.execute(db)
  return rows
}

/** Appends a version of an entry. */
export const insertVersion = async <L extends ListName>({ db, clinicId }: Tx, list: L, row: Omit<ListRow<L>, 'clinicId'>) => {
  const fields = Object.entries({ clinicId, ...row })
  await sql`insert into ${sql.table(snake(tableOf[list]))} (${sql.join(fields.map(([field]) => sql.ref(snake(field))))})
    values (${sql.join(fields.map(([, value]) => value))})`.execute(db)
}
