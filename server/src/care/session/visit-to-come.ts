import { dateOf, Problem, protocolOf } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { lockAppointment } from '../booking/store.ts'
import { zoneOf } from '../clinic/store.ts'
import { refuseSpacing } from '../planning/renew-order.ts'
import { ordersAt, ordersOf, planOf } from '../planning/store.ts'
import { sessionsAt } from './store.ts'

/** The booked visit, held until the step ends; refused once the patient has arrived: then it is a session and has its own end. */
export const visitToCome = async (tx: Tx, appointmentId: string) => {
  const visit = await lockAppointment(tx, appointmentId)
  if (visit?.kind !== 'infusion') throw new Problem('not-found', { appointmentId })
  const [session] = await sessionsAt(tx, [appointmentId])
  if (session) throw new Problem('wrong-state', { appointmentId, sessionId: session.id })
  return visit
}

/** Refuses a time outside the day for which the order was signed, or too near to the session before or after. */
export const refuseOutsideOrder = async (tx: Tx, appointmentId: string, start: string): Promise<void> => {
  const [order] = await ordersAt(tx, [appointmentId])
  if (!order) return
  const at = new Date(start)
  if (at < order.validFrom || at >= order.validUntil) {
    const day = dateOf(order.validFrom.toISOString(), await zoneOf(tx))
    throw new Problem('order-for-its-day', { appointmentId, orderId: order.id }, [
      { field: 'start', code: 'time-on-day-of-order', params: { day }, value: start },
    ])
  }
  const plan = await planOf(tx, order.planId)
  const planned = plan && protocolOf(plan.protocolId)
  if (planned) refuseSpacing(start, order.number, await ordersOf(tx, order.planId), planned)
}
