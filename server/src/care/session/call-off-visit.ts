import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { cancelAppointment, type Telling } from '../booking/cancel-appointment.ts'
import { closeAppointment } from '../booking/close-appointment.ts'
import { visitToCome } from './visit-to-come.ts'

/** Cancels an infusion visit before anybody has arrived; its chair is open again and the patient is told. The order waits for a new day. */
export function callOffVisit(ctx: Ctx, { appointmentId, ...telling }: Telling & { appointmentId: string }) {
  return inOneStep(ctx, 'call-off-visit', async (tx) => {
    const visit = await visitToCome(tx, appointmentId)
    return cancelAppointment(ctx, tx, visit.id, telling)
  })
}

/** Says that a patient did not come. Problem `time-not-possible` before the visit was due. */
export function missVisit(ctx: Ctx, { appointmentId }: { appointmentId: string }) {
  return inOneStep(ctx, 'miss-visit', async (tx) => {
    const visit = await visitToCome(tx, appointmentId)
    if (visit.start > ctx.now()) throw new Problem('time-not-possible', { appointmentId })
    return closeAppointment(ctx, tx, appointmentId, 'missed')
  })
}
