import type { Slot } from './calendar/slot.ts'
import type { FaultSaid } from './words/fault-words.ts'

/** Every way we may refuse a request. The table is the documentation. */
export const problems = {
  'not-valid': 'Something is missing or not valid.',
  improbable: 'Is this right? Nothing is saved until you say so.',
  'not-found': 'There is no such record here.',
  'not-signed-in': 'Please sign in first.',
  locked: 'This tablet is locked. What was typed is still here.',
  'second-factor-missing': 'A password alone opens no records. Set up a passkey or an authenticator app first.',
  'second-factor-last': 'This is your only second way to sign in. Set up another one first; nothing was changed.',
  'not-allowed': 'Your role may not do this.',
  'no-right': 'This needs someone with the right role and a current license. Nothing was saved.',
  'wrong-origin': 'This request did not come from one of our own pages.',
  'too-many': 'Too many tries. Please wait a little, then try again.',
  'too-large': 'That is larger than we accept.',
  'key-missing': 'A write needs an Idempotency-Key, so that a retry cannot happen twice.',
  'key-reused': 'This Idempotency-Key was already used for something else.',
  'sign-in-failed': 'That sign-in did not work. Nothing was changed.',
  'sign-in-again': 'This change needs a recent sign-in: sign out, sign in again, and make the change within 15 minutes.',
  'proof-failed': 'The second person could not be confirmed. Nothing was saved.',
  'proof-same-person': 'The second person must be someone else.',
  'proof-used': 'This confirmation was already used or has expired; please confirm again.',
  'link-unusable': 'This link has been used, has expired or was replaced.',
  'already-set-up': 'This clinic is already set up.',
  'not-set-up': 'This clinic is not set up yet.',
  'still-playing': 'The simulated clinic is still playing its past months; it opens when it reaches today.',
  'code-wrong': 'That is not the code printed in the terminal.',
  'slot-taken': 'Someone has just taken this time.',
  'person-elsewhere': 'This person already has an appointment at that time.',
  'outside-states': 'We cannot see people in that state yet.',
  'bookings-touched': 'This touches bookings. Say of each what becomes of it; nothing was changed yet.',
  'appointment-over': 'This appointment can no longer be changed.',
  'offer-gone': 'This time is no longer open.',
  'moved-too-often': 'This has been moved several times already. Please call us, and we will find a time together.',
  'call-written': 'Something was written on this call already. End it with its outcome instead.',
  'call-over': 'This call already has an outcome.',
  'call-of-another': 'A colleague has this call. Take it over first; nothing was saved.',
  'letter-changed': 'The letter would not say any more what you read. Please read it again; nothing was changed.',
  'letter-sent': 'This letter has been sent already.',
  'letter-not-offered': 'No letter goes out after this call.',
  'safety-unanswered': 'The safety question has no answer yet.',
  'settings-changed': 'Someone saved these settings since you opened them. What you typed is still here; open theirs first.',
  'article-changed': 'Someone saved another version of this article. Yours is still here; read theirs first.',
  'article-not-sourced': 'This article says something that has no source. Nothing was published.',
  'line-changed': 'Someone changed this service line. Read it again first; nothing was saved.',
  'alert-closed': 'This alert is already closed.',
  'not-a-patient': 'A prescriber has not accepted this person yet.',
  'already-accepted': 'This person is already a patient.',
  'already-decided': 'This screening already has a decision; a changed answer starts a new screening.',
  'screening-stale': 'The answers have changed since then; please decide on the newest screening.',
  'finding-blocks': 'A screening finding blocks this decision.',
  'defaults-not-approved': 'A prescriber has not approved the clinical defaults yet.',
  'consent-missing': 'There is no signed consent for this course.',
  'consent-stale': 'The consent text has changed since it was signed.',
  'dose-not-possible': 'This order does not pass a dose check.',
  'plan-signed': 'This plan is already signed.',
  'order-expired': 'The order has expired; a prescriber can renew it.',
  'order-for-its-day': 'The order is signed for a specific day.',
  'order-sent-back': 'The order was sent back to a prescriber.',
  'weight-changed': 'The weight differs from the order by more than 2 %; a prescriber must review it.',
  'wrong-state': 'This cannot be done at this step of the visit.',
  'draw-up-not-witnessed': 'A second person has not checked the draw-up.',
  'check-differs': 'The two readings do not match.',
  'session-already-started': 'This infusion is already running.',
  'over-order': 'This is more than the order allows.',
  'time-not-possible': 'That time cannot be right for this entry.',
  'drug-refused': 'This drug cannot be given this way. Nothing was charted.',
  'vial-of-other-drug': 'That vial is not the drug on the order.',
  'vial-short': 'The vial does not hold that much.',
  'vial-expired': 'The vial is past its expiry date.',
  'book-open': 'What was drawn up is not yet accounted for.',
  'book-settled': 'The drug book already shows what was given; pump entries can no longer be changed.',
  'gate-closed': 'Some criteria are not met yet.',
  'already-here': 'This person already has an open visit.',
  'discharge-open': 'Discharge criteria are not met.',
  'entry-held': 'Later entries depend on this one; strike those first.',
  'book-holds': 'The drug book has a line for this. Two people correct it under Stock.',
  'not-responsible': 'Only the nurse responsible for this chair can hand it off. You can take it over yourself.',
  'count-open': 'Another count is under way.',
  'merge-conflict': 'These two records cannot be merged yet.',
  'merged-already': 'This record was merged into another one; please use that one.',
  'merge-over': 'This merge can no longer be undone.',
  'pair-changed': 'One of the two records has changed since you looked; please look again.',
  'record-busy': 'Someone is charting on one of these records right now. Nothing was changed; please try again.',
  'entry-struck': 'This entry is already struck.',
  'answer-closed': 'This answer can no longer be changed.',
  'not-now': 'This cannot be shown right now. Please try again in a moment.',
  'not-saved': 'The server is too busy or its database is away. Nothing was saved. Please press again in a moment.',
  'not-known':
    'The answer from the database was lost, so it is not known whether this was saved. Press again: it will not be saved twice.',
} as const

export type ProblemCode = keyof typeof problems
/** What is wrong with a field, as data. `ask`: what a yes to the question sends with it, where a value is asked back. */
export type Fault = FaultSaid & { field: string; value?: unknown; ask?: string }
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
