import { dischargeAt, Problem, usualDischarge } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { setAppointmentState } from '../booking/store.ts'
import { answerOf, appendEvent, holdSession, holdVisit } from './append-event.ts'
import { settleGiven } from './waste-remainder.ts'

/** Lets the patient go home: every gate is met or carries a prescriber's reason, and the drug book balances. */
export const discharge = (ctx: Ctx, { sessionId }: { sessionId: string }) =>
  inOneStep(ctx, 'discharge', async (tx) => {
    const { session, order } = await holdSession(tx, sessionId)
    const { missing, mayLeave } = dischargeAt(session.folded, usualDischarge(order.indication), ctx.now().toISOString())
    if (!session.folded.isBookClosed) throw new Problem('book-open', { sessionId })
    if (!mayLeave)
      throw new Problem(
        'discharge-open',
        { sessionId },
        missing.filter(({ override }) => !override).map(({ id, needs }) => ({ field: id, expected: needs ?? 'to be met' })),
      )

    const discharged = await appendEvent(ctx, tx, session, { kind: 'discharged' })
    await settleGiven(ctx, tx, session)
    const left = await appendEvent(ctx, tx, session, { kind: 'left' })
    await setAppointmentState(tx, session.appointmentId, 'done', ctx.now())
    return answerOf(session, discharged, left)
  })

/** Calls off a visit that has not begun to run; what was drawn up must still be wasted before a witness. */
export const cancelVisit = (ctx: Ctx, { sessionId, reason }: { sessionId: string; reason: string }) =>
  inOneStep(ctx, 'cancel-visit', async (tx) => {
    const session = await holdVisit(tx, sessionId)
    if (!session.folded.isBookClosed) throw new Problem('book-open', { sessionId })
    const event = await appendEvent(ctx, tx, session, { kind: 'cancelled', reason })
    await setAppointmentState(tx, session.appointmentId, 'cancelled', ctx.now())
    return answerOf(session, event)
  })
