import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'

/** Whether everything without which an answer says nothing is there, in parts of any order: `isAnswered`, as the database reads it. */
const answered = (a: 'a' | 'b') => {
  const [clinicId, id, kind] = [sql.ref(`${a}.clinic_id`), sql.ref(`${a}.id`), sql.ref(`${a}.kind`)]
  const has = (part: string) => sql`exists (select from assessment_answer t
    where t.clinic_id = ${clinicId} and t.assessment_id = ${id} and jsonb_exists(t.body, ${part}::text))`
  return sql`case when ${kind} = 'phq-9' then ${has('total')}
    when p.indication = 'depression' then ${has('mood')} and ${has('safetyQuestion')} else ${has('pain')} end`
}

const DAY_MS = 24 * 3_600_000

/**
 * Questions that somebody should phone about: asked, not answered, by day +3 (scores that staff enter: from their day on), until they
 * have stood on the list for their days, and no later question of the course was answered. Found from when they fell due, so that what
 * is long past is not read.
 */
const openToStaff = async (ctx: Ctx, tx: Tx) => {
  const now = ctx.now()
  const { followUp, asking } = await policiesOf(tx, now)
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  // The widest window there is, and the days on the list after it.
  const farthest = daysAgo(followUp.lateWindow + 1 + asking.keptDays)
  return sql`select a.id, a.due_at, person.id as person_id
    from assessment a join plan p on p.clinic_id = a.clinic_id and p.id = a.plan_id
    join person on person.clinic_id = a.clinic_id and person.id = a.person_id
    where a.clinic_id = ${tx.clinicId} and a.cancelled_at is null and a.kind <> 'daily pain'
    and a.due_at >= ${farthest} and a.due_at <= ${now} and a.closes_at > ${daysAgo(asking.keptDays)}
    and (a.kind = 'phq-9' or staff_calls_at(a.due_at, person.zone, ${followUp.staffAfterDays}::int, ${followUp.hour}::int) <= ${now})
    and not (${answered('a')})
    and not exists (select from assessment b where b.clinic_id = a.clinic_id and b.plan_id = a.plan_id and b.cancelled_at is null
      and b.kind <> 'daily pain' and (b.kind = 'phq-9') = (a.kind = 'phq-9') and b.due_at > a.due_at and b.due_at <= ${now}
      and (${answered('b')}))`
}

export type ToPhone = { personId: string; lettersComeBack: boolean; questionIds: string[] }
type Page = {
  which: 'everyone' | 'letters come back'
  /** Only these people; null for all. */
  among: readonly string[] | null
  limit: number | null
  offset: number
}

/** A page of the people to phone, whoever was missed longest first, and how many there are in all and among those asked for. */
export const toPhone = async (ctx: Ctx, tx: Tx, { which, among, limit, offset }: Page) => {
  const isAsked = sql`${which === 'everyone' ? sql`true` : sql`is_back`} and ${among ? sql`person_id = any(${among})` : sql`true`}`
  const { rows } = await sql<{ everyone: number; back: number; total: number; people: ToPhone[] }>`
    with open as materialized (${await openToStaff(ctx, tx)}),
    people as materialized (
      select o.person_id, min(o.due_at) as since, array_agg(o.id order by o.due_at, o.id) as ids, exists (select from person s
        join refused_address r on r.clinic_id = s.clinic_id and r.email = lower(trim(s.email)) and r.cleared_at is null
        where s.clinic_id = ${tx.clinicId} and s.id = o.person_id) as is_back
      from open o group by o.person_id)
    select (select count(*)::int from people) as everyone, (select count(*)::int from people where is_back) as back,
      (select count(*)::int from people where ${isAsked}) as total,
      (select coalesce(json_agg(json_build_object('personId', person_id, 'lettersComeBack', is_back, 'questionIds', ids)
          order by since, person_id), '[]')
        from (select * from people where ${isAsked} order by since, person_id limit ${limit} offset ${offset}) page) as people`.execute(
    tx.db,
  )
  return rows[0] ?? { everyone: 0, back: 0, total: 0, people: [] }
}

/** How many people wait for a call about their answers. */
export const countUnanswered = async (ctx: Ctx, tx: Tx): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct person_id)::int as count from (${await openToStaff(ctx, tx)}) as open`.execute(tx.db)
  return rows[0]?.count ?? 0
}
