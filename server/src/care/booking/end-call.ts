import { type CallOutcome, mayEndCall, Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { foldEntries, safetyOf } from './call.ts'
import { callOfAppointment, entriesOf, insertOutcome } from './call-store.ts'
import { closeAppointment } from './close-appointment.ts'
import { lockAppointment } from './store.ts'

export type EndCall = { appointmentId: string; outcome: CallOutcome; nextStep: string }

/** Ends a call with its outcome and next step, once. Only an urgent referral may go out before the safety question has an answer, and nothing is booked after a yes. */
export const endCall = (ctx: Ctx, { appointmentId, outcome, nextStep }: EndCall) =>
  inOneStep(ctx, 'end-call', async (tx) => {
    const { id: decidedBy } = staffOf(ctx)
    await lockAppointment(tx, appointmentId)
    const call = await callOfAppointment(tx, appointmentId)
    if (!call) throw new Problem('not-found', { appointmentId })
    const { id: callId, personId } = call
    const refusal = mayEndCall(outcome, safetyOf(foldEntries(await entriesOf(tx, callId))))
    if (refusal) throw new Problem(refusal, { callId })

    const decided = { id: ctx.newId(), callId, outcome, nextStep, decidedBy, decidedAt: ctx.now() }
    if (!(await insertOutcome(tx, decided))) throw new Problem('call-over', { callId })
    await closeAppointment(ctx, tx, appointmentId, 'done')
    return { ...decided, appointmentId, personId, decidedAt: decided.decidedAt.toISOString() }
  })
