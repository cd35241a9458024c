import { type CountDifference, exact } from '@dripline/clinical'

/** One difference a vial: of two people's, the one that lies farther from the book. */
export const widest = (all: readonly CountDifference[]): CountDifference[] => {
  const byVial = new Map<string | null, CountDifference>()
  for (const each of all) {
    const before = byVial.get(each.vialId)
    if (!before || exact(each.difference).abs().gt(exact(before.difference).abs())) byVial.set(each.vialId, each)
  }
  return [...byVial.values()]
}
