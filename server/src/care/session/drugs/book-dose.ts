import { exact, type Fault, Problem, plain } from '@dripline/clinical'
import { recordGiven } from '../../../ledgers/substances/record-given.ts'
import { vialOf } from '../../../ledgers/substances/store.ts'
import { waste } from '../../../ledgers/substances/waste.ts'
import { withdraw } from '../../../ledgers/substances/withdraw.ts'
import type { Ctx, Tx } from '../../../platform/context.ts'

type Word = { sessionId: string; drugId: string; vialId: string; mg: string; drawnMl: string }

/** What the second person of a controlled dose puts their name to; the screen shows the same facts. */
export const doseWord = ({ sessionId, drugId, vialId, mg, drawnMl }: Word) => ({
  sessionId,
  drugId,
  vialId,
  mg: plain(exact(mg)),
  drawnMl: plain(exact(drawnMl)),
})

/** Each of the two people reads the syringe by themselves; both must have read what is said to be drawn. */
export const refuseReadings = (
  sessionId: string,
  { drawnMl, mineMl, secondMl }: Record<'drawnMl' | 'mineMl' | 'secondMl', string>,
) => {
  const faults: Fault[] = Object.entries({ mineMl, secondMl })
    .filter(([, value]) => !exact(value).eq(drawnMl))
    .map(([field, value]) => ({ field, expected: 'what both people read on the syringe', value }))
  if (faults.length > 0) throw new Problem('check-differs', { sessionId }, faults)
}

type Dose = Word & { personId: string; at: Date; staffId: string; proofId: string }

/** Writes a controlled dose into the book: drawn from its vial, given, and what is over wasted before the same witness. */
export const bookDose = async (ctx: Ctx, tx: Tx, { drawnMl, mg, staffId: witnessId, proofId, ...dose }: Dose): Promise<void> => {
  const vial = await vialOf(tx, dose.vialId)
  if (!vial) throw new Problem('not-found', { vialId: dose.vialId })
  const drawnMg = exact(drawnMl).times(vial.mgPerMl)
  const over = drawnMg.minus(mg)
  if (over.lt(0))
    throw new Problem('check-differs', { vialId: dose.vialId }, [
      {
        field: 'drawnMl',
        expected: `at least ${plain(exact(mg).div(vial.mgPerMl), 3)} mL of ${plain(exact(vial.mgPerMl))} mg/mL`,
        value: drawnMl,
      },
    ])
  const { sessionId, personId, drugId, vialId, at } = dose
  const part = { sessionId, personId, drugId, at }
  await withdraw(ctx, tx, { ...part, vialId, ml: drawnMl, mg: plain(drawnMg), witnessId, proofId })
  await recordGiven(ctx, tx, { ...part, mg: plain(exact(mg)) })
  if (over.gt(0)) await waste(ctx, tx, { ...part, mg: plain(over), witnessId, proofId })
}
