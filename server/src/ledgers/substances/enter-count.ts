import { compareCount, type Fault, Problem, parseExact } from '@dripline/clinical'
import { demandRight } from '../../platform/auth/right.ts'
import { type Ctx, inOneStep, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { policiesOf } from '../../platform/policies.ts'
import { widest } from './count.ts'
import { closeCount, countEntries, insertCountEntry, insertDiscrepancy, type OpenedCount, openCount } from './count-store.ts'
import { ledgerOf, vialOf, vialsInSafe } from './store.ts'

export type EnterCount = { countId: string; sealed: number; opened: readonly OpenedCount[] }

/** One person's count. The second one closes it: each is held against the book of its own moment, and what differs gets an owner. */
export function enterCount(ctx: Ctx, { countId, sealed, opened }: EnterCount) {
  return inOneStep(ctx, 'enter-count', async (tx) => {
    await demandRight(ctx, tx, 'count')
    await lockInOrder(tx, ['stock count'])
    const count = await openCount(tx)
    if (count?.id !== countId) throw new Problem('not-found', { countId })
    const countedBy = staffOf(ctx).id
    if ((await countEntries(tx, countId)).some((entry) => entry.countedBy === countedBy))
      throw new Problem('count-open', { countId })
    await refuseUncountable(tx, opened)

    await insertCountEntry(tx, ctx.newId(), { countId, countedBy, sealed, opened, countedAt: ctx.now() })
    const entries = await countEntries(tx, countId)
    if (entries.length < 2) return { countId, isClosed: false, isAgreed: null }
    const { drugCount } = await policiesOf(tx, ctx.now())
    const found = []
    for (const entry of entries) {
      const held = await vialsInSafe(tx, entry.countedAt)
      const ids = new Set([...held, ...entry.opened.map(({ vialId }) => ({ id: vialId }))].map(({ id }) => id))
      found.push(...compareCount(await ledgerOf(tx, [...ids], entry.countedAt), entry, drugCount))
    }
    const apart = widest(found)
    await closeCount(tx, countId, ctx.now(), apart.length === 0)
    for (const { vialId, book, counted } of apart)
      await insertDiscrepancy(tx, {
        id: ctx.newId(),
        countId,
        vialId,
        book,
        counted,
        ownerId: count.openedBy,
        openedAt: ctx.now(),
      })
    return { countId, isClosed: true, isAgreed: apart.length === 0 }
  })
}

const refuseUncountable = async (tx: Tx, opened: readonly OpenedCount[]) => {
  const faults: Fault[] = []
  const seen = new Set<string>()
  for (const { vialId, ml } of opened) {
    const vial = await vialOf(tx, vialId)
    const amount = parseExact(ml)
    if (!vial || seen.has(vialId)) faults.push({ field: vialId, code: 'each-vial-of-book-once' })
    else if (!amount || amount.lt(0) || amount.gt(vial.volumeMl))
      faults.push({ field: vialId, code: 'from-0-to-ml', params: { volumeMl: vial.volumeMl }, value: ml })
    seen.add(vialId)
  }
  const missing = (await vialsInSafe(tx)).filter(({ id, isSealed }) => !isSealed && !seen.has(id))
  faults.push(...missing.map(({ id, number }): Fault => ({ field: id, code: 'what-you-see-in-vial-0', params: { number } })))
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}
