import type { Infusate } from '../dose/dose-words.ts'
import type { ProblemCode } from '../problems.ts'
import type { LogEntry } from './happening.ts'
import type { CheckStanding } from './infusion-check.ts'
import type { EventOf, SessionEvent } from './infusion-events.ts'
import type { Segment } from './infusion-segments.ts'
import type { SessionState, VisitStatus } from './visit-states.ts'

export type Conflict = { eventId: string; code: ProblemCode }

/** A visit as its events tell it. mg, mL and mL/h are decimal strings; instants are ISO. */
export type FoldedSession = VisitStatus & {
  state: SessionState
  /** What happened, in order, each with its earlier wordings. */
  entries: readonly LogEntry[]
  struck: readonly SessionEvent[]
  /** Entries that cannot have happened when they say; shown to staff, without effect here. */
  conflicts: readonly Conflict[]
  stateSince: string | null
  /** Who is responsible for the chair, by their own act; null until somebody has taken it. */
  responsible: { by: string; since: string } | null
  /** To whom it is offered and who has not taken it yet. */
  offeredTo: string | null
  checkIn: EventOf<'checked-in'> | null
  /** The order that was given back to a prescriber, and why; null once a prescriber let it stand. Another order is not sent back. */
  sentBack: EventOf<'sent-back'> | null
  drawnUp: EventOf<'drawn-up'> | null
  infusate: Infusate | null
  check: CheckStanding
  startedAt: string | null
  stoppedAt: string | null
  /** The pump's own total as it was read, or why it cannot be; null while the pump runs, and until it is read after that. */
  pumpTotal: EventOf<'pump-read'> | null
  /** What the pump runs at: null before the start, '0' when paused or stopped. */
  rateMlPerHour: string | null
  vtbiMl: string | null
  segments: readonly Segment[]
  adverseEffects: 'not answered' | 'none' | readonly EventOf<'adverse-effect'>[]
  overrides: readonly EventOf<'discharge-override'>[]
}
