import { type CallNext, type CallOutcome, callNext, type Fault, mayEndCall, nextAfter, Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import type { EvaluationPlace } from './appointment.ts'
import { bookKnown } from './book-for-person.ts'
import { foldEntries, safetyOf } from './call.ts'
import { entriesOf, insertOutcome } from './call-store.ts'
import { closeAppointment } from './close-appointment.ts'
import { holdCall, refuseEnded, refuseOther } from './running-call.ts'

export type EndCall = {
  appointmentId: string
  outcome: CallOutcome
  next: CallNext
  /** In words, beside the way on: who does what, by when. */
  note?: string | undefined
  /** The time that was found on the call, where the way on books one. */
  book?: { start: string; place?: EvaluationPlace | undefined; clinicianId?: string | undefined } | undefined
}

/**
 * Ends a call with its outcome and way on, once, and books the next appointment in the same step. Only an urgent referral may go out before
 * the safety question has an answer, and nothing is booked after a yes.
 */
export function endCall(ctx: Ctx, { appointmentId, outcome, next, note = '', book }: EndCall) {
  return inOneStep(ctx, 'end-call', async (tx) => {
    const { id: decidedBy } = staffOf(ctx)
    refuseMismatch({ outcome, next, book })
    const call = await holdCall(tx, appointmentId)
    refuseEnded(call)
    refuseOther(ctx, call)
    const { id: callId, personId } = call
    const refusal = mayEndCall(outcome, safetyOf(foldEntries(await entriesOf(tx, callId))))
    if (refusal) throw new Problem(refusal, { callId })

    await closeAppointment(ctx, tx, appointmentId, 'done')
    const { books } = callNext[next]
    const booked = books && book ? await bookKnown(ctx, tx, { personId, kind: books, ...book }) : null
    const bookedId = booked?.id ?? null
    const decided = { id: ctx.newId(), callId, outcome, next, nextStep: note, bookedId, decidedBy, decidedAt: ctx.now() }
    if (!(await insertOutcome(tx, decided))) throw new Problem('call-over', { callId })
    return { ...decided, appointmentId, personId, bookedFor: booked?.start ?? null, decidedAt: decided.decidedAt.toISOString() }
  })
}

// A way on belongs to its outcome; a time is sent exactly where one is booked.
const refuseMismatch = ({ outcome, next, book }: Pick<EndCall, 'outcome' | 'next' | 'book'>): void => {
  const { books } = callNext[next]
  const faults: Fault[] = []
  if (!nextAfter(outcome).includes(next))
    faults.push({ field: 'next', code: 'one-of-outcomes', params: { outcome: nextAfter(outcome) }, value: next })
  if (books && !book) faults.push({ field: 'book', code: 'free-time' })
  if (!books && book) faults.push({ field: 'book', code: 'no-time-this-way-on-books' })
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}
