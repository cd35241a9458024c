import type { ProblemCode } from '../problems.ts'
import { asWritten, type Said } from '../words/said.ts'
import { administrationOf } from './administrations.ts'
import { amend, byHappening, type LogEntry } from './happening.ts'
import { book } from './infusion-amounts.ts'
import { checkStanding } from './infusion-check.ts'
import type { EventOf, SessionEvent } from './infusion-events.ts'
import { isKind } from './infusion-kind.ts'
import { extendSegments, runs } from './infusion-segments.ts'
import type { Conflict, FoldedSession } from './infusion-words.ts'
import { AHEAD_MS } from './visit-clock.ts'
import { may, stateAfter } from './visit-rules.ts'
import { gaveBefore } from './visit-states.ts'

export type { Conflict, FoldedSession }

/** Folds the events of one visit, in whatever order they were entered. Never throws: what cannot be is listed as a conflict. */
export const foldSession = (events: readonly SessionEvent[]): FoldedSession => fold(events, Number.POSITIVE_INFINITY)

/** The visit as it stood at an instant, by what is known now. */
export const foldedAt = (events: readonly SessionEvent[], asOf: string): FoldedSession => fold(events, Date.parse(asOf))

function fold(events: readonly SessionEvent[], untilMs: number): FoldedSession {
  const { entries, struck, unmatched } = amend(events)
  const start: FoldedSession = {
    ...empty,
    struck,
    conflicts: unmatched.map(({ id }) => ({ eventId: id, code: 'not-found' })),
  }
  return entries.filter(({ event }) => Date.parse(event.at) <= untilMs).reduce(apply, start)
}

/**
 * Whether this entry may be added to these: null, or why not. A late entry is judged in the place where it says it happened. `now` is
 * the visit's time: what is entered as it happens is never refused for a clock, what is told may lie a little ahead of it.
 */
export function mayAppend(events: readonly SessionEvent[], event: SessionEvent, now: string): ProblemCode | null {
  if (!isPossible(event, now)) return 'time-not-possible'
  const before = foldSession(events).conflicts
  const after = foldSession([...events, event]).conflicts
  const own = after.find(({ eventId }) => eventId === event.id)
  if (own) return ownReason(events, event, own.code)
  const isNew = ({ eventId }: Conflict) => !before.some((known) => known.eventId === eventId)
  return after.some(isNew) ? 'time-not-possible' : null
}

/** Whether an entry says a time that can have been, tablets not being set to the second. */
export const isPossible = ({ at }: Pick<SessionEvent, 'at'>, now: string): boolean => Date.parse(at) <= Date.parse(now) + AHEAD_MS

/** An entry refused only because it is placed too early is told so. */
export function ownReason(events: readonly SessionEvent[], event: SessionEvent, code: ProblemCode): ProblemCode {
  if (event.amends || code === 'not-found') return code
  const isBackdated = events.some((other) => byHappening(other, event) > 0)
  return isBackdated && may(foldSession(events), event) === null ? 'time-not-possible' : code
}

const empty: FoldedSession = {
  state: 'booked',
  gives: gaveBefore,
  entries: [],
  struck: [],
  conflicts: [],
  stateSince: null,
  responsible: null,
  offeredTo: null,
  checkIn: null,
  sentBack: null,
  drawnUp: null,
  infusate: null,
  check: { kind: 'none' },
  startedAt: null,
  stoppedAt: null,
  pumpTotal: null,
  rateMlPerHour: null,
  vtbiMl: null,
  segments: [],
  adverseEffects: 'not answered',
  overrides: [],
  isBookClosed: true,
  isDischarged: false,
}

/** The visit after one more entry that happened after all others. */
export function apply(session: FoldedSession, entry: LogEntry): FoldedSession {
  const { event } = entry
  const isBooking = event.kind === 'booked' && session.entries.length === 0
  const code = isBooking ? null : may(session, event)
  if (code) return { ...session, conflicts: [...session.conflicts, { eventId: event.id, code }] }
  const moved = stateAfter(event, session)
  const entries = [...session.entries, entry]
  const next = { ...session, ...told(session, event), entries, segments: extendSegments(session.segments, entry) }
  const stepped = moved ? { ...next, state: moved, stateSince: event.at } : next
  return settle(stepped, event)
}

/** The entries that change what was checked, given or accounted for; all others leave that as it was. */
const movesDrug: ReadonlySet<SessionEvent['kind']> = new Set([
  'drawn-up',
  'second-check',
  'sent-back',
  'started',
  'rate-changed',
  'pump-found',
  'paused',
  'resumed',
  'stopped',
  'pump-read',
  'wasted',
  'cancelled',
])

