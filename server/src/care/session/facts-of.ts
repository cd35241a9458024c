import {
  type AnyFacts,
  type FoldedSession,
  type GateFacts,
  gatePolicyOf,
  type OrderFacts,
  type OrderHead,
  type Policies,
  protocolOf,
} from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { setValuesOf } from '../../platform/policies.ts'
import type { AnyOrder, Order } from '../planning/plan.ts'
import { closureOf, isForPump, ordersOfVisit, signedBefore, type VisitOrders } from '../planning/store.ts'
import { chartFrom, chartRowsOf } from '../screening/chart-of.ts'
import { acceptancesOf, worryOf } from '../screening/store.ts'
import { infusionIn } from './given-before.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import type { Session, SessionRow, SessionWithAnyOrder, SessionWithOrder } from './session.ts'
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

/** What the facts of a visit's gates are made from, beside its own log: all of it asked for at once. */
export const gateRowsOf = async (tx: Tx, row: SessionRow) => {
  const { personId, planId } = row
  const [chart, worry, acceptances, sessions, orders, closure, set] = await Promise.all([
    chartRowsOf(tx, personId),
    worryOf(tx, personId),
    acceptancesOf(tx, personId),
    sessionsOfPerson(tx, personId),
    ordersOfVisit(tx, row),
    closureOf(tx, planId),
    setValuesOf(tx),
  ])
  return { chart, worry, acceptances, others: sessions.filter(({ id }) => id !== row.id), orders, closure, set }
}

export type GateRows = Awaited<ReturnType<typeof gateRowsOf>>

/** Everything the gates of a visit read, as it stands now: log, chart, order, decision and what was given under any plan. */
export const factsOf = async (
  tx: Tx,
  held: SessionWithOrder,
  askedMlPerHour: string | null = null,
  dose: GateFacts['dose'] = null,
): Promise<GateFacts> => ({ ...factsFrom(await gateRowsOf(tx, held.session), held), askedMlPerHour, dose })

/** The same of rows that were read before, for whoever asks nothing of the pump. */
export const factsFrom = (rows: GateRows, { session, order }: SessionWithOrder): GateFacts => {
  const { worry } = rows
  const policies = policiesOfVisit(rows.set, session.folded)
  const acceptance = rows.acceptances.find(({ indication }) => indication === order.indication)
  return {
    ...anyFactsFrom(rows, { session, order }),
    chart: chartFrom(rows.chart, order.indication),
    worry,
    order: orderFacts(order, policies),
    drawnFor: drawnFor(rows.orders, session, policies),
    acceptance:
      acceptance?.decision === 'accept'
        ? { at: acceptance.decidedAt.toISOString(), overrides: acceptance.overrides, findings: acceptance.findings }
        : null,
    askedMlPerHour: null,
    dose: null,
  }
}

/** What the gates of any visit read, whatever is given in it. */
export const anyFactsFrom = (rows: GateRows, { session, order }: SessionWithAnyOrder): AnyFacts => {
  const { folded: visit } = session
  const { others, closure } = rows
  return {
    zone: rows.chart.zone,
    policy: gatePolicyOf(policiesOfVisit(rows.set, visit)),
    visit,
    chart: chartFrom(rows.chart, order.indication ?? undefined),
    order: headFacts(order),
    planClosedAt: closure?.closedAt.toISOString() ?? null,
    // Another drug's visits are no doses of this one.
    before: others.filter(({ folded }) => folded.gives.drug === visit.gives.drug).flatMap(infusionIn),
    openElsewhere: others
      .filter(({ folded }) => HELD.includes(folded.state))
      .map(({ id, folded }) => ({ sessionId: id, since: folded.stateSince ?? '' })),
  }
}

/** What every order says, as gates read it. */
export const headFacts = ({ id, planId, signedBy, signedAt, validFrom, validUntil }: AnyOrder): OrderHead => ({
  id,
  planId,
  signedBy,
  signedAt: signedAt.toISOString(),
  validFrom: validFrom.toISOString(),
  validUntil: validUntil.toISOString(),
})

/** An order as gates read it. */
export const orderFacts = (order: Order, { signs }: Policies): OrderFacts => ({
  ...headFacts(order),
  indication: order.indication,
  weightKg: order.weightKg,
  vialMgPerMl: order.vialMgPerMl,
  syringeMl: order.syringeMl,
  infusateMg: order.infusateMg,
  finalMl: order.finalMl,
  rateMlPerHour: order.rateMlPerHour,
  rateMgPerHour: order.rateMgPerHour,
  capMgPerHour: order.capMgPerHour,
  doseMg: order.doseMg,
  leastHoursBetween: protocolOf(order.protocolId)?.spacing.leastHours ?? signs.hoursBetweenPlans,
  isManyAcknowledged: order.dose.soft.some(({ id, pass }) => id === 'infusions-in-year' && !pass),
})

const drawnFor = (orders: VisitOrders, { folded: { drawnUp } }: Session, policies: Policies): OrderFacts | null => {
  const order = drawnUp && signedBefore(orders, new Date(drawnUp.at))
  return order && isForPump(order) ? orderFacts(order, policies) : null
}
