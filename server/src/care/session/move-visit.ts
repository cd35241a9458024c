import { type Ctx, inOneStep } from '../../platform/context.ts'
import { type HoldTime, holdFor } from '../booking/hold-time.ts'
import { type MoveAppointment, moveBooked } from '../booking/move-appointment.ts'
import { refuseOutsideOrder, visitToCome } from './visit-to-come.ts'

/** Moves an infusion visit to another time or chair of the day its order is signed for; whoever comes is told of another time. */
export function moveVisit(ctx: Ctx, { appointmentId, ...to }: MoveAppointment) {
  return inOneStep(ctx, 'move-visit', async (tx) => {
    const visit = await visitToCome(tx, appointmentId)
    await refuseOutsideOrder(tx, appointmentId, to.start)
    return moveBooked(ctx, tx, visit, to)
  })
}

/** Holds a time for an infusion visit and shows the letter; nothing has moved yet. */
export function holdVisit(ctx: Ctx, { appointmentId, ...to }: HoldTime) {
  return inOneStep(ctx, 'hold-visit', async (tx) => {
    const visit = await visitToCome(tx, appointmentId)
    await refuseOutsideOrder(tx, appointmentId, to.start)
    return holdFor(ctx, tx, visit, to)
  })
}
