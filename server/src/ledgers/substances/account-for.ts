import { Exact, exact, Problem, plain } from '@dripline/clinical'
import { type Ctx, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { insertLine, openOfSession } from './store.ts'
import { bookPlaces, refuseFuture } from './substance-line.ts'

export type Part = { sessionId: string; personId: string; drugId: string; mg: string; at: Date; note?: string }
type Seen = { enteredBy?: string; witnessId: string; proofId: string | null }
type Open = { vialId: string; ml: string; mg: string; mgPerMl: string }

/** Writes what became of a part of a session's drawn dose; never more than is still open. Given with nothing to say, it writes nothing. */
export const accountFor = async (
  ctx: Ctx,
  tx: Tx,
  kind: 'given' | 'wasted',
  { sessionId, personId, drugId, mg, at, note }: Part,
  seen?: Seen,
) => {
  await lockInOrder(tx, [`session book ${sessionId}`])
  refuseFuture(at, ctx.now())
  const open = await openOfSession(tx, sessionId, drugId)
  const most = open.reduce((sum, each) => sum.plus(each.mg), new Exact(0))
  const asked = exact(mg, 'mg')
  if (asked.lt(0) || asked.gt(most))
    throw new Problem('not-valid', { sessionId }, [
      { field: 'mg', code: 'from-0-to-mg-what-is', params: { most: plain(most) }, value: mg },
    ])

  const lineIds: string[] = []
  for (const { vialId, ...amount } of partsOf(open, asked)) {
    const id = ctx.newId()
    await insertLine(tx, {
      id,
      kind,
      vialId,
      ...amount,
      personId,
      sessionId,
      correctsId: null,
      note: note ?? null,
      enteredBy: seen?.enteredBy ?? staffOf(ctx).id,
      witnessId: seen?.witnessId ?? null,
      proofId: seen?.proofId ?? null,
      at,
      enteredAt: ctx.now(),
    })
    lineIds.push(id)
  }
  return { sessionId, personId, lineIds }
}

/** An amount spread over the vials it was drawn from, first drawn first; the last part of a vial takes Exact the mL that remain. */
export const partsOf = (open: readonly Open[], mg: Exact): { vialId: string; ml: string; mg: string }[] => {
  let rest = mg
  return open.flatMap((from) => {
    const part = Exact.min(rest, from.mg)
    if (part.lte(0)) return []
    rest = rest.minus(part)
    const ml = part.eq(from.mg) ? exact(from.ml) : Exact.min(plain(part.div(from.mgPerMl), bookPlaces), from.ml)
    return [{ vialId: from.vialId, ml: plain(ml), mg: plain(part) }]
  })
}
