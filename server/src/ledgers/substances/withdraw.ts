import { dateOf, drugOf, mayWithdraw, Problem } from '@dripline/clinical'
import { type Ctx, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { insertLine, ledgerOf, leftIn, vialOf, zoneOf } from './store.ts'
import { refuseFuture, refuseUnequal, signedMl } from './substance-line.ts'

export type Withdraw = {
  /** The drug of the order, by its definition. */
  drugId: string
  vialId: string
  ml: string
  mg: string
  personId: string
  sessionId: string
  /** Who drew it, when that is not whoever is signed in. */
  enteredBy?: string
  witnessId: string
  /** How the witness proved themselves on another's screen; null on their own. */
  proofId: string | null
  at: Date
  note?: string
}

/** Takes a dose out of a vial, in the step that records the draw-up. mL to 0.01; mg must be the same amount. */
export const withdraw = async (
  ctx: Ctx,
  tx: Tx,
  { drugId, vialId, ml, mg, at, note, enteredBy = staffOf(ctx).id, ...who }: Withdraw,
) => {
  await lockInOrder(tx, [`vial ${vialId}`])
  const vial = await vialOf(tx, vialId)
  if (!vial) throw new Problem('not-found', { vialId })
  refuseOtherDrug(vial, drugId)
  refuseUnequal(ml, mg, vial.mgPerMl)
  refuseFuture(at, ctx.now())
  const today = dateOf(ctx.now().toISOString(), await zoneOf(tx))
  const why = mayWithdraw(await ledgerOf(tx, [vialId], ctx.now()), vial, ml, today)
  if (why) throw new Problem(why, { vialId, leftMl: await leftIn(tx, vialId) })

  const lineId = ctx.newId()
  await insertLine(tx, {
    ...who,
    id: lineId,
    kind: 'withdrawn',
    vialId,
    ml: signedMl('withdrawn', ml),
    mg,
    correctsId: null,
    note: note ?? null,
    enteredBy,
    at,
    enteredAt: ctx.now(),
  })
  return { lineId, vialId, lot: vial.lot, number: vial.number, mgPerMl: vial.mgPerMl, expiresOn: vial.expiresOn }
}

const refuseOtherDrug = (vial: { id: string; number: string; drugId: string }, wanted: string): void => {
  const ordered = drugOf(wanted)
  if (ordered && vial.drugId === ordered.id) return
  throw new Problem('vial-of-other-drug', { vialId: vial.id }, [
    {
      field: 'vials',
      code: 'vial-of',
      params: { title: ordered?.title ?? 'the ordered drug' },
      value: `vial ${vial.number}, ${sayDrug(vial.drugId)}`,
    },
  ])
}

const sayDrug = (id: string) => drugOf(id)?.title ?? 'drug not coded'
