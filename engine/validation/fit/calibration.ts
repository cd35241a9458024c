import { type Disposition, varied } from '../../src/disposition.ts'
import { parentPart, residualOf, variabilityOf } from '../../src/fit/assumed.ts'
import { fit } from '../../src/fit/fit.ts'
import type { FitInput } from '../../src/fit/input.ts'
import type { Observation } from '../../src/fit/observation.ts'
import type { Variability } from '../../src/model.ts'
import { factor, lowerTimes } from '../../src/numeric/cholesky.ts'
import { normalAt } from '../../src/numeric/random.ts'
import { simulate } from '../../src/simulate.ts'

/** A design that is played again and again: everything of a fit but the samples, and their times (min). */
export type Design = Omit<FitInput, 'observations'> & { times: readonly number[]; below?: number }

/** What the fit of one virtual person said of the truth that only we know. */
export type Recovered = {
  /** Of so many draws, how many lie below the truth, for each parameter: even over people when the posterior is right. */
  ranks: readonly number[]
  parameters: readonly string[]
  draws: number
  /** (mode − truth)/posterior SD. */
  errors: readonly number[]
  effectiveShare: number
  trusted: boolean
}

/** Virtual person number `index`: drawn from the prior, sampled, fitted. A pure function of the design's seed and the index. */
export function recovered(design: Design, index: number): Recovered {
  const [variability, residual] = [variabilityOf({ ...design, observations: [] }), residualOf({ ...design, observations: [] })]
  if (!variability || !residual) throw new Error('a design needs a spread and a residual error')
  const truth = drawnFrom(variability, design.seed, index)
  const factorOf = (name: string) => Math.exp(truth[name] ?? 0)
  const body: Disposition = varied(design.model.parameters(design.subject), factorOf)
  const plasma = simulate(body, design.regimen, design.times)
  const observations = design.times.map((time, i): Observation => {
    const z = normalAt(design.seed, index, 1000 + i)
    const y = 'logSd' in residual ? plasma[i] * Math.exp(residual.logSd * z) : strayed(plasma[i], residual, z)
    return design.below !== undefined && y < design.below ? { time, below: design.below } : { time, plasma: y }
  })
  const { parameters, eta, sd, posterior } = fit({ ...design, observations, seed: design.seed + 1 + index })
  return {
    parameters,
    ranks: parameters.map((name, p) => posterior.etas.filter((each) => each[p] < truth[name]).length),
    draws: posterior.etas.length,
    errors: parameters.map((name, p) => (eta[p] - truth[name]) / sd[p]),
    effectiveShare: posterior.effectiveSize / posterior.proposals,
    trusted: posterior.trusted,
  }
}

const strayed = (f: number, { proportional, additive }: { proportional: number; additive: number }, z: number) =>
  f + Math.hypot(proportional * f, additive) * z

function drawnFrom(variability: Variability, seed: number, index: number): Record<string, number> {
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
  return Object.fromEntries(names.map((name, i) => [name, eta[i]]))
}

/** Uniform ranks over people: χ² of the ranks in even bins (degrees of freedom: bins − 1), and the share inside the central 50 % and 90 %. */
export type Calibration = { counts: readonly number[]; chiSquared: number; within50: number; within90: number }

/** How even the ranks of one parameter are, in so many bins. */
export function calibrationOf(people: readonly Recovered[], parameter: number, bins = 10): Calibration {
  const places = people.map(({ ranks, draws }) => (ranks[parameter] + 0.5) / (draws + 1))
  const counts = Array.from({ length: bins }, (_, b) => places.filter((u) => Math.floor(u * bins) === b).length)
  const expected = people.length / bins
  const share = (half: number) => places.filter((u) => Math.abs(u - 0.5) < half).length / people.length
  return {
    counts,
    chiSquared: counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    within50: share(0.25),
    within90: share(0.45),
  }
}
