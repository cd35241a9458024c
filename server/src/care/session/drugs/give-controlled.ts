import { exact, plain } from '@dripline/clinical'
import { spendProof } from '../../../platform/auth/proof.ts'
import { demandRight } from '../../../platform/auth/right.ts'
import { type Ctx, inOneStep } from '../../../platform/context.ts'
import { answerOf, appendEvent, holdSession } from '../append-event.ts'
import { refuseAtGate } from '../refuse-at-gate.ts'
import { askedDose } from './around.ts'
import { bookDose, doseWord, refuseReadings } from './book-dose.ts'
import type { ControlledSent } from './sent.ts'

/** Gives a controlled drug by its signed line, from a vial of that drug, before a second person; drawn, given and wasted stand in the book at once. */
export const giveControlled = (ctx: Ctx, { sessionId, proof, ...sent }: ControlledSent & { sessionId: string }) =>
  inOneStep(ctx, 'give-controlled', async (tx) => {
    await demandRight(ctx, tx, 'give-controlled')
    const held = await holdSession(tx, sessionId)
    const { session } = held
    const { vialId, drawnMl, mineMl, secondMl, allergiesRead, ...asked } = sent
    const dose = await askedDose(ctx, tx, held, { ...asked, allergiesRead })
    const pass = await refuseAtGate(ctx, tx, held, 'controlled-dose', { dose, at: sent.at })
    refuseReadings(sessionId, { drawnMl, mineMl, secondMl })
    const witness = await spendProof(ctx, tx, proof, 'give-controlled', doseWord({ sessionId, ...sent }))

    const at = new Date(dose.asked.at)
    const { personId } = session
    await bookDose(ctx, tx, { sessionId, personId, drugId: sent.drugId, vialId, drawnMl, mg: sent.mg, at, ...witness })
    const { drug, route } = dose.wanted
    const amount = plain(exact(sent.mg))
    const said = { drug: drug.title, drugId: drug.id, amount, unit: 'mg', route, reason: sent.reason } as const
    const event = await appendEvent(
      ctx,
      tx,
      session,
      { kind: 'drug-given', ...said, how: 'line', lineId: sent.lineId, vialId, witness: witness.staffId, allergiesRead },
      { at: sent.at, pass },
    )
    return { ...answerOf(session, event), witnessId: witness.staffId }
  })
