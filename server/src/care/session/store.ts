import type { SessionEvent } from '@dripline/clinical'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import { anyOf } from '../people/store.ts'
import { eventsOfThose, type StoredEvent } from '../planning/visit-log.ts'
import { goOn, type Known, keepKnown, keptWhere, recall, sessionFrom } from './kept-visits.ts'
import type { Session, SessionRow } from './session.ts'

const sessions = (tx: Tx) =>
  tx.db
    .selectFrom('session')
    .where('clinicId', '=', tx.clinicId)
    .select(['id', 'personId', 'planId', 'orderId', 'appointmentId', 'chairId'])

// As this server keeps them, carried on by what was written since. What a step sees may still be rolled back, so only a look is kept.
const withEvents = (tx: Tx, row: SessionRow, known: Known | undefined, since: readonly SessionEvent[]): Session => {
  const now = goOn(known, row, since)
  if (tx.isLook) keepKnown(tx.database, tx.clinicId, now)
  return sessionFrom(now)
}

type Rows<R extends SessionRow> = Promise<readonly R[]>

// Rows and logs are asked for at once: the log of a visit that is not kept comes whole, of those that are (`hints`) what is new.
const asKept = async <R extends SessionRow>(
  tx: Tx,
  rows: Rows<R>,
  those: RawBuilder<SqlBool>,
  hints: readonly Known[],
): Promise<(R & Session)[]> => {
  const known = new Map(hints.map((each) => [each.row.id, each]))
  const places = hints.map(({ row, seq }) => ({ sessionId: row.id, after: seq }))
  const [found, since] = await Promise.all([rows, eventsOfThose(tx, those, places)])
  return found.map((each) => {
    const { id, personId, planId, orderId, appointmentId, chairId } = each
    const row = { id, personId, planId, orderId, appointmentId, chairId }
    return { ...each, ...withEvents(tx, row, known.get(id), since.get(id) ?? []) }
  })
}

export const sessionOf = async (tx: Tx, id: string): Promise<Session | null> => {
  const known = recall(tx.database, tx.clinicId, id)
  const row = sessions(tx).where('id', '=', id).execute()
  const [session] = await asKept(tx, row, sql<SqlBool>`s.id = ${id}`, known ? [known] : [])
  return session ?? null
}

/** Whose visit this is; nothing when there is none. */
export const personOfSession = async (tx: Tx, id: string): Promise<string | undefined> =>
  (await sessions(tx).where('id', '=', id).executeTakeFirst())?.personId

/** The session, held against every other step on it until this one ends. */
export const lockSession = async (tx: Tx, id: string): Promise<Session | null> => {
  const head = await tx.db
    .selectFrom('visitHead')
    .where('clinicId', '=', tx.clinicId)
    .where('sessionId', '=', id)
    .select('seq')
    .forUpdate()
    .executeTakeFirst()
  return head ? sessionOf(tx, id) : null
}

/** The visits of these appointments. */
export const sessionsAt = async (tx: Tx, appointmentIds: readonly string[]): Promise<Session[]> =>
  appointmentIds.length === 0
    ? []
    : sessionsWhere(tx, sql`s.appointment_id = any(${[...appointmentIds]}::uuid[])`, ({ row }) =>
        appointmentIds.includes(row.appointmentId),
      )

/** The visits `s` for which this holds in the database; `mayBe` names those that may be kept here, the log of all others comes whole. */
export const sessionsWhere = async (tx: Tx, those: RawBuilder<SqlBool>, mayBe: (known: Known) => boolean): Promise<Session[]> => {
  const rows = sql<SessionRow>`select s.id, s.person_id, s.plan_id, s.order_id, s.appointment_id, s.chair_id from session as s
    where s.clinic_id = ${tx.clinicId} and ${those} order by s.created_at`.execute(tx.db)
  return asKept(
    tx,
    rows.then((found) => found.rows),
    those,
    keptWhere(tx.database, tx.clinicId, mayBe),
  )
}

export const sessionsOfPlan = (tx: Tx, planId: string): Promise<Session[]> =>
  sessionsWhere(tx, sql`s.plan_id = ${planId}`, ({ row }) => row.planId === planId)

/** Every visit of a person, under any plan and any record that was merged into theirs. */
export const sessionsOfPerson = (tx: Tx, personId: string): Promise<Session[]> =>
  sessionsWhere(tx, sql`s.person_id = ${anyOf(tx, personId)}`, ({ row }) => row.personId === personId)

