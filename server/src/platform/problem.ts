import { type Fault, Problem, type ProblemCode, sayStaff } from '@dripline/clinical'
import type { Outage } from './outage.ts'
import { isWrite } from './request.ts'

/** The HTTP status of each way we refuse; the compiler asks for every one. */
export const statuses: Readonly<Record<ProblemCode, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 428 | 429 | 503>> = {
  'not-valid': 422,
  improbable: 422,
  'not-found': 404,
  'not-signed-in': 401,
  locked: 401,
  'second-factor-missing': 403,
  'second-factor-last': 409,
  'not-allowed': 403,
  'no-right': 403,
  'wrong-origin': 403,
  'too-many': 429,
  'too-large': 413,
  'key-missing': 428,
  'key-reused': 422,
  'sign-in-failed': 401,
  'sign-in-again': 403,
  'proof-failed': 403,
  'proof-same-person': 403,
  'proof-used': 403,
  'link-unusable': 410,
  'already-set-up': 409,
  'not-set-up': 409,
  'still-playing': 409,
  'code-wrong': 403,
  'slot-taken': 409,
  'person-elsewhere': 409,
  'outside-states': 409,
  'bookings-touched': 409,
  'appointment-over': 409,
  'moved-too-often': 409,
  'call-written': 409,
  'call-over': 409,
  'call-of-another': 409,
  'letter-changed': 409,
  'letter-sent': 409,
  'letter-not-offered': 409,
  'safety-unanswered': 409,
  'settings-changed': 409,
  'article-changed': 409,
  'article-not-sourced': 422,
  'line-changed': 409,
  'alert-closed': 409,
  'not-a-patient': 409,
  'already-accepted': 409,
  'already-decided': 409,
  'screening-stale': 409,
  'finding-blocks': 409,
  'defaults-not-approved': 409,
  'consent-missing': 409,
  'consent-stale': 409,
  'dose-not-possible': 422,
  'plan-signed': 409,
  'order-expired': 409,
  'order-for-its-day': 409,
  'order-sent-back': 409,
  'weight-changed': 409,
  'wrong-state': 409,
  'draw-up-not-witnessed': 409,
  'check-differs': 409,
  'session-already-started': 409,
  'over-order': 409,
  'time-not-possible': 422,
  'drug-refused': 409,
  'vial-of-other-drug': 409,
  'vial-short': 409,
  'vial-expired': 409,
  'book-open': 409,
  'book-settled': 409,
  'gate-closed': 409,
  'already-here': 409,
  'discharge-open': 409,
  'entry-held': 409,
  'book-holds': 409,
  'not-responsible': 409,
  'count-open': 409,
  'merge-conflict': 409,
  'merged-already': 409,
  'merge-over': 409,
  'pair-changed': 409,
  'record-busy': 409,
  'entry-struck': 409,
  'answer-closed': 409,
  'not-now': 503,
  'not-saved': 503,
  'not-known': 503,
}

/** Problem JSON (RFC 9457): the faulty value goes back to its sender only. */
export const problemJson = (problem: Problem) => ({
  type: `urn:dripline:problem:${problem.code}`,
  title: problem.message,
  status: statuses[problem.code],
  code: problem.code,
  about: problem.about,
  faults: problem.faults.map(asSent),
  fresh: problem.fresh,
})

// `expected` is for a page that was opened before faults were data: it shows that, and knows no codes.
const asSent = (fault: Fault) => ({ ...fault, params: fault.params ?? {}, expected: sayStaff(fault) })

const PRESS_AGAIN_S = 2

/** What an outage means to whoever sent this request: a look cannot be had now, a write is not saved, or nobody knows yet. */
export const outageProblem = ({ left }: Outage, method: string, hasSaved: boolean): Problem => {
  const code = !isWrite(method) ? 'not-now' : left === 'unknown' || hasSaved ? 'not-known' : 'not-saved'
  return new Problem(code, { retryAfterSeconds: PRESS_AGAIN_S })
}
