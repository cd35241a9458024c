import type { Slot } from './slot.ts'

/** Every way we may refuse a request. The table is the documentation. */
export const problems = {
  'not-valid': 'Something that was sent is missing or cannot be right.',
  improbable: 'Is this right? Nothing is saved until you say so.',
  'not-found': 'There is no such record here.',
  'not-signed-in': 'Please sign in first.',
  'not-allowed': 'Your role may not do this.',
  'no-right': 'This act needs somebody with the right role and a license in force. Nothing was saved.',
  'wrong-origin': 'This request did not come from one of our own pages.',
  'too-many': 'Too many tries. Please wait a little, then try again.',
  'too-large': 'What was sent is larger than we accept.',
  'key-missing': 'A write needs an Idempotency-Key, so that a retry cannot happen twice.',
  'key-reused': 'This Idempotency-Key was already used for something else.',
  'sign-in-failed': 'That sign-in did not work. Nothing was changed.',
  'sign-in-again': 'This change needs a fresh sign-in: please sign out, sign in, and do it within a quarter of an hour.',
  'proof-failed': 'The second person could not be confirmed. Nothing was saved.',
  'proof-same-person': 'The second person must be somebody else.',
  'proof-used': 'This confirmation was already used or has expired; please confirm again.',
  'link-unusable': 'This link has been used, has expired or was replaced.',
  'already-set-up': 'This clinic is already set up.',
  'not-set-up': 'This clinic is not set up yet.',
  'still-playing': 'The simulated clinic still plays its last months; it opens when it has reached today.',
  'code-wrong': 'That is not the code printed in the terminal.',
  'slot-taken': 'Somebody has just taken this time.',
  'person-elsewhere': 'This person already has an appointment at that time.',
  'outside-states': 'We cannot see people in that state yet.',
  'appointment-over': 'This appointment can no longer be changed.',
  'moved-too-often': 'This has been moved several times already. Please call us, and we will find a time together.',
  'call-over': 'This call already has an outcome.',
  'safety-unanswered': 'The safety question has no answer yet.',
  'alert-closed': 'This alert is already closed.',
  'not-a-patient': 'A prescriber has not accepted this person yet.',
  'already-accepted': 'This person is already a patient.',
  'already-decided': 'This screening already has a decision; a changed answer makes a new screening.',
  'screening-stale': 'The answers have changed since; please decide on the newest screening.',
  'finding-blocks': 'A screening finding blocks this decision.',
  'defaults-not-approved': 'A prescriber has not approved the clinical defaults yet.',
  'consent-missing': 'There is no signed consent for this course.',
  'consent-stale': 'The consent text has changed since it was signed.',
  'dose-not-possible': 'This order does not pass a dose check.',
  'plan-signed': 'This plan is already signed.',
  'order-expired': 'The order has expired; a prescriber can renew it.',
  'order-for-its-day': 'The order is signed for its own day.',
  'order-sent-back': 'The order was sent back to a prescriber.',
  'weight-changed': 'The weight differs from the order by more than 2 %; a prescriber must look again.',
  'wrong-state': 'The visit is not at the step where this can be done.',
  'draw-up-not-witnessed': 'A second person has not checked the draw-up.',
  'check-differs': 'The two checks do not agree.',
  'session-already-started': 'This infusion is already running.',
  'over-order': 'This is more than the order allows.',
  'time-not-possible': 'That time cannot be right for this entry.',
  'drug-refused': 'This drug cannot be given so. Nothing was charted.',
  'vial-of-other-drug': 'That vial holds another drug than the order.',
  'vial-short': 'The vial does not hold that much.',
  'vial-expired': 'The vial is past its expiry date.',
  'book-open': 'What was drawn up is not yet accounted for.',
  'book-settled': 'The drug book already holds what was given; the pump’s story can no longer be changed.',
  'gate-closed': 'Something must be cleared before this can be done.',
  'already-here': 'This person already has an open visit.',
  'discharge-open': 'Discharge criteria are not met.',
  'entry-held': 'Later entries rest on this one; take those back first.',
  'book-holds': 'The drug book holds a line of this. It stays, and two people correct it under Stock.',
  'not-responsible': 'Only the nurse responsible for this chair can hand it over. You can take it over yourself.',
  'count-open': 'Another count is under way.',
  'merge-conflict': 'These two records cannot be merged yet.',
  'merged-already': 'This record was merged into another one; please go on there.',
  'merge-over': 'This merge can no longer be undone.',
  'pair-changed': 'One of the two records has changed since you looked; please look again.',
  'record-busy': 'Somebody is writing on one of these records right now. Nothing was changed; please try again.',
  'entry-struck': 'This entry was struck already.',
  'answer-closed': 'This answer can no longer be changed.',
} as const

export type ProblemCode = keyof typeof problems
/** `ask`: what a yes to the question sends with it, where a value is asked back. */
export type Fault = { field: string; expected: string; value?: unknown; ask?: string }
type Facts = Record<string, string | number>

/** A request that cannot proceed, in words its sender understands. Facts are ids and numbers, never names or free text. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly about: Facts
  readonly faults: readonly Fault[]
  readonly fresh: readonly Slot[]

  constructor(code: ProblemCode, about: Facts = {}, faults: readonly Fault[] = [], fresh: readonly Slot[] = []) {
    super(problems[code])
    this.code = code
    this.about = about
    this.faults = faults
    this.fresh = fresh
  }
}
