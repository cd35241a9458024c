import type { Responder } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Tx } from '../platform/context.ts'

/** How many people of a group stand alike, and what was asked of them. */
export type Tally = {
  group: string
  kind: Responder['kind']
  reason: string | null
  people: number
  due: number
  answered: number
}

// A person is counted once for each indication, by the first course in which something was given: read from one index in its order.
const firsts = (clinicId: string) => sql`
  select distinct on (patient_id, indication) plan_id, indication, first_started_at, first_session, kind, reason, due, answered, waited_days
  from course_outcome where clinic_id = ${clinicId} and first_session is not null
  order by patient_id, indication, first_started_at, plan_id`

const inPeriod = (since: string | null) => sql`(${since}::date is null or first_session >= ${since}::date)`

/** Everybody whose first infusion was on this day or later, counted by group and outcome. */
export const tallies = async ({ db, clinicId }: Tx, since: string | null): Promise<Tally[]> => {
  // Why somebody did not respond is a word of the rules and of nobody's record.
  const { rows } = await sql<Omit<Tally, 'reason'> & { why: string | null }>`
    select indication as "group", kind, reason as why, count(*)::int as people, sum(due)::int as due, sum(answered)::int as answered
    from (${firsts(clinicId)}) as firsts where ${inPeriod(since)} group by 1, 2, 3 order by min(first_started_at)`.execute(db)
  return rows.map(({ why, ...tally }) => ({ ...tally, reason: why }))
}

/** The middle of the days that people of these groups waited from their first call, the lower of two; null where no call is on record. */
export const daysToFirst = async (
  { db, clinicId }: Tx,
  groups: readonly string[],
  since: string | null,
): Promise<number | null> => {
  const { rows } = await sql<{ middle: number | null }>`
    select percentile_disc(0.5) within group (order by waited_days) as middle
    from (${firsts(clinicId)}) as firsts where ${inPeriod(since)} and indication = any(${groups}) and waited_days is not null`.execute(
    db,
  )
  return rows[0]?.middle ?? null
}

/** How somebody stands in the list of who is behind the figures. */
export const standings = ['responded', 'no response', 'missing', 'not yet', 'not judged'] as const
export type StandingOf = (typeof standings)[number]

/** What a kept row's kind and reason mean in that list. */
export const standingOf = ({ kind, reason }: Pick<Tally, 'kind' | 'reason'>): StandingOf => {
  if (kind === 'responder') return 'responded'
  if (kind === 'not yet') return 'not yet'
  if (kind === 'not eligible') return 'not judged'
  return reason === 'missing' || reason === 'no baseline' ? 'missing' : 'no response'
}

const isStanding: Record<StandingOf, ReturnType<typeof sql>> = {
  responded: sql`kind = 'responder'`,
  'no response': sql`kind = 'non-responder' and reason not in ('missing', 'no baseline')`,
  missing: sql`kind = 'non-responder' and reason in ('missing', 'no baseline')`,
  'not yet': sql`kind = 'not yet'`,
  'not judged': sql`kind = 'not eligible'`,
}

export type Counted = {
  planId: string
  personId: string
  name: string
  group: string
  dayZero: string | null
  responder: Responder
}

type Wanted = { who: StandingOf; groups: readonly string[]; since: string | null; page: number; size: number }

/** A page of those of these groups who stand so, whoever began last first. */
export const whoStands = async ({ db, clinicId }: Tx, { who, groups, since, page, size }: Wanted): Promise<Counted[]> => {
  const { rows } = await sql<Counted>`
    with page as (select plan_id, first_started_at from (${firsts(clinicId)}) as firsts
      where ${inPeriod(since)} and indication = any(${groups}) and ${isStanding[who]}
      order by first_started_at desc, plan_id limit ${size} offset ${(page - 1) * size})
    select o.plan_id, o.patient_id as person_id, p.name, o.indication as "group", o.day_zero::text as day_zero, o.responder
    from page join course_outcome o on o.clinic_id = ${clinicId} and o.plan_id = page.plan_id
    join person p on p.clinic_id = o.clinic_id and p.id = o.patient_id order by page.first_started_at desc, page.plan_id`.execute(
    db,
  )
  return rows
}
