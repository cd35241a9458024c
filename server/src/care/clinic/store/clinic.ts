import { sql } from 'kysely'
import { json, type Tx } from '../../../platform/database.ts'
import type { CrisisLine, DateOrder, Hours } from '../clinic.ts'

/** The clinic's own settings. */
export const clinicSettings = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('clinic')
    .where('id', '=', clinicId)
    .select(['name', 'zone', 'states', 'simulated', 'setUpAt', 'phone', 'afterHoursPhone', 'address'])
    .select([sql<Hours>`hours`.as('hours'), sql<CrisisLine[]>`crisis_lines`.as('crisisLines')])
    .select(sql<DateOrder>`date_order`.as('dateOrder'))
    .executeTakeFirstOrThrow()

/** The clinic's time zone. */
export const zoneOf = async (tx: Tx): Promise<string> => (await clinicSettings(tx)).zone

/** Whether this clinic has its first owner. */
export const isSetUp = async (tx: Tx): Promise<boolean> => (await clinicSettings(tx)).setUpAt !== null

/** Hash of the one-time code, locked against a second set-up at the same time. */
export const lockSetUp = ({ db, clinicId }: Tx) =>
  db.selectFrom('clinic').where('id', '=', clinicId).select(['setUpAt', 'setUpCodeHash']).forUpdate().executeTakeFirstOrThrow()

type Settings = {
  name: string
  zone: string
  states: readonly string[]
  hours: Hours
  crisisLines: readonly CrisisLine[]
  phone: string
  afterHoursPhone: string
  address: string
  dateOrder: DateOrder
}

export const setClinic = async ({ db, clinicId }: Tx, settings: Partial<Settings> & { setUpAt?: Date }) => {
  const { states, hours, crisisLines, ...plain } = settings
  await db
    .updateTable('clinic')
    .set({
      ...plain,
      ...(states && { states: [...states] }),
      ...(hours && { hours: json(hours) }),
      ...(crisisLines && { crisisLines: json(crisisLines) }),
      ...(plain.setUpAt && { setUpCodeHash: null }),
    })
    .where('id', '=', clinicId)
    .execute()
}

/** All chairs in their places, closed ones too. */
export const chairs = ({ db, clinicId }: Tx) =>
  db
    .selectFrom('chair')
    .where('clinicId', '=', clinicId)
    .orderBy('position')
    .orderBy('id')
    .select(['id', 'name', 'position', 'closedAt'])
    .execute()

export const insertChair = async ({ db, clinicId }: Tx, id: string, name: string, position: number): Promise<boolean> => {
  const made = await db
    .insertInto('chair')
    .values({ clinicId, id, name, position })
    .onConflict((conflict) => conflict.columns(['clinicId', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Whether there is such a chair. */
export const setChair = async (
  { db, clinicId }: Tx,
  id: string,
  change: { name?: string; position?: number; closedAt?: Date | null },
): Promise<boolean> => {
  const changed = await db
    .updateTable('chair')
    .set(change)
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}

/** Closed days from a date (YYYY-MM-DD) on. */
export const closures = ({ db, clinicId }: Tx, from: string) =>
  db
    .selectFrom('closure')
    .where('clinicId', '=', clinicId)
    .where('onDate', '>=', sql<never>`${from}::date`)
    .orderBy('onDate')
    .select(['id', 'reason'])
    .select(sql<string>`on_date::text`.as('onDate'))
    .execute()

export const insertClosedDay = async ({ db, clinicId }: Tx, id: string, onDate: string, reason: string) => {
  await db
    .insertInto('closure')
    .values({ clinicId, id, onDate: sql<never>`${onDate}::date`, reason })
    .onConflict((conflict) => conflict.columns(['clinicId', 'onDate']).doUpdateSet({ reason }))
    .execute()
}

/** Whether there was such a closed day. */
export const removeClosure = async ({ db, clinicId }: Tx, id: string): Promise<boolean> => {
  const removed = await db
    .deleteFrom('closure')
    .where('clinicId', '=', clinicId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return removed !== undefined
}
