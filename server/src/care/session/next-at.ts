import { actAhead, gatesOf, nextOfVisit, readsGates, type VisitNext } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { factsOf, orderFacts } from './facts-of.ts'
import { dueOf } from './open-marks.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import type { SessionWithOrder } from './session.ts'

/** What happens next in a visit, as it stands now; the gates are read where it hangs on them. */
export const nextAt = async (tx: Tx, held: SessionWithOrder, now: string): Promise<VisitNext> => {
  const { session, order } = held
  const { folded: visit } = session
  const policies = await policiesOfVisit(tx, visit)
  const act = actAhead(visit.state)
  const gates = act && readsGates(visit.state) ? gatesOf(act, await factsOf(tx, held), now) : null
  const due = dueOf(visit, order.protocolId, now, policies)
  return nextOfVisit({ visit, order: orderFacts(order, policies), gates, due, secondPerson: policies.secondPerson }, now)
}
