import type { ProblemCode } from '../problems.ts'
import type { EntryRule, EntryRules } from './administration.ts'
import { administrationOf } from './administrations.ts'
import { commonEntries } from './common-entries.ts'
import type { EventKind, SessionEvent } from './infusion-events.ts'
import { type Gives, type SessionState, sessionStates, type VisitStatus } from './visit-states.ts'

/** What a guard asks about: a kind of entry, and of an administration's own act its name. */
export type Asked = { kind: EventKind; act?: string }

// An act of a way to give that nobody here knows is read as it stands, and moves nothing.
const unknownAct: EntryRule = { in: sessionStates }

/** The rule of an entry: its administration's own, or that of any visit; null where it belongs to neither. */
const ruleOf = ({ by }: Gives, { kind, act }: Asked): EntryRule | null => {
  const administration = administrationOf(by)
  if (kind === 'act') return administration ? (administration.acts[act ?? ''] ?? null) : unknownAct
  const common: EntryRules = commonEntries
  return administration?.entries[kind] ?? common[kind] ?? null
}

/** Whether this may happen now: null, or the reason why not. */
export function may({ state, gives, isBookClosed, isDischarged }: VisitStatus, asked: EventKind | Asked): ProblemCode | null {
  const entry = typeof asked === 'string' ? { kind: asked } : asked
  const rule = ruleOf(gives, entry)
  if (!rule?.in.includes(state)) return rule?.refusal?.(state) ?? 'wrong-state'
  if (entry.kind === 'discharged' && !isBookClosed) return 'book-open'
  if (entry.kind === 'left' && !isDischarged) return 'discharge-open'
  return null
}

/** The state after an entry; null where it changes nothing. */
export function stateAfter(event: SessionEvent, { state, gives }: Pick<VisitStatus, 'state' | 'gives'>): SessionState | null {
  const to = ruleOf(gives, event)?.to ?? null
  return typeof to === 'function' ? to(event, state) : to
}
