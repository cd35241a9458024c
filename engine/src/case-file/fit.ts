import type { Quantiles } from '../band.ts'
import { type Fault, refuse } from '../fault.ts'
import { fitFaults } from '../fit/faults.ts'
import { type Fit, type Fitted, fit } from '../fit/fit.ts'
import type { Goodness } from '../fit/goodness-of-fit.ts'
import type { FitInput, FitWarning } from '../fit/input.ts'
import type { Observation, Site } from '../fit/observation.ts'
import { clearance, steadyStateVolume } from '../kinetics.ts'
import type { Drug } from '../model.ts'
import { quantiles } from '../numeric/quantile.ts'
import { simulate } from '../simulate.ts'
import { inLitresPerHour, inNgPerMl } from '../units.ts'
import { allFaults } from './all-faults.ts'
import { Fields, seeds } from './fields.ts'
import { inCaseWords, readObservations, sites } from './observations.ts'
import { quantilesAt } from './quantiles.ts'
import { readRegimen } from './regimen.ts'
import { caseFileVersion, readDrugAsked, readModel, readSubject, readVersion, versionOf } from './subject.ts'
import { readResidual, readVariability } from './variability.ts'

export type FitCase = FitInput & { drug: Drug; timesMin: number[] | undefined }

type FittedParameter = { parameter: string; factor: number; eta: number; sd: number; priorSd: number; varianceLeft: number }

type FittedSample = {
  timeMin: number
  measuredNgPerMl?: number
  belowNgPerMl?: number
  typicalNgPerMl: number
  fittedNgPerMl: number
  residual: Fitted['residual']
  /** SDs from where the other samples would have it; the chance of lying below the limit; what it alone multiplies the clearance by. */
  apart: number | null
  chance: number | null
  pull: number | null
  weight: number
}

export type FitOutput = {
  caseFile: number
  model: string
  /** Of the model's definition. */
  version: string
  drug: Drug
  sampling: Site
  population: string
  seed: number
  /** What each typical parameter is multiplied by; SDs of its logarithm after and before the samples; (sd/priorSd)², the share of the prior variance that is left: near 1 the prior spoke. */
  parameters: FittedParameter[]
  clearanceLPerHour: { typical: number; fitted: number; p5: number; p95: number }
  steadyStateVolumeL: { typical: number; fitted: number }
  objective: number
  converged: boolean
  covarianceFrom: Fit['covarianceFrom']
  effectiveSize: number
  proposals: number
  trusted: boolean
  samples: FittedSample[]
  /** What the samples say against the fit, all tests together; where it objects, the slips that would explain it. */
  goodness: Goodness
  /** At the times asked for: the fitted curve, and where it may lie. */
  timesMin?: number[]
  plasmaNgPerMl?: number[]
  bandNgPerMl?: Quantiles
  warnings: readonly FitWarning[]
}

/** Reads a case to fit; every fault of the file at once. What only the whole can show (a wrong unit, say) is found by the fit itself, before it begins. */
export function readFitCase(value: unknown): FitCase {
  const faults: Fault[] = []
  const fields = new Fields(value, '', faults, 'an object with model, subject, regimen, observations, sampling')
  readVersion(fields)
  const model = readModel(fields)
  const subject = readSubject(fields, model.reads)
  const timesMin = fields.has('timesMin') ? fields.rising('timesMin') : undefined
  fields.raw('timesMin')
  const robust = fields.optionalNumber('robustDegrees', { min: 1, max: 1000 })
  const draws = fields.optionalWhole('draws', { min: 1, max: 100_000 })
  const found: FitCase = {
    model,
    subject,
    drug: readDrugAsked(fields),
    regimen: readRegimen(fields, subject, 'a fit'),
    observations: readObservations(fields),
    sampling: fields.oneOf('sampling', sites),
    variability: readVariability(fields, model),
    residual: readResidual(fields, model),
    seed: fields.optionalWhole('seed', seeds) ?? 1,
    robust: robust ?? 'none',
    ...(draws !== undefined && { draws }),
    timesMin,
  }
  fields.nothingElse()
  refuse(allFaults(faults, () => fitFaults(found).map(inCaseWords)))
  return found
}

/** One person’s kinetics from samples: the most likely, how sure, and the curve with its band at the times asked for. */
export function fitCase(asked: FitCase): FitOutput {
  const { model, subject, drug, seed, regimen, timesMin } = asked
  const found = fit(asked)
  const typical = model.parameters(subject)
  const cleared = Float64Array.from(found.posterior.draws, (one) => inLitresPerHour(clearance(one)))
  const [p5, p95] = quantiles(cleared, [0.05, 0.95])
  return {
    caseFile: caseFileVersion,
    model: model.id,
    version: versionOf(model.id),
    drug,
    sampling: asked.sampling,
    population: model.source.population,
    seed,
    parameters: found.parameters.map((parameter, i) => ({
      parameter,
      factor: Math.exp(found.eta[i]),
      eta: found.eta[i],
      sd: found.sd[i],
      priorSd: found.omega[i],
      varianceLeft: (found.sd[i] / found.omega[i]) ** 2,
    })),
    clearanceLPerHour: {
      typical: inLitresPerHour(clearance(typical)),
      fitted: inLitresPerHour(clearance(found.disposition)),
      p5,
      p95,
    },
    steadyStateVolumeL: { typical: steadyStateVolume(typical), fitted: steadyStateVolume(found.disposition) },
    objective: found.objective,
    converged: found.converged,
    covarianceFrom: found.covarianceFrom,
    effectiveSize: found.posterior.effectiveSize,
    proposals: found.posterior.proposals,
    trusted: found.posterior.trusted,
    samples: found.samples.map((sample, i) => fittedSample(sample, asked.observations[i])),
    goodness: found.goodness,
    ...(timesMin && {
      timesMin,
      plasmaNgPerMl: Array.from(simulate(found.disposition, regimen, timesMin), inNgPerMl),
      bandNgPerMl: bandOf(found, asked, timesMin),
    }),
    warnings: found.warnings,
  }
}

const fittedSample = ({ time, predicted, typical, ...rest }: Fitted, o: Observation): FittedSample => ({
  timeMin: time,
  ...('plasma' in o ? { measuredNgPerMl: inNgPerMl(o.plasma) } : { belowNgPerMl: inNgPerMl(o.below) }),
  typicalNgPerMl: inNgPerMl(typical),
  fittedNgPerMl: inNgPerMl(predicted),
  ...rest,
})

function bandOf({ posterior }: Fit, { regimen }: FitCase, timesMin: number[]): Quantiles {
  const curves = posterior.draws.map((one) => simulate(one, regimen, timesMin))
  return quantilesAt(timesMin.length, (i) => Float64Array.from(curves, (curve) => inNgPerMl(curve[i])))
}
