import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { dropMessages } from '../../platform/message.ts'
import { isChangeable } from './appointment.ts'
import { lockAppointment, setAppointmentState } from './store.ts'

/** Calls off an appointment inside the caller's own step: its time is free again and nothing more is sent about it. */
export const cancelAppointment = async (ctx: Ctx, tx: Tx, appointmentId: string) => {
  const appointment = await lockAppointment(tx, appointmentId)
  if (!appointment) throw new Problem('not-found', { appointmentId })
  const { id, personId, state } = appointment
  if (state === 'cancelled') return { id, personId }
  if (state !== 'booked') throw new Problem('appointment-over', { appointmentId })
  await setAppointmentState(tx, id, 'cancelled', ctx.now())
  await dropMessages(ctx, tx, id)
  return { id, personId }
}

/** Calls off a call at the person's own wish, up to its beginning. */
export const cancelCall = (ctx: Ctx, { appointmentId }: { appointmentId: string }) =>
  inOneStep(ctx, 'cancel-appointment', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (appointment?.kind !== 'call') throw new Problem('not-found', { appointmentId })
    const isStaff = ctx.actor.kind === 'staff'
    if (!isStaff && appointment.state !== 'cancelled' && !isChangeable(appointment, ctx.now()))
      throw new Problem('appointment-over', { appointmentId })
    return cancelAppointment(ctx, tx, appointmentId)
  })
