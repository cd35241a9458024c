import {
  checksDue,
  type Due,
  type EventOf,
  entriesOf,
  type FoldedSession,
  marksOfVisit,
  type OrderLimits,
  type Policies,
  type VisitMark,
} from '@dripline/clinical'
import { duePolicyOf } from './due-policy.ts'

/** A charted value past the policy; `answer` is the note that says who has seen it and what was done. */
export type SeenMark = VisitMark & { answer: EventOf<'note'> | null }

/** Every mark of a visit, oldest first, with its answer. */
export const marksWithAnswers = (folded: FoldedSession, order: OrderLimits | null): SeenMark[] => {
  const notes = entriesOf(folded, 'note')
  return marksOfVisit(folded, order).map((mark) => ({
    ...mark,
    answer: notes.find(({ about }) => about === mark.eventId) ?? null,
  }))
}

export type DueItem = Omit<Due, 'what'> & { what: Due['what'] | 'repeat' }

/** What is due in a visit, the repeat of a sign past the policy among it; soonest first. */
export const dueOf = (
  folded: FoldedSession,
  protocolId: string,
  now: string,
  policies: Pick<Policies, 'charting'>,
): DueItem[] => {
  const repeat = repeatOf(folded, now, policies.charting.repeatMinutes)
  return [...(repeat ? [repeat] : []), ...checksDue(folded, duePolicyOf(protocolId, policies), now)].sort((a, b) =>
    a.dueAt.localeCompare(b.dueAt),
  )
}

const repeatOf = (folded: FoldedSession, now: string, repeatMinutes: number): DueItem | null => {
  if (folded.state === 'left' || folded.state === 'cancelled') return null
  const last = entriesOf(folded, 'vitals').findLast(({ at }) => at <= now)
  if (!last || !marksOfVisit(folded).some(({ eventId }) => eventId === last.id)) return null
  const dueAt = new Date(Date.parse(last.at) + repeatMinutes * 60_000)
  const lateByMinutes = (Date.parse(now) - dueAt.getTime()) / 60_000
  const level = lateByMinutes < 0 ? 'in time' : lateByMinutes < 1 ? 'due' : 'late'
  return { what: 'repeat', dueAt: dueAt.toISOString(), since: last.at, lateByMinutes, level, asks: null }
}
