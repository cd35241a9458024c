import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { type Appointment, isChangeable } from './appointment.ts'
import { findTime, type NewPlace } from './find-time.ts'
import { releaseHolds } from './hold-store.ts'
import { letterOfMove, refuseUnread } from './read-before.ts'
import { promiseLetters } from './reminders.ts'
import { countMoveByLink, lockAppointment, moveAppointmentTo } from './store.ts'

export type MoveAppointment = NewPlace & {
  appointmentId: string
  /** What somebody at the desk adds to the letter. */
  words?: string | undefined
  /** The mark of the letter that they read before; another one does not go. */
  seen?: string | undefined
}

/** A link moves its appointment so many times; after that a person does, on the phone. */
const MOST_MOVES_BY_LINK = 5

/** Moves a booked call or evaluation to another free time; the old one is free again, and one letter says so. */
export function moveAppointment(ctx: Ctx, { appointmentId, ...to }: MoveAppointment) {
  return inOneStep(ctx, 'move-appointment', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (!appointment || appointment.kind === 'infusion') throw new Problem('not-found', { appointmentId })
    return moveBooked(ctx, tx, appointment, to)
  })
}

/** Moves an appointment of any kind inside the caller's own step; where it stands already nothing happens. */
export const moveBooked = async (
  ctx: Ctx,
  tx: Tx,
  appointment: Appointment,
  { words, seen, ...to }: Omit<MoveAppointment, 'appointmentId'>,
) => {
  const { id, personId } = appointment
  refuseUnchangeable(appointment, ctx.now())
  const isSame =
    appointment.start.toISOString() === to.start &&
    (to.clinicianId ?? appointment.clinicianId) === appointment.clinicianId &&
    (to.chairId ?? appointment.chairId) === appointment.chairId
  if (isSame) return { id, personId, start: to.start, end: appointment.end.toISOString() }
  if (ctx.actor.kind === 'link' && (await countMoveByLink(tx, id)) > MOST_MOVES_BY_LINK)
    throw new Problem('moved-too-often', { appointmentId: id })
  const found = await findTime(ctx, tx, appointment, to)
  if (seen !== undefined) refuseUnread(await letterOfMove(ctx, tx, appointment, found, words ?? null), seen)
  await moveAppointmentTo(tx, id, { ...found, at: ctx.now() })
  await releaseHolds(tx, id, ctx.now())
  // Another chair or another voice at the same time changes nothing for the person who comes.
  const isFelt = found.start.getTime() !== appointment.start.getTime()
  if (isFelt) await promiseLetters(ctx, tx, id, found.start, words ?? null)
  return { id, personId, start: found.start.toISOString(), end: found.end.toISOString() }
}

/** Refuses with `appointment-over` what has begun or is no longer booked. */
export const refuseUnchangeable = (appointment: Appointment, now: Date): void => {
  if (!isChangeable(appointment, now)) throw new Problem('appointment-over', { appointmentId: appointment.id })
}
