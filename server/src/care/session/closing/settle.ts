import { type Fault, Problem, sayPhone } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../../platform/context.ts'
import { refusedAmong } from '../../../platform/refused-address.ts'
import { cancelAppointment } from '../../booking/cancel-appointment.ts'
import { findTime } from '../../booking/find-time.ts'
import { releaseHolds } from '../../booking/hold-store.ts'
import { moveBooked } from '../../booking/move-appointment.ts'
import { lockAppointment, moveAppointmentTo } from '../../booking/store.ts'
import { refuseOutsideOrder } from '../visit-to-come.ts'
import type { Deciding, Decision } from './deciding.ts'
import { lockPlaces, mayKeep, type Touched, touchedBy } from './touched.ts'

/**
 * Changes the clinic and settles every booking the change touches, in one step. Refuses with `bookings-touched` until somebody has said of
 * each what becomes of it; a time that goes or moves is told to whoever comes, once, with its calendar file.
 */
export function changeAndSettle<T extends object>(ctx: Ctx, verb: string, deciding: Deciding, change: (tx: Tx) => Promise<T>) {
  return inOneStep(ctx, verb, async (tx) => {
    await lockPlaces(tx)
    const { done, touched } = await touchedBy(ctx, tx, () => change(tx))
    const decided = new Map((deciding.decided ?? []).map((each) => [each.appointmentId, each]))
    refuseUndecided(touched, decided)
    const became = []
    for (const each of touched) {
      const decision = decided.get(each.booked.id)
      if (decision) became.push(await settle(ctx, tx, each, decision, deciding.words ?? null))
    }
    return { ...done, became }
  })
}

/** Refuses a change while a booking that it touches has no answer, or one that cannot be; each is named by its id. */
const refuseUndecided = (touched: readonly Touched[], decided: ReadonlyMap<string, Decision>): void => {
  const faults = touched.flatMap(({ booked: { id }, whys }): Fault[] => {
    const decision = decided.get(id)
    const at = { field: 'decided', value: id }
    if (decision === undefined) return [{ ...at, code: 'what-becomes-of-this-booking', params: { whys } }]
    if (decision.becomes === 'kept' && !mayKeep(whys)) return [{ ...at, code: 'not-to-keep-it', params: { whys } }]
    const lacksTime = decision.becomes === 'moved' && decision.start === undefined
    return lacksTime ? [{ ...at, code: 'time-it-moves-to' }] : []
  })
  if (faults.length > 0) throw new Problem('bookings-touched', { bookings: touched.length }, faults)
}

const settle = async (ctx: Ctx, tx: Tx, { booked, whys }: Touched, { becomes, start }: Decision, words: string | null) => {
  const { id } = booked
  const appointment = await lockAppointment(tx, id)
  if (!appointment) throw new Problem('not-found', { appointmentId: id })
  if (becomes === 'canceled') await cancelAppointment(ctx, tx, id, { words })
  if (becomes === 'passed on') {
    const found = await findTime(ctx, tx, appointment, { start: appointment.start.toISOString() })
    await moveAppointmentTo(tx, id, { ...found, at: ctx.now() })
    await releaseHolds(tx, id, ctx.now())
  }
  if (becomes === 'moved' && start !== undefined) {
    if (appointment.kind === 'infusion') await refuseOutsideOrder(tx, id, start)
    await moveBooked(ctx, tx, appointment, { start, ...(words !== null && { words }) })
  }
  await tx.db
    .insertInto('touchedBooking')
    .values({
      clinicId: tx.clinicId,
      id: ctx.newId(),
      appointmentId: id,
      whys,
      became: becomes,
      saidAt: ctx.now(),
      saidBy: staffOf(ctx).id,
    })
    .execute()
  const isFelt = becomes === 'canceled' || becomes === 'moved'
  const isRefused = (await refusedAmong(tx, [booked.email])).has(booked.email)
  return {
    appointmentId: id,
    personId: booked.whose,
    name: booked.name,
    phone: sayPhone(booked.phone),
    dial: booked.phone,
    became: becomes,
    start: start ?? booked.start.toISOString(),
    /** Who hears of it how: by the letter that is on its way, by our phone because letters come back, or nobody needs to. */
    told: isFelt ? (isRefused ? ('call' as const) : ('letter' as const)) : ('nobody' as const),
  }
}
