import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { dropMessages } from '../../platform/message.ts'
import { isChangeable } from './appointment.ts'
import { callCalendar } from './calendars.ts'
import { clinicianTime } from './clinician-time.ts'
import { promiseLetters } from './reminders.ts'
import { callerOf, lockAppointment, moveAppointmentTo } from './store.ts'
import { refuseElsewhere } from './take-time.ts'

/** Moves a booked call to another free time; the old one is free again, and the letters follow. */
export const moveAppointment = (ctx: Ctx, { appointmentId, start }: { appointmentId: string; start: string }) =>
  inOneStep(ctx, 'move-appointment', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (appointment?.kind !== 'call') throw new Problem('not-found', { appointmentId })
    if (!isChangeable(appointment, ctx.now())) throw new Problem('appointment-over', { appointmentId })
    const { id, personId } = appointment
    if (appointment.start.toISOString() === start) return { id, personId, start, end: appointment.end.toISOString() }
    const { state } = await callerOf(tx, personId)
    const { clinicianId, end } = await clinicianTime(ctx, tx, () => callCalendar(ctx, tx, state), start)
    await refuseElsewhere(tx, { personId, start: new Date(start), end: new Date(end), exceptId: id })

    await moveAppointmentTo(tx, id, { start: new Date(start), end: new Date(end), clinicianId, chairId: null, at: ctx.now() })
    await dropMessages(ctx, tx, id)
    await promiseLetters(ctx, tx, id, new Date(start))
    return { id, personId, start, end }
  })
