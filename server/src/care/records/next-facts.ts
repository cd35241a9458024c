import { dateOf, type NextStep, nextForPerson, type PersonFacts } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { whyConsentEnded } from '../people/consent.ts'
import type { AnyOrder } from '../planning/plan.ts'
import { orderFollowed } from '../session/append-event.ts'
import { type NextRows, nextFrom, nextRowsOf } from '../session/next-at.ts'
import type { Session } from '../session/session.ts'
import { sessionsWhere } from '../session/store.ts'

type Row = Pick<PersonFacts, 'unownedAlerts' | 'openAlerts' | 'screening' | 'uncheckedMedicines'> & {
  personId: string
  isMerged: boolean
  isPatient: boolean
  /** What is booked or was and never closed, the first one first. */
  booked: { kind: NonNullable<PersonFacts['next']>['kind']; at: string; until: string }[]
  lookAgainOn: string | null
  consentVersion: string | null
  consentAt: Date | null
  withdrawnAt: Date | null
  plans: number
  /** Until when an order of a plan that was not closed is valid. */
  planUntil: Date | null
}

export type NextOf = { facts: PersonFacts; next: NextStep }

/** What happens next with each of these people, and from what: one query for all of them, and what the gates of those who are here read. */
export const nextOf = async (ctx: Ctx, tx: Tx, personIds: readonly string[]): Promise<Map<string, NextOf>> =>
  nextFromRows(await nextRowsOfPeople(tx, personIds), ctx.now())

/** What this is made from; it knows no time. */
export const nextRowsOfPeople = async (tx: Tx, personIds: readonly string[]) => {
  if (personIds.length === 0) return { zone: 'UTC', rows: [], open: [] }
  const [zone, rows, open] = await Promise.all([zoneOf(tx), factRows(tx, personIds), openVisits(tx, personIds)])
  return { zone, rows, open }
}

type NextRowsOfPeople = Awaited<ReturnType<typeof nextRowsOfPeople>>

/** The same of rows that were read before. */
export const nextFromRows = ({ zone, rows, open }: NextRowsOfPeople, now: Date): Map<string, NextOf> => {
  const [at, today] = [now.toISOString(), dateOf(now.toISOString(), zone)]
  return new Map(
    rows.map(({ personId, booked, consentVersion, consentAt, withdrawnAt, plans, planUntil, ...row }) => {
      const held = consentVersion && consentAt ? { version: consentVersion, signedAt: consentAt, withdrawnAt } : null
      const coming = booked.find(({ until }) => new Date(until) > now)
      const facts: PersonFacts = {
        ...row,
        plan: planUntil && planUntil > now ? 'under way' : plans > 0 ? 'over' : 'none',
        openVisit: openVisitAt(open, personId, at),
        next: coming ? { kind: coming.kind, at: new Date(coming.at).toISOString() } : null,
        consent: held ? (whyConsentEnded(held, now, zone) ? 'stale' : 'current') : 'none',
      }
      return [personId, { facts, next: nextForPerson(facts, today) }]
    }),
  )
}

