import type { ProblemCode } from '../problems.ts'
import type { Reader } from './reader.ts'
import * as refusal from './refusal.generated.ts'

type Said = (to: Reader) => string

/** What a page that is open to callers and patients can refuse; all else is for the staff, in the staff’s words. */
const said: Readonly<Partial<Record<ProblemCode | 'no-network' | 'no-answer', Said>>> = {
  'not-valid': refusal.notValid,
  'not-found': refusal.notFound,
  'wrong-origin': refusal.wrongOrigin,
  'too-many': refusal.tooMany,
  'too-large': refusal.tooLarge,
  'link-unusable': refusal.linkUnusable,
  'not-set-up': refusal.notSetUp,
  'slot-taken': refusal.slotTaken,
  'person-elsewhere': refusal.personElsewhere,
  'outside-states': refusal.outsideStates,
  'appointment-over': refusal.appointmentOver,
  'offer-gone': refusal.offerGone,
  'moved-too-often': refusal.movedTooOften,
  'answer-closed': refusal.answerClosed,
  'not-now': refusal.notNow,
  'not-saved': refusal.notSaved,
  'not-known': refusal.notKnown,
  'no-network': refusal.noNetwork,
  'no-answer': refusal.noAnswer,
}

/** Why something could not be done, as a caller or a patient reads it; `otherwise` where it is none of theirs. */
export const refusalWords = (to: Reader, code: string | undefined, otherwise?: string): string =>
  said[code as ProblemCode]?.(to) ?? otherwise ?? refusal.unexpected(to)
