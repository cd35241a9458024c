import { hoursAfter, Problem, type Protocol, protocolOf, visitMinutes } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import type { Appointment } from '../booking/appointment.ts'
import { bookAppointment } from '../booking/book-appointment.ts'
import { lineForVisit } from '../booking/line-calendar.ts'
import { moveBooked } from '../booking/move-appointment.ts'
import { lockAppointment, setAppointmentState } from '../booking/store.ts'
import { asNeededOf, insertAsNeeded } from './as-needed-store.ts'
import { dayOfVisit, inputsFor } from './freeze.ts'
import type { RenewalSent } from './plan.ts'
import { readyToSign } from './ready-to-sign.ts'
import { refuseLines } from './refuse-lines.ts'
import { capOf, hoursFrom } from './sign-plan.ts'
import { closureOf, insertOrder, orderById, ordersOf, planOf } from './store.ts'
import { isHere } from './visit-log.ts'

type Renewal = RenewalSent & { orderId: string }

/** Signs an order anew, for another weight or another day; the one it replaces stays readable and is no longer followed. */
export function renewOrder(ctx: Ctx, { orderId, dose, visit, acknowledged, confirmed = [], asNeeded }: Renewal) {
  return inOneStep(ctx, 'renew-order', async (tx) => {
    await demandRight(ctx, tx, 'sign-order')
    const { id: signedBy } = staffOf(ctx)
    const { order, planned, inForce } = await renewable(tx, orderId)
    const { planId, personId, number } = order
    if (dose.protocolId !== planned.id)
      throw new Problem('not-valid', {}, [
        { field: 'dose.protocolId', code: 'one-of-values', params: { values: [planned.id] }, value: dose.protocolId },
      ])
    const standing = await standingVisit(tx, order)
    const start = visit?.start ?? standing?.start.toISOString()
    if (start === undefined) throw new Problem('not-valid', {}, [{ field: 'visit', code: 'new-date-and-chair' }])
    const plannedHours = refuseSpacing(start, number, inForce, planned)
    const asked = {
      personId,
      dose,
      acknowledged,
      confirmed,
      at: { number, toCome: planned.sessions - number + 1, start, plannedHours },
    }
    const { person, zone, protocol, sum, weightAt } = await readyToSign(ctx, tx, asked)

    if (visit && standing && (await isHere(tx, standing.id))) throw new Problem('wrong-state', { appointmentId: standing.id })
    const appointmentId = visit ? await moved(ctx, tx, personId, protocol, visit, standing) : order.appointmentId
    const lines = asNeeded ?? (await linesAgain(tx, orderId))
    if (asNeeded) await refuseLines(ctx, tx, asNeeded, acknowledged)
    const id = ctx.newId()
    const place = { planId, personId, number, appointmentId, replacesId: orderId, ...dayOfVisit(start, zone) }
    await insertOrder(ctx, tx, {
      id,
      ...place,
      sum,
      inputs: inputsFor(sum, person, ctx.now(), zone),
      weightAt,
      signedBy,
      capMgPerHour: capOf(protocol),
      drugId: protocol.gives.drug,
    })
    await insertAsNeeded(ctx, tx, id, lines, signedBy)
    return { orderId: id, replacesId: orderId, planId, personId }
  })
}

/** An order in force of a course that goes on, with the others beside it. */
const renewable = async (tx: Tx, orderId: string) => {
  const order = await orderById(tx, orderId)
  const plan = order && (await planOf(tx, order.planId))
  const planned = plan && protocolOf(plan.protocolId)
  if (!order || !planned) throw new Problem('not-found', { orderId })
  if (await closureOf(tx, order.planId)) throw new Problem('wrong-state', { planId: order.planId })
  const inForce = await ordersOf(tx, order.planId)
  if (!inForce.some(({ id }) => id === orderId)) throw new Problem('order-sent-back', { orderId })
  return { order, planned, inForce }
}

/** The order's visit while it is still booked; one that is over cannot be ordered anew. */
const standingVisit = async (tx: Tx, { id, appointmentId }: { id: string; appointmentId: string | null }) => {
  const visit = appointmentId === null ? undefined : await lockAppointment(tx, appointmentId)
  if (visit?.state === 'done') throw new Problem('appointment-over', { orderId: id })
  return visit?.state === 'booked' ? visit : null
}

type Neighbour = { number: number; visitAt: Date | null; minutes: number }

/** Hours from the end of the session before to this one, or null for the first; too near to either neighbour is refused. */
export const refuseSpacing = (start: string, number: number, orders: readonly Neighbour[], { spacing, block }: Protocol) => {
  const at = (other: number) => orders.find((each) => each.number === other)
  const [before, after] = [at(number - 1), at(number + 1)]
  const near = (hours: number) => hours < spacing.leastHours
  const tooSoon = before?.visitAt && near(hoursFrom(before.visitAt.toISOString(), start))
  const tooLate = after?.visitAt && near(hoursFrom(start, after.visitAt.toISOString()))
  if (tooSoon || tooLate) {
    const side = tooSoon ? 'after' : 'before'
    throw new Problem('not-valid', {}, [
      { field: 'visit.start', code: 'hours-at-side', params: { leastHours: spacing.leastHours, side }, value: start },
    ])
  }
  if (!before?.visitAt) return null
  return hoursAfter({ start: before.visitAt.toISOString(), minutes: before.minutes }, start, block.prepareMinutes)
}

type Visit = NonNullable<RenewalSent['visit']>

const moved = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  protocol: Protocol,
  { start, chairId }: Visit,
  from: Appointment | null,
) => {
  // A visit that is still to come stays one entry in everybody's calendar.
  if (from && from.start > ctx.now())
    return (await moveBooked(ctx, tx, from, { start, ...(chairId !== undefined && { chairId }) })).id
  if (from) await setAppointmentState(tx, from.id, 'missed', ctx.now())
  const line = await lineForVisit(ctx, tx, { protocolId: protocol.id, neededMinutes: visitMinutes(protocol), isFluid: false })
  const booked = await bookAppointment(ctx, tx, { personId, start, ...line, ...(chairId !== undefined && { chairId }) })
  return booked.id
}

const linesAgain = async (tx: Tx, orderId: string) =>
  (await asNeededOf(tx, orderId)).map(({ id: _id, signedBy: _by, signedAt: _at, ...line }) => line)
