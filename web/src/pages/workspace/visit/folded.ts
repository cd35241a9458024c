import { type FoldedSession, foldSession } from '@dripline/clinical'
import { useMemo } from 'react'
import { useVisit, type Visit } from '../../../data/session.ts'

export type Open = { visit: Visit; session: FoldedSession }

/** What a pad needs of a visit, whatever it gives. */
export type Charting = { visit: Pick<Visit, 'id' | 'now' | 'zone' | 'next'>; session: FoldedSession }

/** One visit as the server has it, folded here by the same rules. */
export function useOpenVisit(sessionId: string): Open {
  const visit = useVisit(sessionId)
  const session = useMemo(() => foldSession(visit.events), [visit.events])
  return { visit, session }
}
