import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import type { FoundTime } from './find-time.ts'

/** Books an appointment that was canceled again, at another time: it stays one entry in everybody's calendar. */
export const rebookAppointment = async (
  tx: Tx,
  id: string,
  { start, end, clinicianId, chairId, at }: FoundTime & { at: Date },
) => {
  await tx.db
    .updateTable('appointment')
    .set({
      during: sql<string>`tstzrange(${start}, ${end})`,
      clinicianId,
      chairId,
      state: 'booked',
      changedAt: at,
      sequence: sql<number>`sequence + 1`,
    })
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', id)
    .where('state', '=', 'cancelled')
    .execute()
}