const factRows = async ({ db, clinicId }: Tx, personIds: readonly string[]): Promise<Row[]> =>
  (
    await sql<Row>`select p.id as person_id, p.merged_into is not null as is_merged, p.accepted_at is not null as is_patient,
      (select count(*)::int from alert as a where a.clinic_id = p.clinic_id and a.person_id = p.id and a.closed_at is null) as open_alerts,
      (select count(*)::int from alert as a where a.clinic_id = p.clinic_id and a.person_id = p.id and a.closed_at is null
        and a.owner_id is null) as unowned_alerts,
      (select coalesce(json_agg(json_build_object('kind', a.kind, 'at', a.starts_at, 'until', a.ends_at) order by a.starts_at), '[]')
        from appointment as a where a.clinic_id = p.clinic_id and a.person_id = p.id and a.state = 'booked') as booked,
      coalesce(screened.decision, case when screened.id is not null then 'undecided' else 'none' end) as screening,
      screened.look_again_on::text as look_again_on,
      signed.version as consent_version, signed.signed_at as consent_at, signed.withdrawn_at,
      course.plans, course.plan_until,
      (select count(*)::int from (select distinct on (entry_id) status, struck_reason, checked_at from person_medicine as m
        where m.clinic_id = p.clinic_id and m.person_id = p.id order by entry_id, entered_at desc, id desc) as m
        where struck_reason is null and checked_at is null and status <> 'stopped') as unchecked_medicines
      from person as p
      left join lateral (select s.id, s.indication, d.decision, d.look_again_on from screening as s
        left join decision as d on d.clinic_id = s.clinic_id and d.screening_id = s.id
        where s.clinic_id = p.clinic_id and s.person_id = p.id order by s.made_at desc, s.id desc limit 1) as screened on true
      left join lateral (select c.version, c.signed_at, back.withdrawn_at from consent as c
        left join consent_withdrawal as back on back.clinic_id = c.clinic_id and back.consent_id = c.id where c.clinic_id = p.clinic_id and c.person_id = p.id
        order by (c.indication = screened.indication) desc nulls last, c.signed_at desc limit 1) as signed on true
      left join lateral (select count(*)::int as plans, max((select max(o.valid_until) from infusion_order as o
        where o.clinic_id = plan.clinic_id and o.plan_id = plan.id
          and not exists (select from plan_closure as pc where pc.clinic_id = plan.clinic_id and pc.plan_id = plan.id)
          and not exists (select from infusion_order as n where n.clinic_id = o.clinic_id and n.replaces_id = o.id))) as plan_until
        from plan where plan.clinic_id = p.clinic_id and plan.person_id = p.id) as course on true
      where p.clinic_id = ${clinicId} and p.id in (${sql.join([...personIds])})`.execute(db)
  ).rows

const HERE_HOURS = 36
const HOUR_MS = 3_600_000
const GONE: readonly Session['folded']['state'][] = ['booked', 'left', 'cancelled']

type Open = { session: Session; createdAt: Date; order: AnyOrder; next: NextRows }

// Whoever has come and has not gone home since.
const openVisits = async (tx: Tx, personIds: readonly string[]): Promise<Open[]> => {
  const [open, opened] = await Promise.all([
    sessionsWhere(tx, sql`s.id = ${openOf(tx, personIds)}`, ({ row }) => personIds.includes(row.personId)),
    tx.db
      .selectFrom('session')
      .where('clinicId', '=', tx.clinicId)
      .where('id', '=', openOf(tx, personIds))
      .select(['id', 'createdAt'])
      .execute(),
  ])
  const here = open.filter(({ folded }) => !GONE.includes(folded.state))
  const found = await Promise.all(
    here.map(async (session): Promise<Open[]> => {
      const [order, next] = await Promise.all([orderFollowed(tx, session), nextRowsOf(tx, session)])
      const createdAt = opened.find(({ id }) => id === session.id)?.createdAt
      return order && createdAt ? [{ session, createdAt, order, next }] : []
    }),
  )
  return found.flat()
}

const openOf = ({ clinicId }: Tx, personIds: readonly string[]) =>
  sql<string>`any(array(select o.id from open_visit as o where o.clinic_id = ${clinicId} and o.closed_at is null
    and o.person_id = any(${[...personIds]}::uuid[])))`

// A visit is opened on its day.
const openVisitAt = (open: readonly Open[], personId: string, now: string): PersonFacts['openVisit'] => {
  const from = Date.parse(now) - HERE_HOURS * HOUR_MS
  const found = open.findLast(({ session, createdAt }) => session.personId === personId && createdAt.getTime() > from)
  if (!found) return null
  const { session, order, next } = found
  return { sessionId: session.id, state: session.folded.state, next: nextFrom(next, { session, order }, now) }
}
