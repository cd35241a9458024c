import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type Around, aroundColumns } from './store.ts'

/** Times that somebody at the desk holds for another appointment than this one, from an instant on. */
export const heldFrom = (tx: Tx, now: Date, exceptAppointmentId?: string) =>
  tx.db
    .selectFrom('timeHold as hold')
    .innerJoin('appointment', (join) =>
      join.onRef('appointment.clinicId', '=', 'hold.clinicId').onRef('appointment.id', '=', 'hold.appointmentId'),
    )
    .where('hold.clinicId', '=', tx.clinicId)
    .where('heldUntil', '>', now)
    .where('releasedAt', 'is', null)
    .$if(exceptAppointmentId !== undefined, (query) => query.where('appointmentId', '!=', exceptAppointmentId ?? ''))
    .select(['hold.id', 'appointmentId', 'hold.clinicianId', 'hold.chairId', 'heldBy', 'heldUntil', 'appointment.personId'])
    .select(['appointment.kind', 'hold.beforeMinutes', 'hold.afterMinutes'])
    .select([sql<Date>`lower(hold.during)`.as('start'), sql<Date>`upper(hold.during)`.as('end')])
    .execute()

type NewHold = {
  id: string
  appointmentId: string
  clinicianId: string | null
  chairId: string | null
  start: Date
  end: Date
  around: Around
  heldBy: string
  heldUntil: Date
}

export const insertHold = async (tx: Tx, { start, end, around, ...row }: NewHold) => {
  await tx.db
    .insertInto('timeHold')
    .values({ clinicId: tx.clinicId, ...row, ...aroundColumns(around), during: sql<string>`tstzrange(${start}, ${end})` })
    .execute()
}

/** Lets go of every time that is held for an appointment. */
export const releaseHolds = async (tx: Tx, appointmentId: string, at: Date) => {
  await tx.db
    .updateTable('timeHold')
    .set({ releasedAt: at })
    .where('clinicId', '=', tx.clinicId)
    .where('appointmentId', '=', appointmentId)
    .where('releasedAt', 'is', null)
    .execute()
}
