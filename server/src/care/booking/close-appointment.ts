import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { dropMessages, promiseMessage } from '../../platform/message.ts'
import { lockAppointment, setAppointmentState } from './store.ts'

/** Says inside the caller's own step that an appointment was kept or missed. */
export const closeAppointment = async (ctx: Ctx, tx: Tx, appointmentId: string, state: 'done' | 'missed') => {
  const appointment = await lockAppointment(tx, appointmentId)
  if (!appointment) throw new Problem('not-found', { appointmentId })
  const { id, personId } = appointment
  if (appointment.state === state) return { id, personId }
  // Who was missed may still ring back.
  const isPossible = appointment.state === 'booked' || (appointment.state === 'missed' && state === 'done')
  if (!isPossible) throw new Problem('appointment-over', { appointmentId })
  await setAppointmentState(tx, id, state, ctx.now())
  await dropMessages(ctx, tx, id)
  return { id, personId }
}

/** Says that nobody answered, or nobody came; a letter offers another time. Problem `time-not-possible` before the call was due. */
export function missCall(ctx: Ctx, { appointmentId }: { appointmentId: string }) {
  return inOneStep(ctx, 'miss-call', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (!appointment || appointment.kind === 'infusion') throw new Problem('not-found', { appointmentId })
    if (appointment.start > ctx.now()) throw new Problem('time-not-possible', { appointmentId })
    const closed = await closeAppointment(ctx, tx, appointmentId, 'missed')
    await promiseMessage(ctx, tx, { kind: 'appointment-missed', aboutId: appointmentId, dueAt: ctx.now() })
    return closed
  })
}

/** Says that an evaluation was held. Problem `time-not-possible` before it was due. */
export function keepEvaluation(ctx: Ctx, { appointmentId }: { appointmentId: string }) {
  return inOneStep(ctx, 'keep-evaluation', async (tx) => {
    const appointment = await lockAppointment(tx, appointmentId)
    if (appointment?.kind !== 'evaluation') throw new Problem('not-found', { appointmentId })
    if (appointment.start > ctx.now()) throw new Problem('time-not-possible', { appointmentId })
    return closeAppointment(ctx, tx, appointmentId, 'done')
  })
}
