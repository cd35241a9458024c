import type { Quantiles } from '../band.ts'
import { partsOf } from '../enantiomer.ts'
import { type Fault, refuse } from '../fault.ts'
import { bandOf } from '../kernel/band.ts'
import type { Drawn } from '../kernel/drawn-crowd.ts'
import type { Drug } from '../model.ts'
import { modes } from '../numeric/modes.ts'
import { mostPeople } from '../population.ts'
import { pieces } from '../regimen.ts'
import type { Variability } from '../variability.ts'
import type { Warning } from '../warnings.ts'
import { absorbedBand, alikeIn, mostAbsorbing } from './absorbed-band.ts'
import { Fields, seeds } from './fields.ts'
import { personOf } from './person-of.ts'
import { bandInNg } from './quantiles.ts'
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
  const size = fields.optionalWhole('size', { min: 2, max: mostPeople }) ?? 1000
  const seed = fields.optionalWhole('seed', seeds) ?? 1
  if (one.absorbed.length > 0 && size > mostAbsorbing)
    fields.fault('size', `at most ${mostAbsorbing} people who take doses by other ways than the vein`)
  fields.nothingElse()
  refuse(faults)
  return { ...one, seed, size, spread, variability }
}

/** Where the middle 50 and 90 of 100 of a drawn population lie at each time, in ng/mL. The same seed gives the same answer everywhere. */
export function populationCase(asked: PopulationCase, onProgress?: (done: number, of: number) => void): PopulationOutput {
  const { model, drug, seed, size, spread, variability, timesMin, effectSite: isSite } = asked
  const progress = onProgress && { progress: onProgress }
  const { plasma, effectSite } =
    asked.absorbed.length > 0 ? absorbedBand(asked, onProgress) : bandOf(drawnOf(asked), timesMin, progress)
  return {
    caseFile: caseFileVersion,
    model: model.id,
    drug,
    seed,
    size,
    spread,
    variability: variability ? saidOf(variability) : null,
    timesMin,
    plasmaNgPerMl: bandInNg(plasma),
    ...(isSite && { effectSiteNgPerMl: bandInNg(effectSite) }),
    warnings: [
      ...warningsOf(asked),
      ...(variability?.basis === 'borrowed'
        ? [{ about: 'variability' as const, message: `the spread between people is borrowed: ${variability.source.citation}` }]
        : []),
      ...alikeIn(asked.absorbed).map(absorbedAlike),
      ...(isSite ? [{ about: 'effectSite' as const, message: 'ke0 is the same in everybody: no spread of it was given' }] : []),
    ],
  }
}

const absorbedAlike = (way: string) => ({
  about: 'variability' as const,
  message: `${way}: everybody takes up a dose alike, since how people differ in that was not found; the band is too narrow`,
})

const saidOf = ({ id, basis, source, of, omega }: Variability) => ({ id, basis, source, of, omega })

/** The parts of each person, drawn anew whenever they are asked for: a pure function of seed and number. */
function drawnOf({ model, subject, drug, regimen, effectSite, ...how }: PopulationCase): Drawn {
  return {
    size: how.size,
    parts: partsOf(model, subject, drug, regimen).map(({ kinetics, regimen: given }) => ({
      pieces: pieces(given),
      personAt: (person) => ({
        modes: modes(personOf(kinetics, { model, ...how }, person).parent),
        ke0: effectSite?.ke0PerMin ?? 0,
      }),
    })),
  }
}
