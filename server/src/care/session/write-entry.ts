import { carryOn, type EventBody, Problem, type SessionEvent } from '@dripline/clinical'
import { type Calling, type Ctx, groundOf, inOneCall, staffOf } from '../../platform/context.ts'
import { entryIdOf } from '../../platform/entry-id.ts'
import { idAfter } from '../../platform/id.ts'
import type { WhyNot } from '../../platform/standing.ts'
import { eventFrom, type StoredRow } from '../planning/visit-log.ts'
import { judged, roundOf, type Stamp } from './append-event.ts'
import { goOn, inTurn, type Known, keepKnown, recall, sessionFrom } from './kept-visits.ts'
import type { Session, SessionRow } from './session.ts'
import { columnsOf } from './store.ts'

/** Where an entry comes from: which of its entries a device says this is, and by which form. */
export type EntryFrom = { device?: { id: string; seq: number } | undefined; form?: string | undefined }

/** What an act writes into a visit's log: one entry, or several that follow one another. */
export type Judged = { readonly said: EventBody; readonly stamp?: Stamp; readonly then?: readonly EventBody[] }

type StoredSession = Record<'id' | 'person_id' | 'plan_id' | 'order_id' | 'appointment_id' | 'chair_id', string>
type Refused = {
  outcome: 'again' | 'stale' | 'key-reused' | 'not-found' | WhyNot
  whose: StoredSession | null
  since?: StoredRow[]
}

const CALL = `select write_entry(${Array.from({ length: 20 }, (_, i) => `$${i + 1}`).join(', ')}) as refused`
/** So often other servers may write first before this one says that it is busy. */
const TRIES = 50
/** The counter of a visit of which nothing is known: what is asked with it is never written. */
const UNKNOWN = -1

const rowFrom = ({ id, person_id, plan_id, order_id, appointment_id, chair_id }: StoredSession): SessionRow => ({
  id,
  personId: person_id,
  planId: plan_id,
  orderId: order_id,
  appointmentId: appointment_id,
  chairId: chair_id,
})

const learned = (known: Known | undefined, { whose, since = [] }: Refused): Known => {
  const row = known?.row ?? (whose && rowFrom(whose))
  if (!row) throw new TypeError('The database told of no visit.')
  return goOn(known, row, since.map(eventFrom))
}

type Writing = {
  readonly ctx: Ctx
  readonly sessionId: string
  readonly own: { id: string; sentHash: string | null }
  readonly from: EntryFrom
  readonly calling: Calling
}

/** Null where the visit stood at `expected` and these are written; otherwise why nothing was. */
const ask = async (
  { ctx, sessionId, own, from, calling }: Writing,
  expected: number,
  written: readonly ReturnType<typeof columnsOf>[],
  answer: object,
): Promise<Refused | null> => {
  const { id: by, signInId, roles } = staffOf(ctx)
  const { device = null, form = null } = from
  const { pre, post } = calling.lineOf(answer)
  const [entry, ...more] = written
  const { refused } = await calling.call<{ refused: Refused | null }>(CALL, [
    ctx.clinicId,
    sessionId,
    expected,
    signInId,
    roles,
    own.id,
    entry?.kind ?? null,
    entry?.at ?? null,
    entry ? JSON.stringify(entry.body) : null,
    entry?.round ?? null,
    entry?.enteredBy ?? by,
    entry?.enteredAt ?? null,
    entry?.clock ? JSON.stringify(entry.clock) : null,
    own.sentHash,
    device?.id ?? null,
    device?.seq ?? null,
    form,
    more.length > 0 ? JSON.stringify(more) : null,
    pre,
    post,
  ])
  if (refused?.outcome === 'not-found') throw new Problem('not-found', { sessionId })
  if (refused && refused.outcome !== 'again' && refused.outcome !== 'stale') throw new Problem(refused.outcome)
  return refused
}

const look = async (writing: Writing): Promise<Refused> => {
  const refused = await ask(writing, UNKNOWN, [], {})
  if (!refused) throw new TypeError('The database has written what nobody asked for.')
  return refused
}

