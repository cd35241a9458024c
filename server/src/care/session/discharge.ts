import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { setAppointmentState } from '../booking/store.ts'
import { isForPump } from '../planning/store.ts'
import { answerOf, appendEvent, holdAny, holdVisit } from './append-event.ts'
import { refuseAtGate } from './refuse-at-gate.ts'
import { settleGiven } from './waste-remainder.ts'

/** Lets the patient go home: every gate of leaving is met or carries a prescriber's reason. */
export function discharge(ctx: Ctx, { sessionId }: { sessionId: string }) {
  return inOneStep(ctx, 'discharge', async (tx) => {
    const held = await holdAny(tx, sessionId)
    const { session } = held
    if (session.folded.state !== 'recovering') throw new Problem('wrong-state', { sessionId })
    const pass = await refuseAtGate(ctx, tx, held, 'discharge')
    const discharged = await appendEvent(ctx, tx, session, { kind: 'discharged' }, { pass })
    if (isForPump(held.order)) await settleGiven(ctx, tx, session, held.order.drugId)
    const left = await appendEvent(ctx, tx, session, { kind: 'left' })
    await setAppointmentState(tx, session.appointmentId, 'done', ctx.now())
    return answerOf(session, discharged, left)
  })
}

/** Calls off a visit that has not begun to run; what was drawn up must still be wasted before a witness. */
export function cancelVisit(ctx: Ctx, { sessionId, reason }: { sessionId: string; reason: string }) {
  return inOneStep(ctx, 'cancel-visit', async (tx) => {
    const session = await holdVisit(tx, sessionId)
    if (!session.folded.isBookClosed) throw new Problem('book-open', { sessionId })
    const event = await appendEvent(ctx, tx, session, { kind: 'cancelled', reason })
    await setAppointmentState(tx, session.appointmentId, 'cancelled', ctx.now())
    return answerOf(session, event)
  })
}
