import { foldSession, type SessionEvent } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import { idsOf } from '../people/store.ts'
import { eventsOf, type StoredEvent } from '../planning/visit-log.ts'
import type { Session } from './session.ts'

const sessions = (tx: Tx) =>
  tx.db
    .selectFrom('session')
    .where('clinicId', '=', tx.clinicId)
    .select(['id', 'personId', 'planId', 'orderId', 'appointmentId', 'chairId'])

type Row = Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>

const withEvents = async (tx: Tx, rows: readonly Row[]): Promise<Session[]> => {
  const events = await eventsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = events.get(row.id) ?? []
    return { ...row, events: own, folded: foldSession(own) }
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

export const insertSession = async (ctx: Ctx, tx: Tx, row: Row) => {
  await tx.db
    .insertInto('session')
    .values({ clinicId: tx.clinicId, ...row, createdAt: ctx.now() })
    .execute()
  await tx.db.insertInto('visitHead').values({ clinicId: tx.clinicId, sessionId: row.id }).execute()
}

/** Writes the next entry of a held visit and counts it. `round`: how often this has already happened here and was taken back. */
export const insertEvent = async (
  tx: Tx,
  sessionId: string,
  { id, at, enteredAt, by, amends, seq, clock, ...said }: SessionEvent,
  round = 0,
) => {
  if (seq === undefined) throw new TypeError('An entry was about to be written that no log has counted.')
  const stored: StoredEvent = { said, ...(amends && { amends }) }
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
      id,
      sessionId,
      kind: said.kind,
      at: new Date(at),
      body: json(stored),
      amendsId: amends?.eventId ?? null,
      round,
      enteredBy: by,
      enteredAt: new Date(enteredAt),
      seq: ({ selectFrom }) => selectFrom('head').select('head.seq'),
      ...(clock && { clock: json(clock) }),
    })
    .execute()
}

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
