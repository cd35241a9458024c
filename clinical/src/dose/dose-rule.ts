import type { Exact } from '../exact.ts'
import type { DoseLimits } from './dose-limits.ts'
import type { DoseRequest, DoseSum } from './dose-words.ts'

/** Everything a check may look at. */
export type DoseFacts = Omit<DoseSum, 'lines' | 'hard' | 'soft'> & {
  request: DoseRequest
  limits: DoseLimits
  kg: Exact
  uncapped: Exact
  cap: Exact | null
}

/** One check: what it is, who says so, when it applies, what it finds, and how that is said. */
type DoseRuleOf<Found extends object> = {
  id: string
  source: string
  basis: 'source' | 'proposed'
  applies?: (facts: DoseFacts) => boolean
  answer(facts: DoseFacts): readonly [pass: boolean, found: Found]
  says(found: Found, pass: boolean): string
}
export type DoseRule = DoseRuleOf<object>
export const doseRule = <const Found extends object>(rule: DoseRuleOf<Found>): DoseRule => rule

/** By how much `after` differs from `before`, in percent of `before`. */
export const driftPercent = (before: Exact, after: Exact): Exact => after.minus(before).abs().div(before).times(100)
/** Whether the two differ by more than rounding may move a value. */
export const hasDrifted = (before: Exact, after: Exact, { mostDriftPercent }: Pick<DoseLimits, 'mostDriftPercent'>): boolean =>
  driftPercent(before, after).gt(mostDriftPercent)

export const orderChecks = 'clinical reference 9.4'
