import { Exact, exact, plain } from '@dripline/clinical'
import type { OpenedCount } from './store.ts'

/** How far a count by eye may lie from the book of an opened vial. */
export const countTolerance = { share: '0.02', source: 'clinical reference 7.1: partial vials', basis: 'proposed' } as const

export type CountedVial = { id: string; ml: string; isSealed: boolean }
export type Counted = { sealed: number; opened: readonly OpenedCount[] }
export type Difference = { vialId: string | null; book: string; counted: string }

/** Where a count and the book of the same moment differ: sealed vials exactly, opened ones beyond the tolerance. */
export const differences = (book: readonly CountedVial[], counted: Counted): Difference[] => {
  const sealed = book.filter(({ isSealed }) => isSealed).length
  const opened = new Map(counted.opened.map(({ vialId, ml }) => [vialId, ml]))
  const known = new Set(book.map(({ id }) => id))
  return [
    ...(sealed === counted.sealed ? [] : [{ vialId: null, book: String(sealed), counted: String(counted.sealed) }]),
    ...book
      .filter(({ isSealed }) => !isSealed)
      .map(({ id, ml }) => ({ vialId: id, book: ml, counted: opened.get(id) ?? '0' }))
      .filter((each) => isBeyond(each)),
    ...counted.opened
      .filter(({ vialId, ml }) => !known.has(vialId) && !exact(ml).isZero())
      .map(({ vialId, ml }) => ({ vialId, book: '0', counted: ml })),
  ]
}

const apart = ({ book, counted }: Difference) => exact(counted).minus(book).abs()
const isBeyond = (difference: Difference) => apart(difference).gt(new Exact(difference.book).times(countTolerance.share))

/** One difference a vial: of two people's, the one that lies farther from the book. */
export const widest = (all: readonly Difference[]): Difference[] => {
  const byVial = new Map<string | null, Difference>()
  for (const each of all) {
    const before = byVial.get(each.vialId)
    if (!before || apart(each).gt(apart(before))) byVial.set(each.vialId, { ...each, counted: plain(exact(each.counted)) })
  }
  return [...byVial.values()]
}
