import type { ProblemCode } from '../problems.ts'
import { amend, byHappening, isLate } from './happening.ts'
import { apply, foldSession, isPossible, mayAppend, ownReason } from './infusion.ts'
import type { SessionEvent } from './infusion-events.ts'
import type { FoldedSession } from './infusion-words.ts'

/** A visit's log with its fold, carried on by one event at a time. What it says is always what folding the log anew would say. */
export type KeptVisit = {
  readonly events: readonly SessionEvent[]
  readonly folded: FoldedSession
  /** The entry after which an event must have happened to be carried on; null in an empty log. */
  readonly newest: SessionEvent | null
}

/** Folds a log and keeps what it takes to go on from there. */
export function keepVisit(events: readonly SessionEvent[]): KeptVisit {
  const newest = amend(events).entries.at(-1)?.event ?? null
  return { events: [...events], folded: foldSession(events), newest }
}

// Who asks whether an event may be added carries the visit on to see; who adds it then has that already.
const carried = new WeakMap<KeptVisit, { readonly by: SessionEvent; readonly to: KeptVisit }>()

/** The visit after one more event: carried on where it is the newest, folded anew where it corrects or comes late. */
export function carryOn(kept: KeptVisit, event: SessionEvent): KeptVisit {
  const known = carried.get(kept)
  if (known?.by === event) return known.to
  const events = [...kept.events, event]
  const to = isNewest(kept, event)
    ? { events, folded: apply(kept.folded, { event, earlier: [], isLate: isLate(event) }), newest: event }
    : keepVisit(events)
  carried.set(kept, { by: event, to })
  return to
}

/** Whether this entry may be added: null, or why not; the same answer as `mayAppend` on the whole log. */
export function mayAppendTo(kept: KeptVisit, event: SessionEvent, now: string): ProblemCode | null {
  if (!isNewest(kept, event)) return mayAppend(kept.events, event, now)
  if (!isPossible(event, now)) return 'time-not-possible'
  const { conflicts } = carryOn(kept, event).folded
  const own = conflicts.length > kept.folded.conflicts.length ? conflicts.at(-1) : undefined
  return own ? ownReason(kept.events, event, own.code) : null
}

// Nothing that is there may be changed by it, or be waiting for it: then its place is the end.
const isNewest = ({ events, folded, newest }: KeptVisit, event: SessionEvent): boolean =>
  !event.amends &&
  event.kind !== 'amended' &&
  (newest === null || byHappening(newest, event) < 0) &&
  !folded.conflicts.some(({ code }) => code === 'not-found') &&
  !events.some(({ id }) => id === event.id)
