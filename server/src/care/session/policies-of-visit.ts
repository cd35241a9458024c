import { type FoldedSession, type Policies, policiesAt, type SetValue } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import { setValuesOf } from '../../platform/policies.ts'

/** The policies a visit goes by to its end, of all that were ever set: those that held when the patient arrived. */
export const policiesOfVisit = (set: readonly SetValue[], visit: FoldedSession): Policies =>
  policiesAt(
    set,
    new Date(visit.entries.find(({ event }) => event.kind === 'arrived')?.event.at ?? visit.stateSince ?? 0).toISOString(),
  )

/** The same as they are set in this clinic. */
export const policiesHere = async (tx: Tx, visit: FoldedSession): Promise<Policies> =>
  policiesOfVisit(await setValuesOf(tx), visit)
