import type { ProblemCode } from '../problem.ts'
import type { EventKind, SessionEvent } from './infusion-events.ts'
import { runs } from './infusion-segments.ts'

export const sessionStates = [
  'booked',
  'arrived',
  'cleared',
  'drawn up',
  'checked',
  'running',
  'paused',
  'stopped',
  'recovering',
  'left',
  'cancelled',
] as const

export type SessionState = (typeof sessionStates)[number]

/** What a guard looks at. */
export type VisitStatus = {
  state: SessionState
  /** mg drawn up and neither given nor wasted is zero. */
  isBookClosed: boolean
  isDischarged: boolean
}

const beforeStart: readonly SessionState[] = ['booked', 'arrived', 'cleared', 'drawn up', 'checked']
const present: readonly SessionState[] = [
  'arrived',
  'cleared',
  'drawn up',
  'checked',
  'running',
  'paused',
  'stopped',
  'recovering',
  'left',
]
/** Somebody may be unwell, and be helped, after their visit was called off. */
const seen: readonly SessionState[] = [...present, 'cancelled']
const always: readonly SessionState[] = sessionStates

/** In which states each kind of entry may be made. What was seen may also be written down after the patient has left. */
const allowedIn: Record<EventKind, readonly SessionState[]> = {
  booked: [],
  arrived: ['booked'],
  'taken-over': present,
  'handed-over': present,
  'checked-in': ['arrived', 'cleared'],
  'sent-back': ['arrived', 'cleared', 'drawn up', 'checked'],
  'order-stands': ['arrived', 'cleared'],
  'drawn-up': ['cleared', 'drawn up', 'checked'],
  'second-check': ['drawn up', 'checked'],
  'check-reading': ['cleared'],
  'check-taken-back': ['cleared'],
  'check-opened': ['cleared'],
  started: ['checked'],
  'rate-changed': ['running'],
  'pump-found': ['drawn up', 'checked', 'running', 'paused', 'stopped', 'recovering'],
  paused: ['running'],
  resumed: ['paused'],
  vitals: seen,
  scores: seen,
  'adverse-effect': seen,
  'no-adverse-effects': seen,
  note: always,
  'drug-given': seen,
  'prescriber-asked': present,
  'line-signed': present,
  'dose-reading': present,
  'drug-settled': always,
  stopped: ['running', 'paused'],
  'pump-read': ['running', 'paused', 'stopped', 'recovering', 'left'],
  'waste-reading': ['arrived', 'cleared', 'drawn up', 'checked', 'stopped', 'recovering', 'cancelled'],
  wasted: ['arrived', 'cleared', 'drawn up', 'checked', 'stopped', 'recovering', 'cancelled'],
  recovering: ['stopped'],
  'recovery-score': ['stopped', 'recovering', 'left'],
  'home-check': ['stopped', 'recovering', 'left'],
  discharged: ['recovering'],
  'discharge-override': ['recovering'],
  left: ['recovering'],
  cancelled: beforeStart,
  amended: always,
}

/** Whether this may happen now: null, or the reason why not. */
export function may(standing: VisitStatus, kind: EventKind): ProblemCode | null {
  if (!allowedIn[kind].includes(standing.state)) return refusal(standing.state, kind)
  if (kind === 'discharged' && !standing.isBookClosed) return 'book-open'
  if (kind === 'left' && !standing.isDischarged) return 'discharge-open'
  return null
}

function refusal(state: SessionState, kind: EventKind): ProblemCode {
  if (kind !== 'started') return 'wrong-state'
  if (state === 'drawn up' || state === 'cleared') return 'draw-up-not-witnessed'
  return beforeStart.includes(state) || state === 'cancelled' ? 'wrong-state' : 'session-already-started'
}

/** The state after an entry; null where it changes nothing. A pump found running runs, whatever should have come before. */
export function stateAfter(event: SessionEvent, { state }: Pick<VisitStatus, 'state'>): SessionState | null {
  if (event.kind !== 'pump-found') return after[event.kind] ?? null
  if (runs(event.rateMlPerHour)) return 'running'
  return state === 'running' ? 'paused' : null
}

const after: Partial<Record<EventKind, SessionState>> = {
  booked: 'booked',
  arrived: 'arrived',
  'checked-in': 'cleared',
  'sent-back': 'arrived',
  'drawn-up': 'drawn up',
  started: 'running',
  paused: 'paused',
  resumed: 'running',
  stopped: 'stopped',
  recovering: 'recovering',
  left: 'left',
  cancelled: 'cancelled',
}
