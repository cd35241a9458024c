import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import { foldEntries, isConcerning, SAFETY } from './call.ts'
import { faultOfAnswer } from './call-questions.ts'
import { entriesOf, insertEntry } from './call-store.ts'
import { holdCall, refuseOther } from './running-call.ts'

export type EnterAnswer = { appointmentId: string; question: string; answer: string }

/** Writes down one answer of a call; an earlier one stays readable. Any safety answer but a plain no raises an alert that somebody must own. */
export function enterAnswer(ctx: Ctx, { appointmentId, question, answer }: EnterAnswer) {
  return inOneStep(ctx, 'enter-answer', async (tx) => {
    const { id: enteredBy } = staffOf(ctx)
    const fault = faultOfAnswer(question, answer)
    if (fault) throw new Problem('not-valid', {}, [fault])
    const call = await holdCall(tx, appointmentId)
    refuseOther(ctx, call)
    const { id: callId, personId } = call
    const before = foldEntries(await entriesOf(tx, callId))[question]?.answer
    const entry = { id: ctx.newId(), callId, question, answer, enteredBy, enteredAt: ctx.now() }
    await insertEntry(tx, entry)
    if (question === SAFETY && isConcerning(answer) && !isConcerning(before))
      await raiseAlert(ctx, tx, { personId, kind: 'safety', cause: 'call', causeId: entry.id })
    return { id: entry.id, callId, appointmentId, personId, question, answer, at: entry.enteredAt.toISOString() }
  })
}