/** What follows from the entries so far rather than from the last one alone. */
function settle(session: FoldedSession, event: SessionEvent): FoldedSession {
  if (!movesDrug.has(event.kind)) return session
  const check = checkStanding(session.entries.map(({ event }) => event))
  const isChecked = check.kind === 'agree'
  const wasUp = session.state === 'drawn up' || session.state === 'checked'
  const state = wasUp ? (isChecked ? 'checked' : 'drawn up') : session.state
  const settled = { ...session, check, state }
  return { ...settled, isBookClosed: book(settled, event.at).isClosed && state !== 'running' && state !== 'paused' }
}

/** Where an administration's own act says that the drug goes in from here on, or no more. */
function boundsOf({ gives, startedAt, stoppedAt }: FoldedSession, { act, at }: EventOf<'act'>): Partial<FoldedSession> {
  const { begins, ends } = administrationOf(gives.by)?.acts[act] ?? {}
  return { startedAt: begins ? at : startedAt, stoppedAt: ends ? at : stoppedAt }
}

function told(session: FoldedSession, event: SessionEvent): Partial<FoldedSession> {
  switch (event.kind) {
    case 'booked':
      return { gives: event.gives ?? gaveBefore }
    case 'act':
      return boundsOf(session, event)
    case 'taken-over':
      return { responsible: { by: event.by, since: event.at }, offeredTo: null }
    case 'handed-over':
      return { offeredTo: event.to }
    case 'checked-in':
      return { checkIn: event }
    case 'sent-back':
      return { sentBack: event, drawnUp: null, infusate: null }
    case 'order-stands':
      return { sentBack: null }
    case 'drawn-up':
      return { drawnUp: event, infusate: { infusateMg: event.infusateMg, finalMl: event.finalMl } }
    case 'started':
      return { startedAt: event.at, rateMlPerHour: event.rateMlPerHour, vtbiMl: event.vtbiMl, pumpTotal: null }
    case 'pump-found': {
      const startedAt = session.startedAt ?? (runs(event.rateMlPerHour) ? event.at : null)
      const rateMlPerHour = startedAt === null ? null : event.rateMlPerHour
      // A pump that runs has not been stopped, whatever was pressed before.
      return { startedAt, rateMlPerHour, ...(runs(event.rateMlPerHour) && { pumpTotal: null, stoppedAt: null }) }
    }
    case 'rate-changed':
    case 'resumed':
      return { rateMlPerHour: event.rateMlPerHour, pumpTotal: null }
    case 'pump-read':
      return session.rateMlPerHour === '0' ? { pumpTotal: event } : {}
    case 'paused':
      return { rateMlPerHour: '0' }
    case 'stopped':
      return { rateMlPerHour: '0', stoppedAt: event.at }
    case 'adverse-effect':
      return { adverseEffects: [...(Array.isArray(session.adverseEffects) ? session.adverseEffects : []), event] }
    case 'no-adverse-effects':
      return Array.isArray(session.adverseEffects) ? {} : { adverseEffects: 'none' }
    case 'discharge-override':
      return { overrides: [...session.overrides, event] }
    case 'discharged':
      return { isDischarged: true }
    default:
      return {}
  }
}

/** Why an order was sent back: what the check-in found, or what somebody wrote. */
export const whySentBack = ({ why, reason = '' }: Pick<EventOf<'sent-back'>, 'why' | 'reason'>): readonly Said[] =>
  why ?? [asWritten(reason)]

/** Whether this order was sent back and no prescriber has let it stand since: only they clear it, and an order signed after it is another. */
export const isSentBack = ({ sentBack }: Pick<FoldedSession, 'sentBack'>, order: { id: string; signedAt: string }): boolean =>
  sentBack !== null &&
  (sentBack.orderId === undefined ? Date.parse(order.signedAt) <= Date.parse(sentBack.at) : sentBack.orderId === order.id)

/** Of some entries, named by their ids, the one that was written down last; null when none of them stands. */
export const newestEntered = ({ entries }: Pick<FoldedSession, 'entries'>, ids: readonly string[]): SessionEvent | null =>
  entries
    .map(({ event }) => event)
    .filter(({ id }) => ids.includes(id))
    .reduce<SessionEvent | null>(
      (last, next) => (last && Date.parse(last.enteredAt) > Date.parse(next.enteredAt) ? last : next),
      null,
    )

/** The entries of one kind, in order. */
export const entriesOf = <Kind extends SessionEvent['kind']>({ entries }: FoldedSession, kind: Kind): EventOf<Kind>[] =>
  entries.map(({ event }) => event).filter(isKind(kind))
