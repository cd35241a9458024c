import { type FoldedSession, foldSession } from '@dripline/clinical'
import { useMemo } from 'react'
import type { AnyVisit, Visit } from '../../../data/session.ts'

export type Open = { visit: Visit; session: FoldedSession }

/** A visit whatever is given in it, at a pump or by other acts. */
export type AnyOpen = { visit: AnyVisit; session: FoldedSession }

/** What a pad needs of a visit, whatever it gives. */
export type Charting = { visit: Pick<Visit, 'id' | 'now' | 'zone' | 'next'>; session: FoldedSession }

/** A visit as the server has it, folded here by the same rules. */
export function useOpen(visit: Visit): Open {
  const session = useMemo(() => foldSession(visit.events), [visit.events])
  return { visit, session }
}
