import { dosesInBook } from './drug-tasks.ts'
import { foldSession } from './infusion.ts'
import type { EventBody, EventKind, SessionEvent } from './infusion-events.ts'
import type { FoldedSession } from './infusion-words.ts'

/** Why an entry cannot be taken back: nothing, entries that rest on it, or the drug book. */
export type Hold = { code: 'entry-held'; by: readonly EventKind[] } | { code: 'book-holds' | 'wrong-state' } | null

/** Two people and the drug book stand behind these: they are corrected there, and never struck here. */
const inBook: readonly EventKind[] = ['drawn-up', 'wasted']
/** A controlled dose has its lines in the book once its vial is named, at once or after an emergency. */
const isInBook = (event: SessionEvent, doses: ReadonlySet<string>): boolean =>
  inBook.includes(event.kind) ||
  (event.kind === 'act' && event.booked !== undefined) ||
  doses.has(event.id) ||
  (event.kind === 'drug-settled' && event.task === 'vial')
const never: readonly EventKind[] = ['booked', 'amended']

/** What was seen, measured or given may belong to somebody else, and is offered there under its true time. */
const offered: readonly EventKind[] = [
  'vitals',
  'scores',
  'adverse-effect',
  'no-adverse-effects',
  'note',
  'drug-given',
  'home-check',
  'recovery-score',
]

/** What goes along with an entry that is taken back: leaving is two entries of one act. */
const together: Partial<Record<EventKind, readonly EventKind[]>> = {
  left: ['left', 'discharged'],
  discharged: ['left', 'discharged'],
}

/** The standing entries that one act takes back with this one, last first; empty when it does not stand. */
export function takenBackWith({ entries }: FoldedSession, eventId: string): SessionEvent[] {
  const named = entries.find(({ event }) => event.id === eventId)?.event
  if (!named) return []
  const kinds = together[named.kind]
  const all = entries.map(({ event }) => event).filter((event) => (kinds ? kinds.includes(event.kind) : event.id === eventId))
  return all.reverse()
}

/** Every standing entry of a visit that was opened for the wrong person, last first; its booking stays. */
export const wholeVisit = ({ entries }: FoldedSession): SessionEvent[] =>
  entries
    .map(({ event }) => event)
    .filter(({ kind }) => kind !== 'booked')
    .reverse()

/** Whether these entries can be struck together: null, or what holds them. */
export function holdOn(events: readonly SessionEvent[], taken: readonly SessionEvent[]): Hold {
  if (taken.length === 0 || taken.some(({ kind }) => never.includes(kind))) return { code: 'wrong-state' }
  const folded = foldSession(events)
  const doses = new Set(dosesInBook(folded).map(({ id }) => id))
  if (taken.some((event) => isInBook(event, doses))) return { code: 'book-holds' }
  const before = new Set(folded.conflicts.map(({ eventId }) => eventId))
  const strikes = taken.map((event, i): SessionEvent => strikeOf(event, `${event.id} ${i}`))
  const broken = foldSession([...events, ...strikes]).conflicts.filter(({ eventId }) => !before.has(eventId))
  if (broken.length === 0) return null
  return {
    code: 'entry-held',
    by: events.filter(({ id }) => broken.some(({ eventId }) => eventId === id)).map(({ kind }) => kind),
  }
}

const strikeOf = (event: SessionEvent, id: string): SessionEvent => ({
  kind: 'amended',
  id,
  at: event.at,
  enteredAt: event.enteredAt,
  by: event.by,
  amends: { eventId: event.id, reason: 'taken back' },
})

/** What of a taken-back entry may be charted for the right person; null where it belongs to the visit it stood in. */
export function offerOf(event: SessionEvent): EventBody | null {
  if (!offered.includes(event.kind)) return null
  const { id: _id, at: _at, enteredAt: _enteredAt, by: _by, amends: _amends, ...said } = event
  if (said.kind !== 'note') return said
  // What it answered stands in the other record.
  const { about: _about, ...note } = said
  return note
}
