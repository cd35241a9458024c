import type { SessionEvent } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import { idsOf } from '../people/store.ts'
import { eventsSince, type StoredEvent } from '../planning/visit-log.ts'
import { goOn, keepKnown, recall, sessionFrom } from './kept-visits.ts'
import type { Session, SessionRow } from './session.ts'

const sessions = (tx: Tx) =>
  tx.db
    .selectFrom('session')
    .where('clinicId', '=', tx.clinicId)
    .select(['id', 'personId', 'planId', 'orderId', 'appointmentId', 'chairId'])

// As this server keeps them, carried on by what was written since. What a step sees may still be rolled back, so only a look is kept.
const withEvents = async (tx: Tx, rows: readonly SessionRow[]): Promise<Session[]> => {
  const { database, clinicId } = tx
  const known = new Map(rows.map(({ id }) => [id, recall(database, clinicId, id)]))
  const since = await eventsSince(
    tx,
    rows.map(({ id }) => ({ sessionId: id, after: known.get(id)?.seq ?? 0 })),
  )
  return rows.map(({ id, personId, planId, orderId, appointmentId, chairId }) => {
    const row = { id, personId, planId, orderId, appointmentId, chairId }
    const now = goOn(known.get(id), row, since.get(id) ?? [])
    if (tx.isLook) keepKnown(database, clinicId, now)
    return sessionFrom(now)
  })
}

export const sessionOf = async (tx: Tx, id: string): Promise<Session | null> => {
  const row = await sessions(tx).where('id', '=', id).executeTakeFirst()
  const [session] = row ? await withEvents(tx, [row]) : []
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

export const sessionsAt = async (tx: Tx, appointmentIds: readonly string[]): Promise<Session[]> =>
  appointmentIds.length === 0 ? [] : withEvents(tx, await sessions(tx).where('appointmentId', 'in', appointmentIds).execute())

export const sessionsOfPlan = async (tx: Tx, planId: string): Promise<Session[]> =>
  withEvents(tx, await sessions(tx).where('planId', '=', planId).orderBy('createdAt').execute())

/** Every visit of a person, under any plan and any record that was merged into theirs. */
export const sessionsOfPerson = async (tx: Tx, personId: string): Promise<Session[]> =>
  withEvents(
    tx,
    await sessions(tx)
      .where('personId', 'in', await idsOf(tx, personId))
      .orderBy('createdAt')
      .execute(),
  )

/** The visits of a person, under any of their records, newest first; at most so many, begun before an instant. */
export const visitsOf = async (
  tx: Tx,
  personId: string,
  before: Date | null,
  most: number,
): Promise<(Session & { createdAt: Date })[]> => {
  const all = sessions(tx)
    .where('personId', 'in', await idsOf(tx, personId))
    .select('createdAt')
    .orderBy('createdAt', 'desc')
    .limit(most)
  const rows = await (before ? all.where('createdAt', '<', before) : all).execute()
  const found = await withEvents(tx, rows)
  return rows.flatMap(({ id, createdAt }) => found.filter((each) => each.id === id).map((each) => ({ ...each, createdAt })))
}

/** The visits just before and after one, of the same person. */
export const visitsBeside = async (tx: Tx, { id, personId }: Pick<Session, 'id' | 'personId'>) => {
  const ids = await sessions(tx)
    .where('personId', 'in', await idsOf(tx, personId))
    .orderBy('createdAt')
    .execute()
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
