import { charting } from '../policies/charting.ts'
import { usual } from '../policy.ts'
import type { EventKind, SessionEvent } from './infusion-events.ts'

/** One thing that happened, as it now stands, with every earlier wording of it. */
export type LogEntry = {
  event: SessionEvent
  /** Earlier wordings, first one first. */
  earlier: readonly SessionEvent[]
  isLate: boolean
}

export type Amendments = { entries: LogEntry[]; struck: SessionEvent[]; unmatched: SessionEvent[] }

/** What stands after all amendments, in the order in which it happened. The order of entry does not matter. */
export function amend(events: readonly SessionEvent[]): Amendments {
  const byId = new Map(events.map((event) => [event.id, event]))
  const unmatched: SessionEvent[] = []
  const wordings = new Map<string, SessionEvent[]>()
  for (const event of events) {
    const root = rootOf(event, byId)
    if (root) wordings.set(root.id, [...(wordings.get(root.id) ?? []), event])
    else unmatched.push(event)
  }
  const entries: LogEntry[] = []
  const struck: SessionEvent[] = []
  for (const [rootId, group] of wordings) {
    const [first, ...later] = [...group].sort((a, b) => rank(a, rootId) - rank(b, rootId) || byEntry(a, b))
    const event = later.at(-1) ?? first
    if (!event || !first) continue
    if (event.kind === 'amended') struck.push(...group)
    else entries.push({ event, earlier: [first, ...later].slice(0, -1), isLate: isLate(first) })
  }
  return { entries: entries.sort((a, b) => byHappening(placeOf(a), placeOf(b))), struck, unmatched }
}

const { lateEntryMinutes } = usual(charting)

/** Whether it was written down well after it happened. */
export const isLate = ({ at, enteredAt }: SessionEvent): boolean =>
  Date.parse(enteredAt) - Date.parse(at) > lateEntryMinutes * 60_000

type Place = Pick<SessionEvent, 'at' | 'seq' | 'kind' | 'id'>

/** In the order of the visit: by the visit's time, then as the log counts; where it does not, by the step of the visit, then by id. */
export const byHappening = (a: Place, b: Place): number =>
  Date.parse(a.at) - Date.parse(b.at) || byLog(a, b) || steps.indexOf(a.kind) - steps.indexOf(b.kind) || (a.id < b.id ? -1 : 1)

// Another wording does not move an entry among those of its instant.
const placeOf = ({ event, earlier: [first = event] }: LogEntry): Place =>
  first.seq === undefined ? event : { ...event, seq: first.seq }

const byLog = (a: Pick<SessionEvent, 'seq'>, b: Pick<SessionEvent, 'seq'>) =>
  a.seq === undefined || b.seq === undefined ? 0 : a.seq - b.seq

const byEntry = (a: SessionEvent, b: SessionEvent) =>
  Date.parse(a.enteredAt) - Date.parse(b.enteredAt) || byLog(a, b) || (a.id < b.id ? -1 : 1)
const rank = (event: SessionEvent, rootId: string) => (event.id === rootId ? 0 : 1)

/** The first wording that a chain of amendments goes back to; null when it leads nowhere, in a circle or to another kind. */
function rootOf(event: SessionEvent, byId: ReadonlyMap<string, SessionEvent>): SessionEvent | null {
  if (!event.amends) return event.kind === 'amended' ? null : event
  const seen = new Set<string>()
  let at: SessionEvent | undefined = event
  while (at?.amends) {
    if (seen.has(at.id)) return null
    seen.add(at.id)
    at = byId.get(at.amends.eventId)
  }
  return at && (event.kind === 'amended' || event.kind === at.kind) ? at : null
}

/** Breaks ties between entries of the same instant. */
const steps: readonly EventKind[] = [
  'booked',
  'arrived',
  'taken-over',
  'handed-over',
  'sent-back',
  'order-stands',
  'checked-in',
  'check-reading',
  'check-taken-back',
  'check-opened',
  'act',
  'drawn-up',
  'second-check',
  'started',
  'pump-found',
  'rate-changed',
  'paused',
  'resumed',
  'vitals',
  'scores',
  'prescriber-asked',
  'line-signed',
  'dose-reading',
  'drug-given',
  'drug-settled',
  'adverse-effect',
  'no-adverse-effects',
  'note',
  'stopped',
  'pump-read',
  'waste-reading',
  'wasted',
  'recovering',
  'recovery-score',
  'home-check',
  'discharge-override',
  'discharged',
  'left',
  'cancelled',
  'amended',
]
