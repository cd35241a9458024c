import { type FoldedSession, type GateFacts, gatePolicyOf, type OrderFacts, type Policies, protocolOf } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { zoneOf } from '../people/store.ts'
import type { Order } from '../planning/plan.ts'
import { closureOf, orderSignedBefore } from '../planning/store.ts'
import { chartOf } from '../screening/chart-of.ts'
import { acceptanceOf, worryOf } from '../screening/store.ts'
import { infusionIn } from './given-before.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import type { Session, SessionWithOrder } from './session.ts'
import { sessionsOfPerson } from './store.ts'

const HELD: readonly FoldedSession['state'][] = [
  'arrived',
  'cleared',
  'drawn up',
  'checked',
  'running',
  'paused',
  'stopped',
  'recovering',
]

/** Everything the gates of a visit read, as it stands now: log, chart, order, decision and what was given under any plan. */
export const factsOf = async (
  tx: Tx,
  { session, order }: SessionWithOrder,
  askedMlPerHour: string | null = null,
  dose: GateFacts['dose'] = null,
): Promise<GateFacts> => {
  const { personId, folded: visit } = session
  const policies = await policiesOfVisit(tx, visit)
  const acceptance = await acceptanceOf(tx, personId, order.indication)
  const others = (await sessionsOfPerson(tx, personId)).filter(({ id }) => id !== session.id)
  return {
    zone: await zoneOf(tx),
    policy: gatePolicyOf(policies),
    visit,
    chart: await chartOf(tx, personId, order.indication),
    worry: await worryOf(tx, personId),
    order: orderFacts(order, policies),
    drawnFor: await drawnFor(tx, session, policies),
    planClosedAt: (await closureOf(tx, order.planId))?.closedAt.toISOString() ?? null,
    acceptance:
      acceptance?.decision === 'accept'
        ? { at: acceptance.decidedAt.toISOString(), overrides: acceptance.overrides, findings: acceptance.findings }
        : null,
    before: others.flatMap(infusionIn),
    openElsewhere: others
      .filter(({ folded }) => HELD.includes(folded.state))
      .map(({ id, folded }) => ({ sessionId: id, since: folded.stateSince ?? '' })),
    askedMlPerHour,
    dose,
  }
}

/** An order as gates read it. */
export const orderFacts = (order: Order, { signs }: Policies): OrderFacts => ({
  id: order.id,
  planId: order.planId,
  signedBy: order.signedBy,
  signedAt: order.signedAt.toISOString(),
  validFrom: order.validFrom.toISOString(),
  validUntil: order.validUntil.toISOString(),
  indication: order.indication,
  weightKg: order.weightKg,
  vialMgPerMl: order.vialMgPerMl,
  drawUpMl: order.drawUpMl,
  infusateMg: order.infusateMg,
  finalMl: order.finalMl,
  rateMlPerHour: order.rateMlPerHour,
  rateMgPerHour: order.rateMgPerHour,
  capMgPerHour: order.capMgPerHour,
  doseMg: order.doseMg,
  leastHoursBetween: protocolOf(order.protocolId)?.spacing.leastHours ?? signs.hoursBetweenPlans,
  isManyAcknowledged: order.dose.soft.some(({ id, pass }) => id === 'infusions-in-year' && !pass),
})

const drawnFor = async (tx: Tx, session: Session, policies: Policies): Promise<OrderFacts | null> => {
  const { drawnUp } = session.folded
  const order = drawnUp && (await orderSignedBefore(tx, session, new Date(drawnUp.at)))
  return order ? orderFacts(order, policies) : null
}
