import { Problem, visitMinutes } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { bookAppointment } from '../booking/book-appointment.ts'
import { appointmentOf, setAppointmentState } from '../booking/store.ts'
import { personOf, zoneOf } from '../people/store.ts'
import { acceptanceOf } from '../screening/store.ts'
import { dayOfVisit, inputsFor } from './freeze.ts'
import type { RenewalSent } from './plan.ts'
import { findingsToSign } from './sign-plan.ts'
import { insertOrder, orderById, ordersOf, planOf } from './store.ts'
import { refuseUnchecked, workOut } from './work-out.ts'

/** Signs an order anew, for another weight or another day; the one it replaces stays readable and is no longer followed. */
export const renewOrder = (ctx: Ctx, { orderId, dose, visit, acknowledged }: RenewalSent & { orderId: string }) =>
  inOneStep(ctx, 'renew-order', async (tx) => {
    const { id: signedBy } = staffOf(ctx)
    const order = await orderById(tx, orderId)
    const plan = order && (await planOf(tx, order.planId))
    const person = order && (await personOf(tx, order.personId))
    if (!order || !plan || !person) throw new Problem('not-found', { orderId })
    if (!(await ordersOf(tx, order.planId)).some(({ id }) => id === orderId)) throw new Problem('order-sent-back', { orderId })
    if (dose.protocolId !== plan.protocolId)
      throw new Problem('not-valid', {}, [{ field: 'dose.protocolId', expected: plan.protocolId, value: dose.protocolId }])
    const zone = await zoneOf(tx)
    const { protocol, sum } = workOut(dose, {
      body: person,
      now: ctx.now(),
      zone,
      isFirstDose: order.number === 1,
      hoursSinceLastDose: null,
    })
    const acceptance = await acceptanceOf(tx, order.personId, plan.indication)
    await findingsToSign(ctx, tx, order.personId, zone, acceptance?.overrides ?? [], acknowledged)
    refuseUnchecked(sum, acknowledged)

    const place = await placeOf(ctx, tx, order, visitMinutes(protocol), visit)
    const id = ctx.newId()
    await insertOrder(ctx, tx, {
      id,
      planId: order.planId,
      personId: order.personId,
      number: order.number,
      appointmentId: place.appointmentId,
      replacesId: orderId,
      ...dayOfVisit(place.start, zone),
      sum,
      inputs: inputsFor(order.planId, sum, person, ctx.now()),
      weightAt: new Date(dose.weightAt),
      signedBy,
      capMgPerHour: protocol.cap?.unit === 'mg/h' ? protocol.cap.amount : null,
    })
    return { orderId: id, replacesId: orderId, planId: order.planId, personId: order.personId }
  })

type Placed = { personId: string; appointmentId: string | null }

/** Where the renewed session takes place: as before, or at a new time, and then the old one is given back. */
const placeOf = async (ctx: Ctx, tx: Tx, { personId, appointmentId }: Placed, minutes: number, visit: RenewalSent['visit']) => {
  const before = appointmentId === null ? undefined : await appointmentOf(tx, appointmentId)
  if (!visit) {
    if (!before) throw new Problem('not-valid', {}, [{ field: 'visit', expected: 'a date and a chair' }])
    return { appointmentId: before.id, start: before.start.toISOString() }
  }
  if (before) await setAppointmentState(tx, before.id, 'cancelled', ctx.now())
  const { start, chairId } = visit
  const booked = await bookAppointment(ctx, tx, { personId, start, minutes, ...(chairId !== undefined && { chairId }) })
  return { appointmentId: booked.id, start }
}
