import { bisect } from './root.ts'

/** weight·e^(−rate·t) */
export type Exponential = { rate: number; weight: number }

/**
 * Every place above 0 and below `end` where a sum of exponentials of different rates changes its sign, ascending. Times e^(k·t), with k the
 * rate of one of them, the sum only rises or only falls between the zeros of a sum that has one term less, and those are found the same way.
 */
export function zerosOf(terms: readonly Exponential[], end: number): number[] {
  const [first, ...others] = terms.filter(({ weight }) => weight !== 0)
  if (others.length === 0) return []
  const turns = zerosOf(
    others.map(({ rate, weight }) => ({ rate, weight: weight * (first.rate - rate) })),
    end,
  )
  const sum = (t: number) => [first, ...others].reduce((total, { rate, weight }) => total + weight * Math.exp(-rate * t), 0)
  return signChanges(sum, [0, ...turns, end])
}

/** Where f changes its sign: once at most between two of the edges (ascending). */
export function signChanges(f: (t: number) => number, edges: readonly number[]): number[] {
  const values = edges.map(f)
  return edges.flatMap((edge, i) => {
    const [before, after] = [values[i], values[i + 1]]
    return (before > 0 && after < 0) || (before < 0 && after > 0) ? [bisect(f, edge, edges[i + 1])] : []
  })
}
