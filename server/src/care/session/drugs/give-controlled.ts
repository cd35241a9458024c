import { exact, Problem, plain } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../../platform/context.ts'
import { answerOf, appendEvent, holdSession } from '../append-event.ts'
import { refuseAtGate } from '../refuse-at-gate.ts'
import { askedDose } from './around.ts'
import { bookDose } from './book-dose.ts'
import { agreedDose, lineOf } from './dose-readings.ts'

/**
 * Gives a controlled drug by its signed line, once two people have each read the vial and the syringe: by the one who read first,
 * witnessed by the other; drawn, given and wasted stand in the book at once.
 */
export function giveControlled(ctx: Ctx, { sessionId, lineId }: { sessionId: string; lineId: string }) {
  return inOneStep(ctx, 'give-controlled', async (tx) => {
    const held = await holdSession(tx, sessionId)
    const { session } = held
    const line = await lineOf(tx, held, lineId)
    if (!line) throw new Problem('not-found', { lineId })
    const [first, second] = await agreedDose(ctx, tx, session, lineId)
    const { drugId, route, doseMg: mg } = line
    const allergiesRead = [...new Set([...first.allergiesRead, ...second.allergiesRead])]
    const dose = await askedDose(ctx, tx, held, { drugId, route, mg, reason: null, lineId, allergiesRead })
    const pass = await refuseAtGate(ctx, tx, held, 'controlled-dose', { dose })

    const { personId } = session
    const { vialId, ml: drawnMl } = first
    const who = { enteredBy: first.by, witnessId: second.by, proofId: second.proofId }
    await bookDose(ctx, tx, { sessionId, personId, drugId, vialId, drawnMl, mg, at: new Date(dose.asked.at), ...who })
    const said = { drug: dose.wanted.drug.title, drugId, amount: plain(exact(mg)), unit: 'mg', route, reason: null } as const
    const event = await appendEvent(
      ctx,
      tx,
      session,
      { kind: 'drug-given', ...said, how: 'line', lineId, vialId, witness: second.by, allergiesRead },
      { by: first.by, pass },
    )
    return { ...answerOf(session, event), givenBy: first.by, witnessId: second.by }
  })
}
