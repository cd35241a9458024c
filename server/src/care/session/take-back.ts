import { holdOn, offerOf, Problem, type SessionEvent, takenBackWith, wholeVisit } from '@dripline/clinical'
import { type Ctx, inOneStep, lockInOrder, type Tx } from '../../platform/context.ts'
import { setAppointmentState } from '../booking/store.ts'
import { takeBackAnswers } from '../screening/take-back-answers.ts'
import { answerOf, appendEvent, holdAny } from './append-event.ts'
import { dropTasksOf } from './drugs/drop-tasks.ts'
import { refuseAfterBooked } from './hold-pump.ts'
import { insertOffer } from './offer-store.ts'
import type { Session, SessionWithAnyOrder } from './session.ts'

/** `chairId`: where the right person sits, when that is known; their name is never written here. */
type TakeBack = { sessionId: string; reason: string; chairId: string | null }

/** Takes back an entry made on the wrong person: struck and readable here, offered for the right visit under its true time. */
export function takeBackEntry(ctx: Ctx, { eventId, ...sent }: TakeBack & { eventId: string }) {
  return inOneStep(ctx, 'take-back-entry', async (tx) => {
    const { session, order } = await holdAny(tx, sent.sessionId)
    const taken = takenBackWith(session.folded, eventId)
    if (taken.length === 0) throw new Problem('not-found', { eventId })
    return answerOf(session, ...(await strike(ctx, tx, { session, order }, taken, sent)))
  })
}

/** Takes back a visit that was opened for the wrong person: it stands as booked again, and what was charted is offered elsewhere. */
export function takeBackVisit(ctx: Ctx, sent: TakeBack) {
  return inOneStep(ctx, 'take-back-visit', async (tx) => {
    const held = await holdAny(tx, sent.sessionId)
    const { session } = held
    return answerOf(session, ...(await strike(ctx, tx, held, wholeVisit(session.folded), sent)))
  })
}

const pumped: readonly SessionEvent['kind'][] = ['started', 'rate-changed', 'paused', 'resumed', 'stopped']

async function strike(
  ctx: Ctx,
  tx: Tx,
  { session, order }: SessionWithAnyOrder,
  taken: readonly SessionEvent[],
  { reason, chairId }: TakeBack,
) {
  const hold = holdOn(session.events, taken)
  if (hold)
    throw new Problem(
      hold.code,
      { sessionId: session.id },
      hold.code === 'entry-held' ? hold.by.map((kind) => ({ field: kind, code: 'to-be-struck-first' })) : [],
    )
  if (taken.some(({ kind }) => pumped.includes(kind))) await refuseAfterBooked(tx, session, order.drugId)
  await takeBackAnswers(ctx, tx, session.personId, reason, writtenAt(taken, session))
  const strikes: SessionEvent[] = []
  for (const event of taken) {
    const amends = { eventId: event.id, reason }
    strikes.push(await appendEvent(ctx, tx, session, { kind: 'amended', because: 'wrong person' }, { at: event.at, amends }))
    const said = offerOf(event)
    if (said) await insertOffer(ctx, tx, { fromSessionId: session.id, fromEventId: event.id, chairId, said, at: event.at })
  }
  await dropTasksOf(ctx, tx, session, taken)
  await reopen(ctx, tx, session, taken)
  return strikes
}

/** Answers given at a check-in that is taken back were given by the other person: from the arrival to the check-in. */
function writtenAt(taken: readonly SessionEvent[], { folded }: Session): { from: Date; to: Date } | null {
  const asked = taken.filter(({ kind }) => kind === 'checked-in' || kind === 'sent-back' || kind === 'arrived')
  const arrived = folded.entries.find(({ event }) => event.kind === 'arrived')?.event
  if (asked.length === 0 || !arrived) return null
  const last = Math.max(...taken.map(({ enteredAt }) => Date.parse(enteredAt)))
  return { from: new Date(arrived.enteredAt), to: new Date(last) }
}

/** A visit that did not end is booked again. */
async function reopen(ctx: Ctx, tx: Tx, { appointmentId }: Session, taken: readonly SessionEvent[]) {
  if (!taken.some(({ kind }) => kind === 'left' || kind === 'cancelled')) return
  await lockInOrder(tx, [`appointment ${appointmentId}`])
  await setAppointmentState(tx, appointmentId, 'booked', ctx.now())
}
