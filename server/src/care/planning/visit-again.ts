import { isCovered, Problem, protocolOf, screen, standsInTheWay } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { appointmentOf } from '../booking/store.ts'
import { zoneOf } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { chartOf } from '../screening/chart-of.ts'
import { acceptanceOf } from '../screening/store.ts'
import { refuseUnscreened } from './refuse-unscreened.ts'
import { refuseSpacing } from './renew-order.ts'
import { closureOf, orderById, ordersOf, planOf } from './store.ts'

/**
 * The canceled visit of an order in force that may be booked again at a time (ISO instant), or at any where none is said. Refuses with what
 * would refuse its order: a course that is closed, an order that was replaced, a session too near, a screening or a consent that no longer
 * holds. Whatever day it falls on, nothing is given before a prescriber has signed the order for that day.
 */
export const visitAgain = async (ctx: Ctx, tx: Tx, orderId: string, start?: string) => {
  const order = await orderById(tx, orderId)
  const plan = order && (await planOf(tx, order.planId))
  const planned = plan && protocolOf(plan.protocolId)
  if (!order || !planned) throw new Problem('not-found', { orderId })
  const { planId, number, indication, administration } = order
  const personId = visitOwner(order, await personOf(tx, order.personId))
  if (await closureOf(tx, planId)) throw new Problem('wrong-state', { planId })
  const inForce = await ordersOf(tx, planId)
  if (!inForce.some(({ id }) => id === orderId)) throw new Problem('order-sent-back', { orderId })
  const visit = order.appointmentId === null ? undefined : await appointmentOf(tx, order.appointmentId)
  if (visit?.state !== 'cancelled') throw new Problem('wrong-state', { orderId })
  await refuseUnscreened(ctx, tx, personId, administration)
  const acceptance = await acceptanceOf(tx, personId, indication)
  if (acceptance?.decision !== 'accept') throw new Problem('not-a-patient', { personId })
  const findings = screen(await chartOf(tx, personId, indication), 'plan', {
    at: ctx.now().toISOString(),
    zone: await zoneOf(tx),
  })
  const inTheWay = findings.filter((finding) => standsInTheWay(finding) && !isCovered(finding, acceptance))
  if (inTheWay.length > 0)
    throw new Problem(
      'finding-blocks',
      { personId },
      inTheWay.map(({ rule, reason }) => ({ field: rule, code: 'to-be-cleared', params: { reason } })),
    )
  // A neighbour that was itself canceled stands nowhere.
  const neighbours = inForce.map((each) => ({ ...each, visitAt: each.visitState === 'cancelled' ? null : each.visitAt }))
  if (start !== undefined) refuseSpacing(start, number, neighbours, planned)
  return { order, visit }
}

const visitOwner = ({ personId }: { personId: string }, person: { mergedInto: string | null } | undefined) =>
  person?.mergedInto ?? personId

/** The orders in force of somebody whose visits were canceled: what they can wait for. */
export const ordersToWaitFor = async (tx: Tx, plans: readonly { id: string; closedAt: Date | null }[]) => {
  const open = plans.filter(({ closedAt }) => closedAt === null)
  const all = []
  for (const { id } of open) all.push(...(await ordersOf(tx, id)).filter(({ visitState }) => visitState === 'cancelled'))
  return all
}
