import type { Limit } from './limit.ts'

/**
 * What the C program took where it was first measured (one thread, ms, a quiet two-core Zen 4): the limit must not have become easier to
 * reach. Times over its own T1, since machines differ. T2 of the SSE2 build was not tuned there, so that it is not held to.
 */
const published: Record<string, Record<string, number>> = {
  SSE2: { T1: 0.113, T2q: 187, T3: 217, T4: 5.3 },
  native: { T1: 0.058, T2: 10.9, T2q: 158, T3: 154, T4: 4.25 },
}

/** A task of the C program here and there, ms, and over its own T1 here ÷ there; above 1 it is slower here. */
export type Held = { build: string; id: string; here: number; there: number; ratio: number }

/** Above this the limit is too easy. */
export const slack = 1.3

/** Asks each build for the times of all tasks, by turns. */
export async function held(limits: readonly Limit[]): Promise<Held[]> {
  const found: Held[] = []
  for (const limit of limits) {
    const known = published[limit.name]
    const first = await limit.time('T1', 999)
    for (const [id, there] of Object.entries(known)) {
      const here = id === 'T1' ? first : await limit.time(id, id === 'T4' ? 99 : 5)
      found.push({ build: limit.name, id, here, there, ratio: here / first / (there / known.T1) })
    }
  }
  return found
}
