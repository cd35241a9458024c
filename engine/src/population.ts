import type { Band } from './band.ts'
import { type Disposition, dispositionFaults, varied } from './disposition.ts'
import { type Effect, spreadOf } from './effect.ts'
import { objectFaults, refuse, timesFaults, wholeFaults } from './fault.ts'
import { bandOf } from './kernel/band.ts'
import { type Factors, individual } from './metabolite.ts'
import type { Kinetics, Model, Parameter, Subject, Variability } from './model.ts'
import { modes } from './numeric/modes.ts'
import { omegaOf } from './numeric/normal.ts'
import { normalAt } from './numeric/random.ts'
import { triangle } from './numeric/semidefinite.ts'
import { effectFaults, indexFaults, modelFaults, seedFaults, uncertaintyFaults, variabilityFaults } from './population-faults.ts'
import { pieces, type Regimen, regimenFaults } from './regimen.ts'
import type { Times } from './simulate.ts'
import { kineticsFaults } from './simulate-metabolites-faults.ts'

/** Which random number means what. The order is part of the seed's promise: never reorder, only append. */
const structural: readonly string[] = ['cl', 'v1', 'v2', 'halfLife', 'q2', 'q3', 'v3', 'qh', 'vh', 'kel', 'mtt']
const analytes: readonly string[] = ['ketamine', 'norketamine', 'hydroxynorketamine']
const perAnalyte = 20
const uncertain = 100

function drawOf(parameter: Parameter | 'halfLife'): number {
  const [first, second] = parameter.split('.')
  const analyte = second === undefined ? 0 : analytes.indexOf(first)
  return analyte * perAnalyte + structural.indexOf(second ?? first)
}

const isKnown = (parameter: unknown) =>
  typeof parameter === 'string' && (structural.includes(parameter) || analytes.slice(1).some((name) => isOf(name, parameter)))

const isOf = (analyte: string, parameter: string) =>
  parameter.startsWith(`${analyte}.`) && structural.includes(parameter.slice(analyte.length + 1))

/** How the parameters of subject number `index` differ from the typical ones: a pure function of seed and index. */
export function drawFactors(variability: Variability, seed: number, index: number): Factors {
  refuse(seedFaults(seed), indexFaults(index))
  const root = rootOf(variability)
  const { of } = variability
  const z = of.map((parameter) => normalAt(seed, index, drawOf(parameter)))
  return Object.fromEntries(
    of.map((parameter, i) => [parameter, Math.exp(z.reduce((sum, value, j) => sum + root[i][j] * value, 0))]),
  )
}

/** How the typical parameters themselves might differ, by their standard errors; refuses a model that printed none. */
export function drawUncertainty(model: Model, seed: number, index: number): Factors {
  refuse(uncertaintyFaults(model), seedFaults(seed), indexFaults(index))
  const { standardErrors } = model
  const known = Object.entries(standardErrors) as [Parameter, number][]
  return Object.fromEntries(
    known.map(([parameter, error]) => [
      parameter,
      Math.exp(omegaOf(error) * normalAt(seed, index, uncertain + drawOf(parameter))),
    ]),
  )
}

const roots = new WeakMap<object, readonly (readonly number[])[]>()

/** The triangle of a covariance that was looked at once. */
function rootOf(variability: Variability): readonly (readonly number[])[] {
  const known = roots.get(variability)
  if (known) return known
  refuse(spreadFaults(variability))
  const root = triangle(variability.omega) ?? []
  roots.set(variability, root)
  return root
}

const spreadFaults = (variability: Variability) => (roots.has(variability) ? [] : variabilityFaults(variability, isKnown))

/** Subject number `index` of the population around a typical one: a pure function of seed and index. */
export function drawSubject(typical: Disposition, variability: Variability, seed: number, index: number): Disposition {
  refuse(dispositionFaults(typical), spreadFaults(variability), seedFaults(seed), indexFaults(index))
  return drawn(typical, variability, seed, index)
}

function drawn(typical: Disposition, variability: Variability, seed: number, index: number): Disposition {
  const factors = drawFactors(variability, seed, index)
  return varied(typical, (parameter) => factors[parameter] ?? 1)
}

/** The same for the parent and everything it turns into. */
export function drawKinetics(typical: Kinetics, variability: Variability, seed: number, index: number): Kinetics {
  refuse(kineticsFaults(typical), spreadFaults(variability), seedFaults(seed), indexFaults(index))
  return individual(typical, drawFactors(variability, seed, index))
}

/** The ke0 (1/min) of subject number `index`, its half-life spread over the printed interval. */
export function drawKe0(effect: Effect, seed: number, index: number): number {
  refuse(effectFaults(effect), seedFaults(seed), indexFaults(index))
  const { median, omega } = spreadOf(effect.halfLife)
  return Math.LN2 / (median * Math.exp(omega * normalAt(seed, index, drawOf('halfLife'))))
}

export type BandInput = {
  model: Model
  subject: Subject
  regimen: Regimen
  times: Times
  effect: Effect
  seed: number
  /** How many subjects to draw. */
  size?: number
  /** How people differ; must be given where the model publishes none: nothing is borrowed in silence. */
  variability?: Variability
  /** What differs: people, or how well the model's own numbers are known, or both. People unless said. */
  spread?: (typeof spreads)[number]
}

const spreads = ['variability', 'uncertainty', 'both'] as const

/** Where 90 % and 50 % of subjects like this one would lie, point by point, in mg/L. The same seed gives the same band on every machine. */
export type PopulationBand = { plasma: Band; effectSite: Band }

/** Above this a population says nothing more than below it. */
export const mostPeople = 10_000_000

/** The spread that a model published; nobody's where it published none, which is a fault. */
function ofModel(model: Model): Variability {
  const published = model?.variability
  return (typeof published === 'object' ? published : undefined) as Variability
}

/** Quantiles of plasma and effect site over a population around one subject, pointwise at times (min, from 0, ascending). */
export function band(input: BandInput): PopulationBand {
  refuse(objectFaults('input', input, 'an object with model, subject, regimen, times, effect, seed'))
  const {
    model,
    subject,
    regimen,
    times,
    effect,
    seed,
    size = 500,
    variability = ofModel(input.model),
    spread = 'variability',
  } = input
  refuse(
    modelFaults(model, subject),
    regimenFaults(regimen),
    timesFaults(times),
    effectFaults(effect),
    seedFaults(seed),
    wholeFaults('size', size, { min: 2, max: mostPeople }),
    spreadFaults(variability),
    spreads.includes(spread) ? [] : [{ input: 'spread', value: spread, expected: `one of ${spreads.join(', ')}` }],
    spread === 'variability' ? [] : uncertaintyFaults(model),
  )
  const typical = model.parameters(subject)
  const personAt = (i: number) => {
    const known = spread === 'variability' ? typical : unsure(model, typical, seed, i)
    return { modes: modes(spread === 'uncertainty' ? known : drawn(known, variability, seed, i)), ke0: drawKe0(effect, seed, i) }
  }
  return bandOf({ size, parts: [{ personAt, pieces: pieces(regimen) }] }, times)
}

function unsure(model: Model, typical: Disposition, seed: number, index: number): Disposition {
  const factors = drawUncertainty(model, seed, index)
  return varied(typical, (parameter) => factors[parameter] ?? 1)
}
