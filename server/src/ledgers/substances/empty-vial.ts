import { exact, Problem, plain } from '@dripline/clinical'
import { spendProof } from '../../platform/auth/proof.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, lockInOrder, staffOf } from '../../platform/context.ts'
import { insertLine, leftIn, vialOf } from './store.ts'
import { type LineKind, signedMl } from './substance-line.ts'

export type EmptyVial = { vialId: string; way: 'wasted' | 'returned'; note: string; proof: string }

/** Takes everything that is left in a vial out of the safe for good: destroyed here, or sent back to who disposes of it. */
export function emptyVial(ctx: Ctx, { vialId, way, note, proof }: EmptyVial) {
  return inOneStep(ctx, 'empty-vial', async (tx) => {
    await demandRight(ctx, tx, 'empty')
    await lockInOrder(tx, [`vial ${vialId}`])
    const vial = await vialOf(tx, vialId)
    if (!vial) throw new Problem('not-found', { vialId })
    const ml = await leftIn(tx, vialId)
    if (exact(ml).isZero()) throw new Problem('vial-short', { vialId, leftMl: ml })
    const second = await spendProof(ctx, tx, proof, 'empty', { vialId, ml, way })

    const mg = plain(exact(ml).times(vial.mgPerMl))
    const kinds: LineKind[] = way === 'wasted' ? ['withdrawn', 'wasted'] : ['returned']
    for (const kind of kinds)
      await insertLine(tx, {
        id: ctx.newId(),
        kind,
        vialId,
        ml: signedMl(kind, ml),
        mg,
        personId: null,
        sessionId: null,
        correctsId: null,
        note,
        enteredBy: staffOf(ctx).id,
        witnessId: second.staffId,
        proofId: second.proofId,
        at: ctx.now(),
        enteredAt: ctx.now(),
      })
    return { vialId, proofId: second.proofId, ml }
  })
}
