import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { callOfAppointment, insertCall } from './call-store.ts'
import { lockAppointment } from './store.ts'

/** Opens the call of an appointment; opened already, it is the same call. Who was missed may be rung again. */
export const startCall = (ctx: Ctx, { appointmentId }: { appointmentId: string }) =>
  inOneStep(ctx, 'start-call', async (tx) => {
    const { id: startedBy } = staffOf(ctx)
    const appointment = await lockAppointment(tx, appointmentId)
    if (appointment?.kind !== 'call') throw new Problem('not-found', { appointmentId })
    const open = await callOfAppointment(tx, appointmentId)
    if (open) return { id: open.id, appointmentId, personId: open.personId, startedAt: open.startedAt.toISOString() }
    if (appointment.state !== 'booked' && appointment.state !== 'missed') throw new Problem('appointment-over', { appointmentId })

    const call = { id: ctx.newId(), appointmentId, personId: appointment.personId, startedBy, startedAt: ctx.now() }
    await insertCall(tx, call)
    return { ...call, startedAt: call.startedAt.toISOString() }
  })
