import { varied } from '../../src/disposition.ts'
import { parentPart } from '../../src/fit/assumed.ts'
import { bodyOf } from '../../src/fit/body.ts'
import { tested } from '../../src/fit/goodness.ts'
import { goodnessOf } from '../../src/fit/goodness-of-fit.ts'
import { inOrder } from '../../src/fit/in-order.ts'
import { priorOf } from '../../src/fit/prior.ts'
import { factor, lowerTimes } from '../../src/numeric/cholesky.ts'
import { normalAt } from '../../src/numeric/random.ts'
import { simulate } from '../../src/simulate.ts'
import type { Design } from './designs.ts'
import type { Case, Played } from './slips.ts'

const weightKg = 70

/** Virtual person number `index` of a design, sampled: a pure function of the design's seed and the index. */
export function sampled({ model, variability, residual, regimen, times, seed }: Design, index: number): Case {
  const { names, omega } = parentPart(variability)
  const lower = Float64Array.from(omega.flat())
  factor(lower, names.length)
  const eta = new Float64Array(names.length)
  lowerTimes(
    lower,
    names.length,
    eta.map((_, i) => normalAt(seed, index, i)),
    eta,
  )
  const body = varied(model.parameters({ weightKg }), (name) => Math.exp(eta[names.indexOf(name)] ?? 0))
  const plasma = Array.from(simulate(body, regimen, times), (f, i) => {
    const z = normalAt(seed, index, 1000 + i)
    if ('logSd' in residual) return f * Math.exp(residual.logSd * z)
    // A proportional error of a quarter would, once in ten thousand, leave nothing to measure.
    return Math.max(0.02 * f, f + Math.hypot(residual.proportional * f, residual.additive) * z)
  })
  return { plasma, times, weightKg }
}

const askedOf = ({ model, variability, residual, regimen }: Design, one: Case) => {
  const { names, omega } = parentPart(variability)
  const subject = { weightKg: one.weightKg }
  const observations = one.plasma.map((plasma, i) => ({ time: one.times[i], plasma }))
  const asked = { regimen, prior: priorOf(names, omega), residual, typical: bodyOf(model.parameters(subject)) }
  return { asked, samples: inOrder(regimen, observations), written: { model, subject, regimen, observations } }
}

/** What the engine says of a case. */
export const judged = (design: Design, one: Case) => {
  const { asked, samples, written } = askedOf(design, one)
  return goodnessOf(asked, samples, written)
}

/** How much better a case fits when one very slip is taken back: the best that can be asked when the slip is known beforehand. */
export function gained(design: Design, one: Case, slip: Played): number {
  const surprise = (read: Case) => {
    const { asked, samples } = askedOf(design, read)
    return tested(asked, samples).surprise
  }
  return surprise(one) - surprise(slip.meant(one))
}
