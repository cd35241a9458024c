import { exact, Problem } from '@dripline/clinical'
import { type Ctx, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { insertLine, leftIn, lineOf, openOfSession } from './store.ts'
import { type LineKind, refuseUnequal, signedMl } from './substance-line.ts'

export type Correct = { lineId: string; ml: string; mg: string; note: string; witnessId: string; proofId: string }

/** Writes a new line in the place of a wrong one; the old line stays, struck. Amounts carry no sign; 0 is a line that should not be there. */
export const correct = async (ctx: Ctx, tx: Tx, { lineId, ml, mg, note, witnessId, proofId }: Correct) => {
  const line = await lineOf(tx, lineId)
  if (!line) throw new Problem('not-found', { lineId })
  const { vialId, sessionId, personId, drugId } = line
  await lockInOrder(tx, [`vial ${vialId}`, ...(sessionId === null ? [] : [`session book ${sessionId}`])])
  if ((await lineOf(tx, lineId))?.isCorrected) throw new Problem('wrong-state', { lineId })
  refuseUnequal(ml, mg, line.mgPerMl, true)

  const kind = line.kind as LineKind
  const id = ctx.newId()
  await insertLine(tx, {
    id,
    kind,
    vialId,
    ml: signedMl(kind, ml),
    mg,
    personId,
    sessionId,
    correctsId: lineId,
    note,
    enteredBy: staffOf(ctx).id,
    witnessId,
    proofId,
    at: line.at,
    enteredAt: ctx.now(),
  })
  await refuseImpossible(tx, vialId, sessionId, drugId)
  return { lineId: id, correctsId: lineId, vialId, ...(personId !== null && { personId }) }
}

// Read after the line is written: a refusal takes it back with the step.
const refuseImpossible = async (tx: Tx, vialId: string, sessionId: string | null, drugId: string) => {
  const left = await leftIn(tx, vialId)
  if (exact(left).lt(0)) throw new Problem('vial-short', { vialId, leftMl: left })
  const open = sessionId === null ? [] : await openOfSession(tx, sessionId, drugId)
  if (open.some(({ mg }) => exact(mg).lt(0)))
    throw new Problem('not-valid', {}, [{ field: 'mg', code: 'amount-with-which-given-and-wasted' }])
}
