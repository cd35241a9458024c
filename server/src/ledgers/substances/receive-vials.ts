import { exact, Problem, plain, receiptFaults } from '@dripline/clinical'
import { spendProof } from '../../platform/auth/proof.ts'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, lockInOrder, staffOf } from '../../platform/context.ts'
import { insertLine, insertVial, lastVialNumber, zoneOf } from './store.ts'
import { isExpired } from './substance-line.ts'

export type ReceiveVials = {
  drugId: string
  lot: string
  mgPerMl: string
  volumeMl: string
  expiresOn: string
  vials: number
  invoice: string
  proof: string
}

/** Puts vials of one lot into the safe before a second person; each gets the next number of the book. */
export function receiveVials(ctx: Ctx, { proof, vials, invoice, ...vial }: ReceiveVials) {
  return inOneStep(ctx, 'receive-vials', async (tx) => {
    await demandRight(ctx, tx, 'receive')
    const faults = receiptFaults(vial)
    if (faults.length > 0) throw new Problem('not-valid', {}, faults)
    if (isExpired(vial.expiresOn, ctx.now(), await zoneOf(tx)))
      throw new Problem('vial-expired', {}, [{ field: 'expiresOn', code: 'day-that-has-not-passed', value: vial.expiresOn }])
    const facts = { ...vial, vials: String(vials), invoice }
    const second = await spendProof(ctx, tx, proof, 'receive', facts)
    await lockInOrder(tx, ['vial numbers'])
    const last = await lastVialNumber(tx)

    const received: { vialId: string; number: string }[] = []
    for (let i = 1; i <= vials; i++) {
      const [vialId, number] = [ctx.newId(), String(last + i).padStart(4, '0')]
      await insertVial(tx, vialId, { ...vial, number }, ctx.now())
      await insertLine(tx, {
        id: ctx.newId(),
        kind: 'received',
        vialId,
        ml: vial.volumeMl,
        mg: plain(exact(vial.mgPerMl).times(vial.volumeMl)),
        personId: null,
        sessionId: null,
        correctsId: null,
        note: invoice === '' ? null : `invoice ${invoice}`,
        enteredBy: staffOf(ctx).id,
        witnessId: second.staffId,
        proofId: second.proofId,
        at: ctx.now(),
        enteredAt: ctx.now(),
      })
      received.push({ vialId, number })
    }
    return { proofId: second.proofId, received }
  })
}
