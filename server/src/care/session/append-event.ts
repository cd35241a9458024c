import {
  actOf,
  administrationOf,
  carryOn,
  drugOf,
  type EventBody,
  entryShape,
  type Fault,
  faultSaid,
  foldedAt,
  isControlled,
  mayAppendTo,
  Problem,
  type SessionEvent,
  saysNothing,
} from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../platform/context.ts'
import { inForceOf, isForPump, ordersOfVisit, signedBefore, type VisitOrders } from '../planning/store.ts'
import { nowIn } from './now-in.ts'
import { keepOnePlace } from './one-place.ts'
import { isSpent, type Pass } from './pass.ts'
import type { Session, SessionWithAnyOrder, SessionWithOrder } from './session.ts'
import { insertEvent, lockSession } from './store.ts'

export type Stamp = {
  at?: string | undefined
  by?: string
  amends?: { eventId: string; reason: string }
  pass?: Pass
  /** The id its author gave it, with the hash of what they sent. */
  own?: { id: string; sentHash: string | null } | null
}

/**
 * An entry as it would stand next in a session's log, judged in the place where it says it happened. An act that has gates is taken only
 * with the pass that its gates gave in this step; what corrects an entry says what happened, and has none.
 */
export function judged(ctx: Ctx, session: Session, said: EventBody, stamp: Stamp = {}): SessionEvent {
  const now = nowIn(ctx, session)
  const clock = ctx.stamp()
  const { at = now, by = staffOf(ctx).id, amends, pass, own } = stamp
  const act = actIn(session, said, stamp.at)
  if (!amends && isGatedIn(session, act) && !isSpent(pass, act, session.id))
    throw new TypeError(`The act ${act} was about to be written without its gates.`)
  if (!amends) refuseUnbooked(session, said)
  const event: SessionEvent = {
    ...asEventBody(said),
    id: own?.id ?? ctx.newId(),
    at: new Date(at).toISOString(),
    enteredAt: now,
    by,
    ...(amends && { amends }),
    seq: (session.events.at(-1)?.seq ?? 0) + 1,
    ...(clock && { clock }),
  }
  if (saysNothing(event)) throw new Problem('not-valid', {}, [{ field: 'entry', code: 'at-least-one-value' }])
  const code = mayAppendTo(session.kept, event, now)
  if (code)
    throw new Problem(
      code,
      { sessionId: session.id },
      code === 'time-not-possible' ? [{ field: 'at', code: 'time-at-which-this-could-have', value: at }] : [],
    )
  return event
}

/** The act that an entry is: an administration's own by its name, any other by what it does. */
const actIn = ({ folded, events }: Session, said: EventBody, at: string | undefined): string =>
  said.kind === 'act' ? said.act : actOf(said, at === undefined ? folded : foldedAt(events, at))

/** An act that begins to give a controlled drug says what it wrote into the drug book. */
const refuseUnbooked = ({ folded: { gives } }: Session, said: EventBody): void => {
  if (said.kind !== 'act' || said.booked || !administrationOf(gives.by)?.acts[said.act]?.begins) return
  const drug = drugOf(gives.drug)
  if (!drug || isControlled(drug)) throw new TypeError(`The act ${said.act} was about to give ${gives.drug} past the drug book.`)
}

const isGatedIn = ({ folded }: Session, act: string): boolean => (administrationOf(folded.gives.by)?.gates[act] ?? []).length > 0

/** Adds one entry to a held session, once it is judged. */
export const appendEvent = async (
  ctx: Ctx,
  tx: Tx,
  session: Session,
  said: EventBody,
  stamp: Stamp = {},
): Promise<SessionEvent> => {
  const event = judged(ctx, session, said, stamp)
  await insertEvent(tx, session.id, event, roundOf(session, event), stamp.own?.sentHash)
  session.events.push(event)
  session.kept = carryOn(session.kept, event)
  await keepOnePlace(tx, session, event)
  return event
}

const once: readonly SessionEvent['kind'][] = ['arrived', 'started', 'stopped', 'recovering', 'left', 'cancelled']

/** How often it was written here before: taken back since, or, a stop, followed by a pump that was found to run. */
export const roundOf = ({ events }: { events: readonly SessionEvent[] }, { kind }: SessionEvent) =>
  once.includes(kind) ? events.filter((event) => event.kind === kind && !event.amends).length : 0

const writable = entryShape()

// What is appended stays for good, so nothing goes in that could not be or could not be read back.
const asEventBody = (said: EventBody): EventBody => {
  const { data, error } = writable.safeParse(said)
  if (data) return data
  const faults: Fault[] = error.issues.map(({ path, message }) => ({ ...faultSaid(message), field: path.join('.') }))
  throw new Problem('not-valid', {}, faults)
}

/** The session, held. */
export const holdVisit = async (tx: Tx, sessionId: string): Promise<Session> => {
  const session = await lockSession(tx, sessionId)
  if (!session) throw new Problem('not-found', { sessionId })
  return session
}

/** The session, held, with the order in force for it; once it has begun, the order it began with. */
export const holdAny = async (tx: Tx, sessionId: string): Promise<SessionWithAnyOrder> => {
  const session = await holdVisit(tx, sessionId)
  const order = await orderFollowed(tx, session)
  if (!order) throw new Problem('not-found', { sessionId })
  return { session, order }
}

/** The same for an act at a pump: a visit in which something else is given has none. */
export const holdSession = async (tx: Tx, sessionId: string): Promise<SessionWithOrder> => {
  const { session, order } = await holdAny(tx, sessionId)
  if (!isForPump(order)) throw new Problem('wrong-state', { sessionId })
  return { session, order }
}

/** A renewal after the start is for another day: what this visit followed stays what it was. */
export const orderFollowed = async (tx: Tx, session: Session) => followedOf(await ordersOfVisit(tx, session), session)

/** The same of the visit's orders. */
export const followedOf = (line: VisitOrders, { folded: { startedAt } }: Pick<Session, 'folded'>) =>
  startedAt ? signedBefore(line, new Date(startedAt)) : inForceOf(line)

/** What a step on a session answers, and what its audit line is about. */
export const answerOf = ({ id, personId }: Session, ...events: readonly SessionEvent[]) => ({
  sessionId: id,
  personId,
  eventIds: events.map((event) => event.id),
})
