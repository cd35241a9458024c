import type { EstimateItem } from '@dripline/clinical'
import { sql } from 'kysely'
import { json, type Tx } from '../../platform/database.ts'
import type { AppointmentKind } from './appointment.ts'

const estimates = (tx: Tx) =>
  tx.db
    .selectFrom('estimate')
    .innerJoin('person', (join) =>
      join.onRef('person.clinicId', '=', 'estimate.clinicId').onRef('person.id', '=', 'estimate.personId'),
    )
    .leftJoin('estimateHanded as handed', (join) =>
      join.onRef('handed.clinicId', '=', 'estimate.clinicId').onRef('handed.estimateId', '=', 'estimate.id'),
    )
    .leftJoin('message', (join) =>
      join
        .onRef('message.clinicId', '=', 'estimate.clinicId')
        .onRef('message.aboutId', '=', 'estimate.id')
        .on('message.kind', '=', 'estimate-told'),
    )
    .where('estimate.clinicId', '=', tx.clinicId)
    .select(['estimate.id', 'estimate.personId', 'estimate.version', 'estimate.madeAt', 'estimate.askedBy'])
    .select(['handed.handedAt', 'message.sentAt', 'message.failedAt', 'person.name', 'person.phone', 'person.email'])
    .select([sql<EstimateItem[]>`estimate.items`.as('items'), sql<string>`estimate.total_usd::text`.as('totalUsd')])
    .select([sql<string>`estimate.due_by::text`.as('dueBy'), sql<string | null>`person.date_of_birth::text`.as('dateOfBirth')])

export const estimateOf = (tx: Tx, id: string) => estimates(tx).where('estimate.id', '=', id).executeTakeFirst()

/** Every estimate of somebody, newest first. */
export const estimatesOf = (tx: Tx, personId: string) =>
  estimates(tx)
    .where('estimate.personId', '=', personId)
    .orderBy('estimate.madeAt', 'desc')
    .orderBy('estimate.id', 'desc')
    .execute()

/** The newest estimate of everybody who has one. */
export const newestEstimates = (tx: Tx) =>
  estimates(tx)
    .where(
      sql<boolean>`not exists (select from estimate later where later.clinic_id = estimate.clinic_id
        and later.person_id = estimate.person_id and (later.made_at, later.id) > (estimate.made_at, estimate.id))`,
    )
    .execute()

type NewEstimate = {
  id: string
  personId: string
  version: number
  items: readonly EstimateItem[]
  totalUsd: string
  dueBy: string
  askedBy: string | null
  madeAt: Date
}

export const insertEstimate = async ({ db, clinicId }: Tx, { items, dueBy, ...row }: NewEstimate) => {
  await db
    .insertInto('estimate')
    .values({ clinicId, ...row, items: json(items), dueBy: sql<never>`${dueBy}::date` })
    .execute()
}

/** Whether it was not handed over before. */
export const insertHanded = async ({ db, clinicId }: Tx, row: { estimateId: string; handedBy: string; handedAt: Date }) => {
  const made = await db
    .insertInto('estimateHanded')
    .values({ clinicId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .returning('estimateId')
    .executeTakeFirst()
  return made !== undefined
}

/** What is booked from an instant on, of one person or of everybody, with its line and when it was booked or last changed. */
export const servicesFrom = (tx: Tx, from: Date, personId?: string) =>
  tx.db
    .selectFrom('appointment')
    .where('clinicId', '=', tx.clinicId)
    .where('state', '=', 'booked')
    .where('startsAt', '>', from)
    .$if(personId !== undefined, (query) => query.where(sql<string>`whose`, '=', personId ?? ''))
    .orderBy('startsAt')
    .orderBy('id')
    .select(['id', 'lineId', 'changedAt', sql<string>`whose`.as('whose')])
    .select([sql<Date>`starts_at`.as('start'), sql<AppointmentKind>`kind`.as('kind')])
    .execute()
