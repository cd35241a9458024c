import { dateOf, type NextStep, nextForPerson, type PersonFacts } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { whyConsentEnded } from '../people/consent.ts'
import { zoneOf } from '../people/store.ts'
import { orderFollowed } from '../session/append-event.ts'
import { nextAt } from '../session/next-at.ts'
import { sessionsAt } from '../session/store.ts'

type Row = Pick<PersonFacts, 'unownedAlerts' | 'openAlerts' | 'screening' | 'plan' | 'uncheckedMedicines'> & {
  personId: string
  isMerged: boolean
  isPatient: boolean
  nextKind: NonNullable<PersonFacts['next']>['kind'] | null
  nextAt: Date | null
  lookAgainOn: string | null
  consentVersion: string | null
  consentAt: Date | null
  withdrawnAt: Date | null
}

export type NextOf = { facts: PersonFacts; next: NextStep }

/** What happens next with each of these people, and from what: one query for all of them, and one for whoever is here today. */
export const nextOf = async (ctx: Ctx, tx: Tx, personIds: readonly string[]): Promise<Map<string, NextOf>> => {
  if (personIds.length === 0) return new Map()
  const zone = await zoneOf(tx)
  const today = dateOf(ctx.now().toISOString(), zone)
  const visits = await openVisits(ctx, tx, personIds)
  const rows = await factRows(ctx, tx, personIds)
  return new Map(
    rows.map(({ personId, nextKind, nextAt, consentVersion, consentAt, withdrawnAt, ...row }) => {
      const held = consentVersion && consentAt ? { version: consentVersion, signedAt: consentAt, withdrawnAt } : null
      const facts: PersonFacts = {
        ...row,
        openVisit: visits.get(personId) ?? null,
        next: nextKind && nextAt ? { kind: nextKind, at: nextAt.toISOString() } : null,
        consent: held ? (whyConsentEnded(held, ctx.now(), zone) ? 'stale' : 'current') : 'none',
      }
      return [personId, { facts, next: nextForPerson(facts, today) }]
    }),
  )
}

const factRows = async (ctx: Ctx, { db, clinicId }: Tx, personIds: readonly string[]): Promise<Row[]> =>
  (
    await sql<Row>`select p.id as person_id, p.merged_into is not null as is_merged, p.accepted_at is not null as is_patient,
      (select count(*)::int from alert as a where a.clinic_id = p.clinic_id and a.person_id = p.id and a.closed_at is null) as open_alerts,
      (select count(*)::int from alert as a where a.clinic_id = p.clinic_id and a.person_id = p.id and a.closed_at is null
        and a.owner_id is null) as unowned_alerts,
      coming.kind as next_kind, coming.at as next_at,
      coalesce(screened.decision, case when screened.id is not null then 'undecided' else 'none' end) as screening,
      screened.look_again_on::text as look_again_on,
      signed.version as consent_version, signed.signed_at as consent_at, signed.withdrawn_at,
      case when course.is_under_way then 'under way' when course.plans > 0 then 'over' else 'none' end as plan,
      (select count(*)::int from (select distinct on (entry_id) status, struck_reason, checked_at from person_medicine as m
        where m.clinic_id = p.clinic_id and m.person_id = p.id order by entry_id, entered_at desc, id desc) as m
        where struck_reason is null and checked_at is null and status <> 'stopped') as unchecked_medicines
      from person as p
      left join lateral (select a.kind, lower(a.during) as at from appointment as a where a.clinic_id = p.clinic_id
        and a.person_id = p.id and a.state = 'booked' and upper(a.during) > ${ctx.now()} order by lower(a.during) limit 1) as coming on true
      left join lateral (select s.id, s.indication, d.decision, d.look_again_on from screening as s
        left join decision as d on d.clinic_id = s.clinic_id and d.screening_id = s.id
        where s.clinic_id = p.clinic_id and s.person_id = p.id order by s.made_at desc, s.id desc limit 1) as screened on true
      left join lateral (select c.version, c.signed_at, back.withdrawn_at from consent as c
        left join consent_withdrawal as back on back.clinic_id = c.clinic_id and back.consent_id = c.id where c.clinic_id = p.clinic_id and c.person_id = p.id
        order by (c.indication = screened.indication) desc nulls last, c.signed_at desc limit 1) as signed on true
      left join lateral (select count(*)::int as plans, coalesce(bool_or(
        not exists (select from plan_closure as pc where pc.clinic_id = plan.clinic_id and pc.plan_id = plan.id)
        and exists (select from infusion_order as o where o.clinic_id = plan.clinic_id and o.plan_id = plan.id and o.valid_until > ${ctx.now()}
          and not exists (select from infusion_order as n where n.clinic_id = o.clinic_id and n.replaces_id = o.id))), false) as is_under_way
        from plan where plan.clinic_id = p.clinic_id and plan.person_id = p.id) as course on true
      where p.clinic_id = ${clinicId} and p.id in (${sql.join([...personIds])})`.execute(db)
  ).rows

const HERE_HOURS = 36
const BEFORE_ARRIVAL = ['booked', 'left', 'cancelled']

// A visit is opened on its day; whoever has not gone home since is still here.
const openVisits = async (ctx: Ctx, tx: Tx, personIds: readonly string[]) => {
  const rows = await tx.db
    .selectFrom('session')
    .where('clinicId', '=', tx.clinicId)
    .where('personId', 'in', [...personIds])
    .where('createdAt', '>', new Date(ctx.now().getTime() - HERE_HOURS * HOUR_MS))
    .select(['appointmentId'])
    .execute()
  const sessions = await sessionsAt(
    tx,
    rows.map(({ appointmentId }) => appointmentId),
  )
  const now = ctx.now().toISOString()
  const open = new Map<string, NonNullable<PersonFacts['openVisit']>>()
  for (const session of sessions.filter(({ folded }) => !BEFORE_ARRIVAL.includes(folded.state))) {
    const order = await orderFollowed(tx, session)
    const { id: sessionId, personId, folded } = session
    if (order) open.set(personId, { sessionId, state: folded.state, next: await nextAt(tx, { session, order }, now) })
  }
  return open
}

const HOUR_MS = 3_600_000