/** The act as it would stand in the log, or why it may not. */
const judgedOn = ({ ctx, own }: Writing, known: Known, judge: Judge): Standing | Problem | null => {
  try {
    const session = sessionFrom(known)
    const act = judge(session)
    if (!act) return null
    const { said, stamp, then = [] } = act
    const events: SessionEvent[] = []
    const columns: ReturnType<typeof columnsOf>[] = []
    for (const [i, each] of [said, ...then].entries()) {
      const id = idAfter(own.id, i)
      const event = judged(ctx, session, each, { ...stamp, own: { ...own, id } })
      columns.push(columnsOf(event, roundOf(session, event)))
      events.push(event)
      session.events.push(event)
      session.kept = carryOn(session.kept, event)
    }
    return { events, columns }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
type Standing = { readonly events: readonly SessionEvent[]; readonly columns: readonly ReturnType<typeof columnsOf>[] }

type Judge = (session: Session) => Judged | null
type Answer = { sessionId: string; personId: string; eventIds: string[] }
type Tried = { readonly known: Known; readonly answer?: Answer; readonly isForStep?: boolean }

const answerOf = ({ sessionId, own }: Writing, personId: string, entries: number): Answer => ({
  sessionId,
  personId,
  eventIds: Array.from({ length: entries }, (_, i) => idAfter(own.id, i)),
})

/** The visit after one try; the answer, once there is one. */
const attempt = async (writing: Writing, known: Known, { judge, entries = 1 }: Asked): Promise<Tried> => {
  const standing = judgedOn(writing, known, judge)
  if (standing === null || standing instanceof Problem) {
    // Refused on the latest facts only, and not if it stands already: whatever has become of the visit, it is answered as then.
    const row = await look(writing)
    if (row.outcome === 'again') return { known, answer: answerOf(writing, known.row.personId, entries) }
    const latest = learned(undefined, row)
    if (latest.seq > known.seq) return { known: latest }
    if (standing) throw standing
    return { known, isForStep: true }
  }
  const { events, columns } = standing
  const answer = answerOf(writing, known.row.personId, events.length)
  const refused = await ask(writing, known.seq, columns, answer)
  if (refused === null) return { known: goOn(known, known.row, events), answer }
  if (refused.outcome === 'stale') return { known: learned(known, refused) }
  return { known, answer }
}

type Asked = {
  /** Pure: what is written, judged on the visit as it stands; null where only a step can tell. */
  readonly judge: Judge
  readonly from?: EntryFrom
  /** How many entries it writes; one, unless said. */
  readonly entries?: number
  /** The act as a step, for what the log alone cannot judge. */
  readonly inStep?: () => Promise<Answer>
}

const write = async (writing: Writing, asked: Asked): Promise<Answer> => {
  const { ctx, sessionId } = writing
  const { database } = groundOf(ctx)
  let known = recall(database, ctx.clinicId, sessionId)
  if (!known) {
    const row = await look(writing)
    if (row.outcome === 'again') return answerOf(writing, row.whose?.person_id ?? '', asked.entries ?? 1)
    known = learned(undefined, row)
  }
  for (let i = 0; i < TRIES; i++) {
    const tried = await attempt(writing, known, asked)
    known = tried.known
    keepKnown(database, ctx.clinicId, known)
    if (tried.answer) return tried.answer
    if (tried.isForStep && asked.inStep) return asked.inStep()
  }
  throw new Problem('not-saved')
}

/**
 * Writes an act that has no gates into a visit's log by one call of the database, two where somebody else has written since: judged on
 * the visit as this server keeps it, written only where the log's counter still stands there.
 */
export function writeEntry(ctx: Ctx, verb: string, sessionId: string, asked: Asked) {
  return inOneCall(ctx, verb, (calling) => {
    const own = entryIdOf(ctx) ?? { id: ctx.newId(), sentHash: null }
    const writing: Writing = { ctx, sessionId, own, from: asked.from ?? {}, calling }
    return inTurn(groundOf(ctx).database, ctx.clinicId, sessionId, () => write(writing, asked))
  })
}

/** Whether an act whose key is this request's may be written by one call: a key that is no id is one for two days, and kept in a step. */
export function isOneCall(ctx: Ctx): boolean {
  return !ctx.idempotency || entryIdOf(ctx) !== null
}
