import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

export type Absence = { staffId: string; firstDay: string; lastDay: string }

/** The days on which somebody is away, from a date (YYYY-MM-DD) on, in order; what was taken back is left out. */
export const absencesFrom = ({ db, clinicId }: Tx, from: string) =>
  db
    .selectFrom('staffAbsence')
    .where('clinicId', '=', clinicId)
    .where('endedAt', 'is', null)
    .where('lastDay', '>=', sql<never>`${from}::date`)
    .orderBy('firstDay')
    .orderBy('id')
    .select(['id', 'staffId'])
    .select([sql<string>`first_day::text`.as('firstDay'), sql<string>`last_day::text`.as('lastDay')])
    .execute()

export const insertAbsence = async (
  { db, clinicId }: Tx,
  { firstDay, lastDay, ...row }: Absence & { id: string; enteredBy: string; enteredAt: Date },
) => {
  await db
    .insertInto('staffAbsence')
    .values({ clinicId, ...row, firstDay: sql<never>`${firstDay}::date`, lastDay: sql<never>`${lastDay}::date` })
    .execute()
}

/** Whether somebody was to be away then and is here again. */
export const endAbsence = async ({ db, clinicId }: Tx, id: string, at: Date): Promise<boolean> => {
  const ended = await db
    .updateTable('staffAbsence')
    .set({ endedAt: at })
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}
