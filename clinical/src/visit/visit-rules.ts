import type { ProblemCode } from '../problem.ts'
import type { EntryRule, EntryRules } from './administration.ts'
import { administrationOf } from './administrations.ts'
import { commonEntries } from './common-entries.ts'
import type { EventKind, SessionEvent } from './infusion-events.ts'
import type { Gives, SessionState, VisitStatus } from './visit-states.ts'

/** The rule of an entry: its administration's own, or that of any visit; null where it belongs to neither. */
const ruleOf = ({ by }: Gives, kind: EventKind): EntryRule | null => {
  const common: EntryRules = commonEntries
  return administrationOf(by)?.entries[kind] ?? common[kind] ?? null
}

/** Whether this may happen now: null, or the reason why not. */
export function may({ state, gives, isBookClosed, isDischarged }: VisitStatus, kind: EventKind): ProblemCode | null {
  const rule = ruleOf(gives, kind)
  if (!rule?.in.includes(state)) return rule?.refusal?.(state) ?? 'wrong-state'
  if (kind === 'discharged' && !isBookClosed) return 'book-open'
  if (kind === 'left' && !isDischarged) return 'discharge-open'
  return null
}

/** The state after an entry; null where it changes nothing. */
export function stateAfter(event: SessionEvent, { state, gives }: Pick<VisitStatus, 'state' | 'gives'>): SessionState | null {
  const to = ruleOf(gives, event.kind)?.to ?? null
  return typeof to === 'function' ? to(event, state) : to
}
