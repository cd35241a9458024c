/** A timed task of the limit, as the engine does it: the same input, the same output, and numbers by which to tell that it is right. */
export type Task = {
  id: 'T1' | 'T2' | 'T2q' | 'T3' | 'T4'
  about: string
  /** How many times the time of the C program it may take. */
  limit: number
  /** Runs of the C program in one round; their median counts. */
  runsInC: number
  /** What every implementation finds, in the order in which the C program prints it, and the share by which it may differ. */
  expected: readonly number[]
  tolerance: number
  prepare: () => Prepared
}

export type Prepared = { run: () => void; found: () => number[] }

export function sum(values: Float64Array): number {
  let all = 0
  for (const value of values) all += value
  return all
}

/** Which numbers are not what was expected, in words. */
export const wrong = (found: readonly number[], { expected, tolerance }: Pick<Task, 'expected' | 'tolerance'>): string[] =>
  expected.flatMap((wanted, i) =>
    Math.abs(found[i] - wanted) <= tolerance * Math.abs(wanted) ? [] : [`number ${i + 1} is ${found[i]}, not ${wanted}`],
  )
