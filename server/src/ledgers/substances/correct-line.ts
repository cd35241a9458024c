import { spendProof } from '../../platform/auth/proof.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { correct } from './correct.ts'

export type CorrectLine = { lineId: string; ml: string; mg: string; note: string; proof: string }

/** A correction from the book's own page, before a second person. */
export function correctLine(ctx: Ctx, { proof, ...line }: CorrectLine) {
  return inOneStep(ctx, 'correct-line', async (tx) => {
    await demandRight(ctx, tx, 'correct')
    const { lineId, ml, mg } = line
    const { staffId, proofId } = await spendProof(ctx, tx, proof, 'correct', { lineId, ml, mg })
    return correct(ctx, tx, { ...line, witnessId: staffId, proofId })
  })
}
