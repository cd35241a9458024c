import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import type { Waiting, WhyEnded } from './waiting.ts'

const isOpen = sql<boolean>`not exists (
  select from waiting_end as e where e.clinic_id = waiting.clinic_id and e.waiting_id = waiting.id)`

const places = (tx: Tx) =>
  tx.db
    .selectFrom('waiting')
    .innerJoin('person as own', (join) =>
      join.onRef('own.clinicId', '=', 'waiting.clinicId').onRef('own.id', '=', 'waiting.personId'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.clinicId', '=', 'waiting.clinicId').on('person.id', '=', sql<string>`coalesce(own.merged_into, own.id)`),
    )
    .where('waiting.clinicId', '=', tx.clinicId)
    .select(['waiting.id', 'waiting.personId', 'person.id as whose', 'service', 'waiting.place', 'orderId', 'noticeMinutes'])
    .select(['weekdays', 'part', 'until', 'joinedAt', 'joinedBy', 'person.name', 'person.email', 'person.state', 'person.zone'])
    .$narrowType<Pick<Waiting, 'service' | 'place' | 'part'>>()

/** A place on the list, whether or not it has ended. */
export const waitingOf = (tx: Tx, id: string) => places(tx).where('waiting.id', '=', id).executeTakeFirst()

/** Who waits now, whoever joined first at the head. */
export const waitingNow = (tx: Tx, now: Date) =>
  places(tx).where(isOpen).where('until', '>', now).orderBy('joinedAt').orderBy('waiting.id').execute()

/** What one person waits for now, under all their records. */
export const waitingBy = (tx: Tx, whose: string, now: Date) =>
  places(tx)
    .where(isOpen)
    .where('until', '>', now)
    .where(sql<boolean>`coalesce(own.merged_into, own.id) = ${whose}`)
    .orderBy('joinedAt')
    .orderBy('waiting.id')
    .execute()

type NewWaiting = Pick<
  Waiting,
  'id' | 'personId' | 'service' | 'place' | 'orderId' | 'noticeMinutes' | 'part' | 'until' | 'joinedAt'
> & { weekdays: readonly number[]; joinedBy: string | null }

export const insertWaiting = async (tx: Tx, { weekdays, ...row }: NewWaiting) => {
  await tx.db
    .insertInto('waiting')
    .values({ clinicId: tx.clinicId, ...row, weekdays: [...weekdays] })
    .execute()
}

type End = { waitingId: string; why: WhyEnded; appointmentId: string | null; endedAt: Date; endedBy: string | null }

/** Ends a wait once; null where it has ended already. */
export const insertEnd = async (tx: Tx, row: End) =>
  (await tx.db
    .insertInto('waitingEnd')
    .values({ clinicId: tx.clinicId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .returning('waitingId')
    .executeTakeFirst()) ?? null

export const endOf = (tx: Tx, waitingId: string) =>
  tx.db
    .selectFrom('waitingEnd')
    .where('clinicId', '=', tx.clinicId)
    .where('waitingId', '=', waitingId)
    .select(['why', 'appointmentId', 'endedAt'])
    .executeTakeFirst()
