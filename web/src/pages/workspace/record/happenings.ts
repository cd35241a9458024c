import type { FoldedSession, SessionEvent } from '@dripline/clinical'

/** One thing that happened, as a page that is read later lists it. */
export type Happening = {
  id: string
  at: string
  /** The wording that stands; null where it was taken back. */
  said: SessionEvent | null
  /** Wordings that no longer stand, first one first. */
  old: readonly SessionEvent[]
  /** When, by whom and why the last wording was changed or taken back. */
  change: { at: string; by: string; reason: string; isWrongPerson: boolean } | null
  /** When it was written down, if well after it happened. */
  writtenAt: string | null
  by: string
}

const hidden: readonly SessionEvent['kind'][] = ['booked']

/** What happened in a visit in order of time, what was corrected or taken back beside it; planning is gone, only what was is left. */
export function happeningsOf({ entries, struck }: FoldedSession): Happening[] {
  const standing = entries
    .filter(({ event }) => !hidden.includes(event.kind))
    .map(({ event, earlier, isLate }): Happening => {
      const first = earlier[0] ?? event
      const change = event.amends ? changeOf(event) : null
      return {
        id: first.id,
        at: event.at,
        said: event,
        old: earlier,
        change,
        writtenAt: isLate ? first.enteredAt : null,
        by: first.by,
      }
    })
  return [...standing, ...takenBack(struck)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function takenBack(struck: readonly SessionEvent[]): Happening[] {
  const byId = new Map(struck.map((event) => [event.id, event]))
  return struck
    .filter(({ kind }) => kind === 'amended')
    .flatMap((strike) => {
      const old = wordingsOf(strike, byId)
      const [first] = old
      return first
        ? [{ id: first.id, at: first.at, said: null, old, change: changeOf(strike), writtenAt: null, by: first.by }]
        : []
    })
}

/** The wordings that a strike ends, first one first. */
function wordingsOf(strike: SessionEvent, byId: ReadonlyMap<string, SessionEvent>): SessionEvent[] {
  const found: SessionEvent[] = []
  for (let at = byId.get(strike.amends?.eventId ?? ''); at; at = byId.get(at.amends?.eventId ?? '')) found.unshift(at)
  return found
}

const changeOf = (event: SessionEvent) => ({
  at: event.enteredAt,
  by: event.by,
  reason: event.amends?.reason ?? '',
  isWrongPerson: event.kind === 'amended' && event.because === 'wrong person',
})
