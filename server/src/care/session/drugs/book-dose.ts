import { exact, Problem, plain } from '@dripline/clinical'
import { recordGiven } from '../../../ledgers/substances/record-given.ts'
import { vialOf } from '../../../ledgers/substances/store.ts'
import { waste } from '../../../ledgers/substances/waste.ts'
import { withdraw } from '../../../ledgers/substances/withdraw.ts'
import type { Ctx, Tx } from '../../../platform/context.ts'

type Dose = {
  sessionId: string
  personId: string
  drugId: string
  vialId: string
  mg: string
  drawnMl: string
  at: Date
  enteredBy: string
  witnessId: string
  proofId: string | null
}

/** Writes a controlled dose into the book: drawn from its vial, given, and what is over wasted with the same witness. */
export const bookDose = async (
  ctx: Ctx,
  tx: Tx,
  { drawnMl, mg, enteredBy, witnessId, proofId, ...dose }: Dose,
): Promise<void> => {
  const vial = await vialOf(tx, dose.vialId)
  if (!vial) throw new Problem('not-found', { vialId: dose.vialId })
  const drawnMg = exact(drawnMl).times(vial.mgPerMl)
  const over = drawnMg.minus(mg)
  if (over.lt(0))
    throw new Problem('check-differs', { vialId: dose.vialId }, [
      {
        field: 'drawnMl',
        code: 'at-least-ml-of-mg-ml',
        params: { mgPerMl: plain(exact(mg).div(vial.mgPerMl), 3), mgPerMl2: plain(exact(vial.mgPerMl)) },
        value: drawnMl,
      },
    ])
  const { sessionId, personId, drugId, vialId, at } = dose
  const who = { enteredBy, witnessId, proofId }
  const part = { sessionId, personId, drugId, at }
  await withdraw(ctx, tx, { ...part, vialId, ml: drawnMl, mg: plain(drawnMg), ...who })
  await recordGiven(ctx, tx, { ...part, mg: plain(exact(mg)) })
  if (over.gt(0)) await waste(ctx, tx, { ...part, mg: plain(over), ...who })
}
