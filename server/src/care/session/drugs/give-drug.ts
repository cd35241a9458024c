import { exact, Problem, plain } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../../platform/context.ts'
import { answerOf, appendEvent, holdAny } from '../append-event.ts'
import { askedDose, refuseDose } from './around.ts'
import type { DoseSent } from './sent.ts'

/** Gives a drug of the clinic's list in the chair: held against allergies, usual and highest dose, spacing and signed lines. Never a controlled one. */
export function giveDrug(ctx: Ctx, { sessionId, ...sent }: DoseSent & { sessionId: string }) {
  return inOneStep(ctx, 'give-drug', async (tx) => {
    const held = await holdAny(tx, sessionId)
    const dose = await askedDose(ctx, tx, held, sent)
    if (dose.wanted.isControlled)
      throw new Problem('drug-refused', { sessionId }, [
        { field: 'line', code: 'signed-as-needed-line-vial-of', value: sent.drugId },
      ])
    refuseDose(sessionId, dose)

    const { drug, route } = dose.wanted
    const event = await appendEvent(
      ctx,
      tx,
      held.session,
      {
        kind: 'drug-given',
        drug: drug.title,
        drugId: drug.id,
        amount: plain(exact(sent.mg)),
        unit: 'mg',
        route,
        reason: sent.reason,
        how: sent.lineId === null ? 'list' : 'line',
        lineId: sent.lineId,
        vialId: null,
        allergiesRead: sent.allergiesRead,
      },
      { at: sent.at },
    )
    return answerOf(held.session, event)
  })
}
