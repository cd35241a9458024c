import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { isChangeable } from './appointment.ts'
import { releaseHolds } from './hold-store.ts'
import { letterOfCancel, refuseUnread } from './read-before.ts'
import { tell } from './reminders.ts'
import { lockAppointment, setAppointmentState } from './store.ts'

export type Telling = {
  words?: string | null | undefined
  /** The mark of the letter that was read before; another one does not go. */
  seen?: string | undefined
}

/** Cancels an appointment inside the caller's own step: its time is free again, and whoever knew of it is told once. */
export const cancelAppointment = async (ctx: Ctx, tx: Tx, appointmentId: string, { words = null, seen }: Telling = {}) => {
  const appointment = await lockAppointment(tx, appointmentId)
  if (!appointment) throw new Problem('not-found', { appointmentId })
  const { id, personId, state } = appointment
  if (state === 'cancelled') return { id, personId }
  if (state !== 'booked') throw new Problem('appointment-over', { appointmentId })
  if (seen !== undefined) refuseUnread(await letterOfCancel(ctx, tx, appointment, words), seen)
  await setAppointmentState(tx, id, 'cancelled', ctx.now(), ctx.actor.kind === 'link' ? 'caller' : 'clinic')
  await releaseHolds(tx, id, ctx.now())
  await tell(ctx, tx, id, words)
  return { id, personId }
}

/** Cancels a call or an evaluation: the person themselves up to its beginning, staff also after it. */
export function cancelCall(ctx: Ctx, { appointmentId, ...telling }: Telling & { appointmentId: string }) {
  return inOneStep(ctx, 'cancel-appointment', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (!appointment || appointment.kind === 'infusion') throw new Problem('not-found', { appointmentId })
    const isStaff = ctx.actor.kind === 'staff'
    if (!isStaff && appointment.state !== 'cancelled' && !isChangeable(appointment, ctx.now()))
      throw new Problem('appointment-over', { appointmentId })
    return cancelAppointment(ctx, tx, appointmentId, telling)
  })
}

/** The letter that a cancellation with these words would send now; nothing is canceled yet. */
export function readCancel(ctx: Ctx, { appointmentId, words }: { appointmentId: string; words?: string | undefined }) {
  return inOneStep(ctx, 'read-cancel', async (tx) => {
    staffOf(ctx)
    const appointment = await lockAppointment(tx, appointmentId)
    if (!appointment) throw new Problem('not-found', { appointmentId })
    if (appointment.state !== 'booked') throw new Problem('appointment-over', { appointmentId })
    const letter = await letterOfCancel(ctx, tx, appointment, words ?? null)
    return { appointmentId, personId: appointment.personId, letter }
  })
}
