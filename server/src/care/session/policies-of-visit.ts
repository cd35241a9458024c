import type { FoldedSession, Policies } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'

/** The policies a visit goes by to its end: those that held when the patient arrived. */
export const policiesOfVisit = (tx: Tx, visit: FoldedSession): Promise<Policies> =>
  policiesOf(tx, new Date(visit.entries.find(({ event }) => event.kind === 'arrived')?.event.at ?? visit.stateSince ?? 0))
