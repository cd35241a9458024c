import { sql } from 'kysely'
import type { Tx } from '../platform/context.ts'

/** What chairs were kept for: visits that took place, with the minutes that each kept its chair, by the id of their administration. */
export type ChairUse = { by: string; visits: number; minutes: number }

/** Chair use since a day, all of it where that is null; the most minutes first. */
export async function chairUse({ db, clinicId }: Tx, since: string | null): Promise<ChairUse[]> {
  const { rows } = await sql<ChairUse>`
    select o.administration as by, count(*)::int as visits,
      (sum(extract(epoch from upper(a.during) - lower(a.during))) / 60)::int as minutes
    from appointment as a
    join session as s on s.clinic_id = a.clinic_id and s.appointment_id = a.id
    join infusion_order as o on o.clinic_id = s.clinic_id and o.id = s.order_id
    where a.clinic_id = ${clinicId} and a.kind = 'infusion' and a.state = 'done'
      and (${since}::date is null or lower(a.during) >= ${since}::date)
    group by o.administration order by minutes desc, o.administration`.execute(db)
  return rows
}
