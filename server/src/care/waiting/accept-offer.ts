import { Problem } from '@dripline/clinical'
import { type Ctx, inClinic, inOneStep, lockInOrder, type Tx } from '../../platform/context.ts'
import { linkedRecord } from '../../platform/link.ts'
import { dropMessages } from '../../platform/message.ts'
import { showsNobody } from '../../platform/shown.ts'
import { bookTime } from '../booking/book-for-person.ts'
import { findTime } from '../booking/find-time.ts'
import { inTurn } from '../booking/in-turn.ts'
import { moveBooked } from '../booking/move-appointment.ts'
import { rebookAppointment } from '../booking/rebook-store.ts'
import { appointmentLink, promiseLetters } from '../booking/reminders.ts'
import { bookedBy, lockAppointment } from '../booking/store.ts'
import { visitAgain } from '../planning/visit-again.ts'
import { tellGone } from './offer-free-times.ts'
import { insertDeclined, insertFreedEnd, offerOf } from './offer-store.ts'
import { endOf, insertEnd, waitingOf } from './store.ts'
import { type Offer, standingOf, type Waiting } from './waiting.ts'

export type Accepted = { offerId: string; personId: string; appointmentId: string; start: string }

/**
 * Takes the time of an offer by its own link: the first to accept has it, by the key of what became of the time, and everybody else is told
 * once. The booking is like every other, with its letter and reminders. Problem `offer-gone` when somebody was first or it has ended.
 */
export async function acceptOffer(ctx: Ctx): Promise<Accepted> {
  const offerId = linkedRecord(ctx, 'offer')
  const { freedTimeId } = await inClinic(ctx, 'find-offer', async (tx) => showsNobody(await offerIn(tx, offerId)))
  // Whoever wants what others want too waits here, without a connection.
  return inTurn(`${ctx.clinicId} free time ${freedTimeId}`, () =>
    inOneStep(ctx, 'accept-offer', (tx) => accept(ctx, tx, offerId)),
  )
}

const offerIn = async (tx: Tx, offerId: string): Promise<Offer> => {
  const offer = await offerOf(tx, offerId)
  if (!offer) throw new Problem('not-found', { offerId })
  return offer
}

const accept = async (ctx: Ctx, tx: Tx, offerId: string): Promise<Accepted> => {
  const { freedTimeId } = await offerIn(tx, offerId)
  await lockInOrder(tx, [`free time ${freedTimeId}`])
  const offer = await offerIn(tx, offerId)
  const waiting = await waitingOf(tx, offer.waitingId)
  if (!waiting) throw new Problem('not-found', { offerId })
  const start = offer.start.toISOString()
  const isWaiting = (await endOf(tx, waiting.id)) === undefined && waiting.until > ctx.now()
  const standing = standingOf(offer, isWaiting, ctx.now())
  if (standing === 'taken') return { offerId, personId: waiting.whose, appointmentId: offer.ended?.appointmentId ?? '', start }
  if (standing !== 'open' && standing !== 'declined') throw new Problem('offer-gone', { offerId })

  const appointmentId = await asGone(offerId, () => book(ctx, tx, waiting, start))
  await appointmentLink(ctx, tx, appointmentId)
  const at = ctx.now()
  const first = await insertFreedEnd(tx, { freedTimeId, why: 'taken', offerId, appointmentId, endedAt: at })
  if (!first) throw new Problem('offer-gone', { offerId })
  await insertEnd(tx, { waitingId: waiting.id, why: 'booked', appointmentId, endedAt: at, endedBy: null })
  await dropMessages(ctx, tx, waiting.id)
  await tellGone(ctx, tx, freedTimeId, offerId)
  return { offerId, personId: waiting.whose, appointmentId, start }
}

// That nobody is free at that time any more is said as what it is to whoever was offered it.
const asGone = async <T>(offerId: string, deed: () => Promise<T>): Promise<T> => {
  try {
    return await deed()
  } catch (error) {
    const isGone = error instanceof Problem && (error.code === 'slot-taken' || error.code === 'not-valid')
    throw isGone ? new Problem('offer-gone', { offerId }) : error
  }
}

/** Books by the verbs and guards of any other booking; what stands booked of the same kind moves, and stays one entry in the calendar. */
const book = async (ctx: Ctx, tx: Tx, { service, place, orderId, whose }: Waiting, start: string): Promise<string> => {
  if (service === 'infusion') return bookAgain(ctx, tx, orderId ?? '', start)
  const ahead = await bookedBy(tx, { personId: whose, start: ctx.now(), end: new Date(8.64e15) })
  const same = ahead.find((each) => each.kind === service && each.start > new Date(start))
  if (!same) {
    const kind = service
    return (await bookTime(ctx, tx, { personId: whose, kind, ...(place !== null && { place }), start })).id
  }
  const standing = await lockAppointment(tx, same.id)
  if (standing) await moveBooked(ctx, tx, standing, { start })
  return same.id
}

const bookAgain = async (ctx: Ctx, tx: Tx, orderId: string, start: string): Promise<string> => {
  const { visit } = await visitAgain(ctx, tx, orderId, start)
  const standing = await lockAppointment(tx, visit.id)
  if (standing?.state !== 'cancelled') throw new Problem('wrong-state', { orderId })
  const found = await findTime(ctx, tx, standing, { start })
  await rebookAppointment(tx, visit.id, { ...found, at: ctx.now() })
  await promiseLetters(ctx, tx, visit.id, found.start)
  return visit.id
}

/** Says by its own link that a time does not suit; whoever says so stays on the list. */
export function declineOffer(ctx: Ctx) {
  return inOneStep(ctx, 'decline-offer', async (tx) => {
    const offerId = linkedRecord(ctx, 'offer')
    const { waitingId, ended } = await offerIn(tx, offerId)
    const waiting = await waitingOf(tx, waitingId)
    if (!waiting) throw new Problem('not-found', { offerId })
    if (ended === null) await insertDeclined(tx, offerId, ctx.now())
    return { offerId, personId: waiting.whose }
  })
}
