import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '../platform/context.ts'

/** What chairs were kept for: visits that took place, with the minutes that each kept its chair, by the id of their administration. */
export type ChairUse = { by: string; visits: number; minutes: number }

/** How far back chair use is counted, since every booking of that time is read. */
const BACK = 'P4W'

/** Chair use of the last four weeks; the most minutes first. */
export async function chairUse({ db, clinicId }: Tx, now: Date): Promise<ChairUse[]> {
  const since = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('UTC')
    .subtract(BACK)
    .toInstant()
    .toString()
  const { rows } = await sql<ChairUse>`
    select o.administration as by, count(*)::int as visits,
      (sum(extract(epoch from a.ends_at - a.starts_at)) / 60)::int as minutes
    from appointment as a
    join session as s on s.clinic_id = a.clinic_id and s.appointment_id = a.id
    join infusion_order as o on o.clinic_id = s.clinic_id and o.id = s.order_id
    where a.clinic_id = ${clinicId} and a.kind = 'infusion' and a.state = 'done'
      and a.starts_at > ${since}::timestamptz
    group by o.administration order by minutes desc, o.administration`.execute(db)
  return rows
}
