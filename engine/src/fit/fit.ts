import type { Disposition } from '../disposition.ts'
import { EngineFault, refuse } from '../fault.ts'
import { parentPart, residualOf, variabilityOf } from './assumed.ts'
import { bodyOf, dispositionOf, fittable } from './body.ts'
import { fitFaults } from './faults.ts'
import { fitWarnings } from './fit-warnings.ts'
import type { Fit, Fitted } from './fitted.ts'
import { goodnessOf, pullOf } from './goodness-of-fit.ts'
import { drawnAt, type InOrder, inOrder, samplesOf } from './in-order.ts'
import type { FitInput } from './input.ts'
import { laplaceOf } from './laplace.ts'
import { modeOf } from './mode.ts'
import type { Objective } from './objective.ts'
import { priorOf } from './prior.ts'
import { resample } from './resample.ts'

export type { Fit, Fitted } from './fitted.ts'

/** One person's kinetics from plasma samples of the parent: the mode, its covariance and draws from the posterior. All faults at once. */
export function fit(input: FitInput): Fit {
  refuse(fitFaults(input))
  const { model, subject, regimen, observations, seed, draws = 500, robust = 'none' } = input
  const { names, omega, residual } = assumed(input)
  const typical = bodyOf(model.parameters(subject))
  const prior = priorOf(names, omega)
  const placed = inOrder(regimen, observations)
  const asked = { regimen, prior, residual, robust, typical }
  const { fitter, converged } = modeOf({ ...asked, ...drawnAt(placed.told) }, typical, samplesOf(placed.told))
  const { objective, scoring } = fitter
  const eta = scoring.eta.slice()
  const { covariance, from } = laplaceOf(objective, eta)
  const { apart, below, surprise: _, ...goodness } = goodnessOf(asked, placed, { model, subject, regimen, observations })
  const fitted = fittedOf(objective, placed, eta, { apart, below })
  const value = objective.value
  const drawn = resample(objective, prior, { eta, covariance }, { seed, draws })
  const found = {
    parameters: names,
    eta: sound('eta', [...eta]),
    omega: omega.map((row, i) => Math.sqrt(row[i])),
    sd: sound(
      'sd',
      [...eta].map((_, i) => Math.sqrt(covariance[i * eta.length + i])),
    ),
    covariance: names.map((_, i) => [...covariance.slice(i * eta.length, (i + 1) * eta.length)]),
    covarianceFrom: from,
    disposition: bodyAt(objective, eta),
    objective: value,
    converged,
    samples: fitted,
    goodness,
    posterior: {
      draws: drawn.etas.map((each) => bodyAt(objective, each)),
      etas: drawn.etas.map((each) => [...each]),
      effectiveSize: drawn.effectiveSize,
      proposals: drawn.proposals,
      trusted: drawn.trusted && converged && !goodness.objects,
    },
  }
  return { ...found, warnings: fitWarnings(input, found, drawn.trusted) }
}

function assumed(input: FitInput) {
  const [variability, residual] = [variabilityOf(input), residualOf(input)]
  if (!variability || !residual) throw new Error('the door let an input through that has no spread or no residual error')
  const { names, omega } = parentPart(variability)
  return { names: names.flatMap((name) => fittable.filter((known) => known === name)), omega, residual }
}

const bodyAt = (objective: Objective, eta: Float64Array): Disposition => dispositionOf(objective.bodyOf(eta))

type Said = { apart: ReadonlyMap<number, number>; below: ReadonlyMap<number, number> }

/** Every sample in the order in which it was given. */
function fittedOf(objective: Objective, { told, blanks }: InOrder, eta: Float64Array, { apart, below }: Said): Fitted[] {
  objective.at(new Float64Array(eta.length))
  const typical = objective.predicted.slice()
  objective.at(eta)
  const { loss, predicted } = objective
  const out: Fitted[] = []
  told.forEach(({ observation: o, place }, i) => {
    if ('plasma' in o) loss.measured(o.plasma, predicted[i])
    out[place] = {
      time: o.time,
      predicted: predicted[i],
      typical: typical[i],
      residual: 'plasma' in o ? loss.standardised(o.plasma, predicted[i]) : 'below',
      weight: 'plasma' in o ? loss.weight : 1,
      apart: apart.get(place) ?? null,
      chance: below.get(place) ?? null,
      pull: pullOf(objective, eta, i),
    }
  })
  for (const { observation, place } of blanks)
    out[place] = {
      time: observation.time,
      predicted: 0,
      typical: 0,
      residual: 'blank',
      weight: 0,
      apart: null,
      chance: null,
      pull: 1,
    }
  return out
}

/** Nothing that is not a number leaves. */
function sound(input: string, values: number[]): number[] {
  if (values.every(Number.isFinite)) return values
  throw new EngineFault([
    { input, value: values, expected: 'a finite result; the samples or doses are too far from any person to compute with' },
  ])
}
