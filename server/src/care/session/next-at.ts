import { actAhead, gatesOf, nextOfVisit, readsGates, type VisitNext } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { setValuesOf } from '../../platform/policies.ts'
import { isForPump } from '../planning/store.ts'
import { anyFactsFrom, factsFrom, type GateRows, gateRowsOf, headFacts, orderFacts } from './facts-of.ts'
import { ownGatesNow } from './gates-now.ts'
import { dueOf } from './open-marks.ts'
import { policiesOfVisit } from './policies-of-visit.ts'
import type { Session, SessionWithAnyOrder } from './session.ts'

/** What the next step of a visit is made from, beside the visit: its gates' facts where it hangs on them. */
export type NextRows = { readonly gates: GateRows | null; readonly set: GateRows['set'] }

export const nextRowsOf = async (tx: Tx, session: Session): Promise<NextRows> => {
  if (!readsGates(session.folded)) return { gates: null, set: await setValuesOf(tx) }
  const gates = await gateRowsOf(tx, session)
  return { gates, set: gates.set }
}

/** What happens next in a visit, as it stands now; the gates are read where it hangs on them. */
export const nextFrom = ({ gates, set }: NextRows, held: SessionWithAnyOrder, now: string): VisitNext => {
  const { session, order } = held
  const { folded: visit } = session
  const policies = policiesOfVisit(set, visit)
  const due = dueOf(visit, order.protocolId, now, policies)
  if (!isForPump(order))
    return nextOfVisit(
      { visit, order: headFacts(order), gates: gates && ownGatesNow(anyFactsFrom(gates, held), now).gates, due },
      now,
    )
  const act = actAhead(visit.state)
  return nextOfVisit(
    {
      visit,
      order: orderFacts(order, policies),
      gates: act && gates && gatesOf(act, factsFrom(gates, { session, order }), now),
      due,
      secondPerson: policies.secondPerson,
    },
    now,
  )
}
