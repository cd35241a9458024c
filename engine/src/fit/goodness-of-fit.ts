import { clearance } from '../kinetics.ts'
import { dispositionOf } from './body.ts'
import { type Asked, type GoodnessTest, level, type Tested, tested } from './goodness.ts'
import type { InOrder } from './in-order.ts'
import type { Objective } from './objective.ts'
import { type Slip, slipsOf, type Written } from './slip.ts'
import { descend } from './system.ts'

/** What the samples say against the fit. Where it objects nothing of the fit is to be trusted. */
export type Goodness = {
  objects: boolean
  /** How often a fit with nothing wrong would look as bad, all tests together; below `level` it objects. */
  chance: number
  level: number
  tests: readonly GoodnessTest[]
  /** Slips that would explain it, likeliest first; looked for only where the fit objects. */
  slips: readonly Slip[]
}

/** The tests of a fit and, where they object, the slips that would explain it. */
export function goodnessOf(asked: Asked, samples: InOrder, written: Omit<Written, 'asked'>): Tested & Goodness {
  const found = tested(asked, samples)
  const objects = found.chance < level
  return { ...found, objects, level, slips: objects ? slipsOf({ ...written, asked }, found.surprise, found.apart) : [] }
}

/**
 * What one look multiplies the clearance by: the clearance at the mode over that of the mode without it, to one Newton step; null where
 * there is no telling.
 * `objective` must stand at its mode `eta`.
 */
export function pullOf(objective: Objective, eta: Float64Array, look: number): number | null {
  const { size, predicted, slopes, steepness, curvature, information } = objective
  const slope = (p: number) => slopes[p * predicted.length + look]
  const left = information.slice()
  for (let p = 0; p < size; p++) for (let q = 0; q <= p; q++) left[p * size + q] -= curvature[look] * slope(p) * slope(q)
  const gradient = eta.map((_, p) => -steepness[look] * slope(p))
  const step = new Float64Array(size)
  if (!descend(left, size, gradient, step)) return null
  const cleared = (at: Float64Array) => clearance(dispositionOf(objective.bodyOf(at)))
  const pull = cleared(eta) / cleared(eta.map((x, p) => x + step[p]))
  return Number.isFinite(pull) ? pull : null
}
