import type { Disposition } from '../disposition.ts'
import { EngineFault, refuse } from '../fault.ts'
import { modelWarnings } from '../warnings.ts'
import { parentPart, residualOf, variabilityOf } from './assumed.ts'
import { bodyOf, dispositionOf, type Fittable, fittable } from './body.ts'
import { fitFaults } from './faults.ts'
import type { FitInput, FitWarning } from './input.ts'
import { laplaceOf } from './laplace.ts'
import { modeOf } from './mode.ts'
import type { Objective, Samples } from './objective.ts'
import { levelOf, type Observation } from './observation.ts'
import { priorOf } from './prior.ts'
import { type Resampled, resample } from './resample.ts'
import { siteWarnings } from './site.ts'

/** One sample beside what is predicted (mg/L): for this person, and for the typical one; the residual in units of its SD; what it counted. */
export type Fitted = { time: number; predicted: number; typical: number; residual: number | 'below'; weight: number }

/** What is known of one person after the samples. `eta` are the logarithms of what the typical parameters are multiplied by. */
export type Fit = {
  parameters: readonly Fittable[]
  eta: readonly number[]
  /** Prior SD of each eta. */
  omega: readonly number[]
  /** Posterior SD of each eta, from the covariance at the mode (Laplace). */
  sd: readonly number[]
  covariance: readonly (readonly number[])[]
  /** Whether the covariance is of the exact second derivative, or of the expected one because the exact one is no covariance. */
  covarianceFrom: 'hessian' | 'fisher'
  /** The most likely body. */
  disposition: Disposition
  /** Σ loss + ηᵀΩ⁻¹η at the mode: twice the negative log-posterior up to a constant. */
  objective: number
  converged: boolean
  samples: readonly Fitted[]
  /** Equally likely bodies; not to be used where `trusted` is false. */
  posterior: { draws: readonly Disposition[]; etas: readonly (readonly number[])[] } & Omit<Resampled, 'etas'>
  warnings: readonly FitWarning[]
}

/** One person's kinetics from plasma samples of the parent: the mode, its covariance and draws from the posterior. All faults at once. */
export function fit(input: FitInput): Fit {
  refuse(fitFaults(input))
  const { model, subject, regimen, observations, seed, draws = 500, robust = 'none' } = input
  const { names, omega, residual } = assumed(input)
  const typical = bodyOf(model.parameters(subject))
  const prior = priorOf(names, omega)
  const samples = samplesOf(observations)
  const protocol = { regimen, times: observations.map(({ time }) => time), prior, residual, robust }
  const { fitter, converged } = modeOf(protocol, typical, samples)
  const { objective, scoring } = fitter
  const eta = scoring.eta.slice()
  const { covariance, from } = laplaceOf(objective, eta)
  const fitted = fittedOf(objective, observations, eta)
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
    posterior: {
      draws: drawn.etas.map((each) => bodyAt(objective, each)),
      etas: drawn.etas.map((each) => [...each]),
      effectiveSize: drawn.effectiveSize,
      proposals: drawn.proposals,
      trusted: drawn.trusted && converged,
    },
  }
  return { ...found, warnings: warningsOf(input, found) }
}

function assumed(input: FitInput) {
  const [variability, residual] = [variabilityOf(input), residualOf(input)]
  if (!variability || !residual) throw new Error('the door let an input through that has no spread or no residual error')
  const { names, omega } = parentPart(variability)
  return { names: names.flatMap((name) => fittable.filter((known) => known === name)), omega, residual }
}

const samplesOf = (observations: readonly Observation[]): Samples => ({
  values: Float64Array.from(observations, levelOf),
  below: Uint8Array.from(observations, (o) => ('below' in o ? 1 : 0)),
})

const bodyAt = (objective: Objective, eta: Float64Array): Disposition => dispositionOf(objective.bodyOf(eta))

function fittedOf(objective: Objective, observations: readonly Observation[], eta: Float64Array): Fitted[] {
  objective.at(new Float64Array(eta.length))
  const typical = objective.predicted.slice()
  objective.at(eta)
  const { loss, predicted } = objective
  return observations.map((o, i) => {
    if ('plasma' in o) loss.measured(o.plasma, predicted[i])
    const residual = 'plasma' in o ? loss.standardised(o.plasma, predicted[i]) : 'below'
    return { time: o.time, predicted: predicted[i], typical: typical[i], residual, weight: 'plasma' in o ? loss.weight : 1 }
  })
}

function warningsOf(input: FitInput, { converged, posterior, covarianceFrom }: Omit<Fit, 'warnings'>): FitWarning[] {
  const { model, subject, drug, sampling, regimen, observations } = input
  const variability = variabilityOf(input)
  const { effectiveSize, proposals, trusted } = posterior
  const size = Math.round(effectiveSize)
  return [
    ...modelWarnings(model, subject, drug),
    ...siteWarnings(model, sampling, regimen, observations),
    ...(variability?.basis === 'borrowed'
      ? [said('variability', `the spread between people is borrowed: ${variability.source.citation}`)]
      : []),
    ...(converged ? [] : [said('posterior', 'the most likely body was not found; nothing here can be trusted')]),
    ...(trusted || !converged
      ? []
      : [said('posterior', `the draws cannot be trusted: ${proposals} proposals are worth ${size}`)]),
    ...(covarianceFrom === 'fisher' ? [said('posterior', 'the mode lies on a ridge; its covariance is the expected one')] : []),
  ]
}

const said = (about: FitWarning['about'], message: string): FitWarning => ({ about, message })

/** Nothing that is not a number leaves. */
function sound(input: string, values: number[]): number[] {
  if (values.every(Number.isFinite)) return values
  throw new EngineFault([
    { input, value: values, expected: 'a finite result; the samples or doses are too far from any person to compute with' },
  ])
}
