import { clockShape, foldSession, type InfusionBefore, type SessionEvent, storedEvent } from '@dripline/clinical'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'
import { anyOf } from '../people/store.ts'

/** The logs of visits as they were written, by visit, each in its own order. */
export const eventsOf = (tx: Tx, sessionIds: readonly string[]): Promise<Map<string, SessionEvent[]>> =>
  eventsSince(
    tx,
    sessionIds.map((sessionId) => ({ sessionId, after: 0 })),
  )

/** What was written into these visits after a place in the log of each. */
export const eventsSince = async (
  tx: Tx,
  wanted: readonly { sessionId: string; after: number }[],
): Promise<Map<string, SessionEvent[]>> => {
  if (wanted.length === 0) return new Map()
  const ids = wanted.map(({ sessionId }) => sessionId)
  return eventsOfThose(tx, sql<SqlBool>`s.id = any(${ids}::uuid[])`, wanted)
}

/** What was written into the visits `s` for which this holds: where a place in the log is known, after it. */
export const eventsOfThose = async (
  { db, clinicId }: Tx,
  those: RawBuilder<SqlBool>,
  known: readonly { sessionId: string; after: number }[],
): Promise<Map<string, SessionEvent[]>> => {
  const [ids, places] = [known.map(({ sessionId }) => sessionId), known.map(({ after }) => after)]
  const { rows } = await sql<StampRow & { sessionId: string; body: unknown }>`
    select e.id, e.session_id, e.seq, e.at, e.entered_at, e.entered_by, e.clock, e.body
    from session as s left join unnest(${ids}::uuid[], ${places}::bigint[]) as known (id, place) on known.id = s.id
    join lateral (select * from session_event as e where e.clinic_id = ${clinicId} and e.session_id = s.id
      and e.seq > coalesce(known.place, 0)) as e on true
    where s.clinic_id = ${clinicId} and ${those} order by e.session_id, e.seq`.execute(db)
  const found = new Map<string, SessionEvent[]>()
  for (const { sessionId, body, ...stamp } of rows) {
    const log = found.get(sessionId) ?? []
    found.set(sessionId, log)
    log.push(asEvent(body, stamp))
  }
  return found
}

type StampRow = { id: string; seq: string; at: Date; enteredAt: Date; enteredBy: string; clock: unknown }
/** A row of the log as JSON, as the database's functions give it. */
export type StoredRow = {
  id: string
  seq: number
  at: string
  entered_at: string
  entered_by: string
  clock: unknown
  body: unknown
}

/** The entry of such a row. */
export const eventFrom = ({ body, at, entered_at, entered_by, seq, ...row }: StoredRow): SessionEvent =>
  asEvent(body, { ...row, seq: String(seq), at: new Date(at), enteredAt: new Date(entered_at), enteredBy: entered_by })

/** An entry as its row holds it. */
export type StoredEvent = { said: unknown; amends?: { eventId: string; reason: string } }

const asEvent = (body: unknown, { id, seq, at, enteredAt, enteredBy, clock }: StampRow): SessionEvent => {
  const { said, amends } = body as StoredEvent
  const stamp = { id, seq: Number(seq), at: at.toISOString(), enteredAt: enteredAt.toISOString(), by: enteredBy }
  return {
    ...storedEvent(said),
    ...stamp,
    ...(amends && { amends }),
    ...(clock !== null && { clock: clockShape.parse(clock) }),
  }
}

/** Every time a person was given a drug here, under any plan and in whatever way, oldest first: whoever signs an order of it reads what was given before. */
export const givenBefore = async (tx: Tx, personId: string, drugId: string): Promise<InfusionBefore[]> => {
  const visits = await tx.db
    .selectFrom('session')
    .where('clinicId', '=', tx.clinicId)
    .where('personId', '=', anyOf(tx, personId))
    .orderBy('createdAt')
    .select(['id', 'planId'])
    .execute()
  const logs = await eventsOf(
    tx,
    visits.map(({ id }) => id),
  )
  return visits.flatMap(({ id: sessionId, planId }) => beganIn({ sessionId, planId, events: logs.get(sessionId) ?? [] }, drugId))
}

type Logged = { sessionId: string; planId: string; events: SessionEvent[] }

const beganIn = ({ events, ...visit }: Logged, drugId: string): InfusionBefore[] => {
  const { gives, startedAt, stoppedAt } = foldSession(events)
  return startedAt === null || gives.drug !== drugId ? [] : [{ ...visit, startedAt, endedAt: stoppedAt }]
}

/** Whether the patient of an appointment is here: their visit was opened and has not ended. */
export const isHere = async ({ db, clinicId }: Tx, appointmentId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('session')
    .innerJoin('openVisit as open', (join) =>
      join.onRef('open.clinicId', '=', 'session.clinicId').onRef('open.id', '=', 'session.id'),
    )
    .where('session.clinicId', '=', clinicId)
    .where('session.appointmentId', '=', appointmentId)
    .where('open.closedAt', 'is', null)
    .select('session.id')
    .executeTakeFirst()
  return row !== undefined
}
