import { partsOf } from '../enantiomer.ts'
import { type Fault, refuse } from '../fault.ts'
import { individual } from '../metabolite.ts'
import type { Drug } from '../model.ts'
import { drawFactors, drawUncertainty } from '../population.ts'
import { simulateEffectSite } from '../simulate.ts'
import { inNgPerMl } from '../units.ts'
import type { Variability } from '../variability.ts'
import type { Warning } from '../warnings.ts'
import { Fields, seeds } from './fields.ts'
import { type Quantiles, quantilesAt } from './quantiles.ts'
import { readSimulateFields, type SimulateCase, warningsOf } from './simulate.ts'
import { caseFileVersion } from './subject.ts'
import { readVariability } from './variability.ts'

const spreads = ['variability', 'uncertainty', 'both'] as const

export type PopulationCase = SimulateCase & {
  seed: number
  size: number
  spread: (typeof spreads)[number]
  variability: Variability | undefined
}

export type PopulationOutput = {
  caseFile: number
  model: string
  drug: Drug
  seed: number
  size: number
  spread: PopulationCase['spread']
  variability: Pick<Variability, 'id' | 'basis' | 'source' | 'of' | 'omega'> | null
  timesMin: number[]
  plasmaNgPerMl: Quantiles
  effectSiteNgPerMl?: Quantiles
  warnings: readonly (Warning | { about: 'variability'; message: string })[]
}

/** Reads a case of a population; every fault at once. It is a case to simulate, with size, seed, spread and variability. */
export function readPopulationCase(value: unknown): PopulationCase {
  const faults: Fault[] = []
  const fields = new Fields(value, '', faults, 'an object with model, subject, regimen, timesMin')
  const one = readSimulateFields(fields)
  const spread = fields.oneOf('spread', spreads, 'variability')
  const variability = spread === 'uncertainty' ? undefined : readVariability(fields, one.model)
  fields.raw('variability')
  if (spread !== 'variability' && one.model.standardErrors === 'not found')
    fields.fault('spread', `'variability': no standard errors were found for ${one.model.id}`)
  if (one.effects.length > 0) fields.fault('effects', 'none: a population gives plasma and effect site')
  const size = fields.optionalWhole('size', { min: 2, max: 100_000 }) ?? 1000
  const seed = fields.optionalWhole('seed', seeds) ?? 1
  if (size * one.timesMin.length > mostValues) fields.fault('size', `size × times at most ${mostValues}; ask for fewer times`)
  fields.nothingElse()
  refuse(faults)
  return { ...one, seed, size, spread, variability }
}

const mostValues = 20_000_000

/** Where the middle 50 and 90 of 100 of a drawn population lie at each time, in ng/mL. The same seed gives the same answer everywhere. */
export function populationCase(asked: PopulationCase, onProgress?: (done: number, of: number) => void): PopulationOutput {
  const { model, drug, seed, size, spread, variability, timesMin, effectSite } = asked
  const plasma = new Float64Array(size * timesMin.length)
  const site = new Float64Array(effectSite ? plasma.length : 0)
  for (let person = 0; person < size; person++) {
    addPerson(asked, person, plasma, site)
    onProgress?.(person + 1, size)
  }
  const bandsOf = (values: Float64Array) => quantilesAt(timesMin.length, (i) => values.slice(i * size, (i + 1) * size))
  return {
    caseFile: caseFileVersion,
    model: model.id,
    drug,
    seed,
    size,
    spread,
    variability: variability ? saidOf(variability) : null,
    timesMin,
    plasmaNgPerMl: bandsOf(plasma),
    ...(effectSite && { effectSiteNgPerMl: bandsOf(site) }),
    warnings: [
      ...warningsOf(asked),
      ...(variability?.basis === 'borrowed'
        ? [{ about: 'variability' as const, message: `the spread between people is borrowed: ${variability.source.citation}` }]
        : []),
      ...(effectSite
        ? [{ about: 'effectSite' as const, message: 'ke0 is the same in everybody: no spread of it was given' }]
        : []),
    ],
  }
}

const saidOf = ({ id, basis, source, of, omega }: Variability) => ({ id, basis, source, of, omega })

/** One drawn person’s concentrations, in ng/mL, written one person after another at each time. */
function addPerson(asked: PopulationCase, person: number, plasma: Float64Array, site: Float64Array): void {
  const { model, subject, drug, regimen, timesMin, effectSite, seed, size, spread, variability } = asked
  const unsure = spread === 'variability' ? {} : drawUncertainty(model, seed, person)
  const factors = variability ? drawFactors(variability, seed, person) : {}
  for (const { kinetics, regimen: given } of partsOf(model, subject, drug, regimen)) {
    const { parent } = individual(individual(kinetics, unsure), factors)
    const found = simulateEffectSite(parent, effectSite?.ke0PerMin ?? 1, given, timesMin)
    for (let i = 0; i < timesMin.length; i++) {
      plasma[i * size + person] += inNgPerMl(found.plasma[i])
      if (effectSite) site[i * size + person] += inNgPerMl(found.effectSite[i])
    }
  }
}
