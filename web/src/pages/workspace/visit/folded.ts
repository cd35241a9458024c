import { type FoldedSession, foldSession } from '@dripline/clinical'
import { useMemo } from 'react'
import type { Visit } from '../../../data/session.ts'

export type Open = { visit: Visit; session: FoldedSession }

/** What a pad needs of a visit, whatever it gives. */
export type Charting = { visit: Pick<Visit, 'id' | 'now' | 'zone' | 'next'>; session: FoldedSession }

/** A visit as the server has it, folded here by the same rules. */
export function useOpen(visit: Visit): Open {
  const session = useMemo(() => foldSession(visit.events), [visit.events])
  return { visit, session }
}
