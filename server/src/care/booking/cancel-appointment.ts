import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { isChangeable } from './appointment.ts'
import { releaseHolds } from './hold-store.ts'
import { tell } from './reminders.ts'
import { lockAppointment, setAppointmentState } from './store.ts'

/** Cancels an appointment inside the caller's own step: its time is free again, and whoever knew of it is told once. */
export const cancelAppointment = async (ctx: Ctx, tx: Tx, appointmentId: string, words: string | null = null) => {
  const appointment = await lockAppointment(tx, appointmentId)
  if (!appointment) throw new Problem('not-found', { appointmentId })
  const { id, personId, state } = appointment
  if (state === 'cancelled') return { id, personId }
  if (state !== 'booked') throw new Problem('appointment-over', { appointmentId })
  await setAppointmentState(tx, id, 'cancelled', ctx.now())
  await releaseHolds(tx, id, ctx.now())
  await tell(ctx, tx, id, words)
  return { id, personId }
}

/** Cancels a call or an evaluation: the person themselves up to its beginning, staff also after it. */
export function cancelCall(ctx: Ctx, { appointmentId, words }: { appointmentId: string; words?: string | undefined }) {
  return inOneStep(ctx, 'cancel-appointment', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (!appointment || appointment.kind === 'infusion') throw new Problem('not-found', { appointmentId })
    const isStaff = ctx.actor.kind === 'staff'
    if (!isStaff && appointment.state !== 'cancelled' && !isChangeable(appointment, ctx.now()))
      throw new Problem('appointment-over', { appointmentId })
    return cancelAppointment(ctx, tx, appointmentId, words ?? null)
  })
}
