import { type Disposition, varied } from '../src/disposition.ts'
import { domino } from '../src/models/domino.ts'

/** The body that every task starts from. */
export const typical = domino.parameters({ weightKg: 70 })

/** The generator that the tasks are defined with, so that every implementation simulates the same people. */
export function normals(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    return radius * Math.cos(2 * Math.PI * uniform())
  }
}

const spreads = { cl: 0.3, v1: 0.25, v3: 0.25 }

/** The next body: clearance, central volume and slow volume drawn in this order. */
export function nextBody(normal: () => number): Disposition {
  const factors = new Map(Object.entries(spreads).map(([name, sd]) => [name, Math.exp(sd * normal())]))
  return varied(typical, (name) => factors.get(name) ?? 1)
}