/** The visits of a person, under any of their records, newest first; at most so many, begun before an instant. */
export const visitsOf = async (
  tx: Tx,
  personId: string,
  before: Date | null,
  most: number,
): Promise<(Session & { createdAt: Date })[]> => {
  const all = sessions(tx)
    .where('personId', '=', anyOf(tx, personId))
    .select('createdAt')
    .orderBy('createdAt', 'desc')
    .limit(most)
  const rows = await (before ? all.where('createdAt', '<', before) : all).execute()
  const ids = rows.map(({ id }) => id)
  const found = await sessionsWhere(tx, sql`s.id = any(${ids}::uuid[])`, ({ row }) => ids.includes(row.id))
  return rows.flatMap(({ id, createdAt }) => found.filter((each) => each.id === id).map((each) => ({ ...each, createdAt })))
}

/** The visits just before and after one, of the same person. */
export const visitsBeside = async (tx: Tx, { id, personId }: Pick<Session, 'id' | 'personId'>) => {
  const ids = await sessions(tx).where('personId', '=', anyOf(tx, personId)).orderBy('createdAt').execute()
  const at = ids.findIndex((each) => each.id === id)
  return { before: ids[at - 1]?.id ?? null, after: ids[at + 1]?.id ?? null }
}

export const insertSession = async (ctx: Ctx, tx: Tx, row: SessionRow) => {
  await tx.db
    .insertInto('session')
    .values({ clinicId: tx.clinicId, ...row, createdAt: ctx.now() })
    .execute()
  await tx.db.insertInto('visitHead').values({ clinicId: tx.clinicId, sessionId: row.id }).execute()
}

const storedOf = ({
  id: _id,
  at: _at,
  enteredAt: _entered,
  by: _by,
  amends,
  seq: _seq,
  clock: _clock,
  ...said
}: SessionEvent): StoredEvent => ({
  said,
  ...(amends && { amends }),
})

/** An entry as the database's own function takes it. `round`: how often this has already happened here and was taken back. */
export const columnsOf = (event: SessionEvent, round: number) => ({
  id: event.id,
  kind: event.kind,
  at: event.at,
  enteredAt: event.enteredAt,
  enteredBy: event.by,
  clock: event.clock ?? null,
  body: storedOf(event),
  round,
})

/** Writes the next entry of a held visit and counts it. `sentHash`: what its author sent, where the entry's id is theirs. */
export const insertEvent = async (tx: Tx, sessionId: string, event: SessionEvent, round = 0, sentHash: string | null = null) => {
  const { seq } = event
  if (seq === undefined) throw new TypeError('An entry was about to be written that no log has counted.')
  const { body, clock, at, enteredAt, ...columns } = columnsOf(event, round)
  await tx.db
    // Counted from where this step saw the visit, or not at all: then the entry has no place and is refused.
    .with('head', (db) =>
      db
        .updateTable('visitHead')
        .set({ seq })
        .where('clinicId', '=', tx.clinicId)
        .where('sessionId', '=', sessionId)
        .where('seq', '=', String(seq - 1))
        .returning('seq'),
    )
    .insertInto('sessionEvent')
    .values({
      clinicId: tx.clinicId,
      sessionId,
      ...columns,
      at: new Date(at),
      enteredAt: new Date(enteredAt),
      body: json(body),
      amendsId: event.amends?.eventId ?? null,
      seq: ({ selectFrom }) => selectFrom('head').select('head.seq'),
      sentHash,
      ...(clock && { clock: json(clock) }),
    })
    .execute()
}

/** The entry that has this id in any visit here; nothing when there is none. */
export const entryKnown = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('sessionEvent')
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', id)
    .select(['sessionId', 'enteredBy', 'sentHash'])
    .executeTakeFirst()

/** Names of the staff who stand in a visit's events. */
export const namesOf = async (tx: Tx, ids: readonly string[]): Promise<Record<string, string>> => {
  if (ids.length === 0) return {}
  const rows = await tx.db
    .selectFrom('account')
    .where('clinicId', '=', tx.clinicId)
    .where('id', 'in', [...new Set(ids)])
    .select(['id', 'name'])
    .execute()
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** Names of everybody who signs in or has signed in here, by id. */
export const allNames = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.db.selectFrom('account').where('clinicId', '=', tx.clinicId).select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
