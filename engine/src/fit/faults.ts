import type { Disposition } from '../disposition.ts'
import { EngineFault, type Fault, numberFaults } from '../fault.ts'
import { regimenFaults } from '../regimen.ts'
import { residualFaults, variabilityFaults } from './assumed.ts'
import { type Body, bodyOf } from './body.ts'
import type { FitInput } from './input.ts'
import type { Observation } from './observation.ts'
import { siteFaults } from './site.ts'
import { slipFaults } from './slip.ts'

/** Everything that is wrong with an input, before anything is fitted. What needs sound doses and samples to be asked is asked when they are. */
export function fitFaults(input: unknown): Fault[] {
  if (typeof input !== 'object' || input === null) return [{ input: 'input', value: input, expected: 'an object' }]
  // Every field is looked at below as if it could be anything.
  const given = input as FitInput
  if (typeof given.model?.parameters !== 'function') return [{ input: 'model', value: given.model, expected: 'a model' }]
  const body = theirs(given)
  const assumed = [...variabilityFaults(given, body.sound), ...residualFaults(given)]
  const data = [
    ...regimenFaults(given.regimen),
    ...observationFaults(given.observations),
    ...siteNameFaults('sampling', given.sampling),
  ]
  const whole = data.length === 0
  const doses = whole ? doseFaults(given) : []
  return [
    ...body.faults,
    ...assumed,
    ...data,
    ...optionFaults(given),
    ...drugFaults(given),
    ...doses,
    ...(whole ? siteFaults(given.model, given.sampling, given.regimen, given.observations) : []),
    ...(whole && doses.length + assumed.length === 0 && body.sound ? slipFaults(given, body.sound) : []),
  ]
}

function theirs({ model, subject }: FitInput): { sound?: Body; faults: readonly Fault[] } {
  try {
    const typical: Disposition = model.parameters(subject)
    return { sound: bodyOf(typical), faults: [] }
  } catch (error) {
    if (error instanceof EngineFault) return { faults: error.faults }
    throw error
  }
}

function observationFaults(observations: unknown): Fault[] {
  if (!Array.isArray(observations) || observations.length === 0)
    return [{ input: 'observations', value: observations, expected: 'a list with at least one sample' }]
  const ahead = (i: number) => (i === 0 ? undefined : (observations[i - 1] as Partial<Observation> | null)?.time)
  return observations.flatMap((o: unknown, i) => sampleFaults(`observations[${i}]`, o, ahead(i)))
}

function sampleFaults(input: string, o: unknown, ahead: unknown): Fault[] {
  if (typeof o !== 'object' || o === null) return [{ input, value: o, expected: 'a sample with time, and plasma or below' }]
  const { time, plasma, below, site } = o as Record<string, unknown>
  const both = (plasma === undefined) === (below === undefined)
  const late = typeof ahead !== 'number' || typeof time !== 'number' || !(time <= ahead)
  return [
    ...numberFaults(`${input}.time`, time, { min: 0 }),
    ...(late ? [] : [{ input: `${input}.time`, value: time, expected: `after the sample ahead of it, at ${ahead}` }]),
    ...(both ? [{ input, value: o, expected: 'either plasma (mg/L) or below (the limit of quantification, mg/L)' }] : []),
    ...(both || plasma === undefined ? [] : numberFaults(`${input}.plasma`, plasma, { above: 0 })),
    ...(both || below === undefined ? [] : numberFaults(`${input}.below`, below, { above: 0 })),
    ...(site === undefined ? [] : siteNameFaults(`${input}.site`, site)),
  ]
}

const siteNameFaults = (input: string, value: unknown): Fault[] =>
  value === 'arterial' || value === 'venous' ? [] : [{ input, value, expected: "'arterial' or 'venous'" }]

function doseFaults({ regimen, observations }: FitInput): Fault[] {
  const given = regimen.filter(({ mg }) => mg > 0)
  if (given.length === 0) return [{ input: 'regimen', value: regimen, expected: 'at least one dose above 0 mg' }]
  const first = Math.min(...given.map(({ from }) => from))
  return observations.flatMap(({ time }, i) =>
    time < first || (time === first && !given.some((dose) => dose.from === first && dose.minutes === 0))
      ? [{ input: `observations[${i}].time`, value: time, expected: `after the first dose, which begins at ${first}` }]
      : [],
  )
}

const whole = (input: string, value: unknown, min: number, max: number): Fault[] =>
  Number.isInteger(value) ? numberFaults(input, value, { min, max }) : [{ input, value, expected: 'a whole number' }]

const optionFaults = ({ seed, draws = 500, robust = 'none' }: FitInput): Fault[] => [
  ...whole('seed', seed, 0, Number.MAX_SAFE_INTEGER),
  ...whole('draws', draws, 1, 100_000),
  ...(robust === 'none' ? [] : numberFaults('robust', robust, { min: 1, max: 1000 })),
]

/** An assay of a racemate measures both enantiomers; a model of one of them predicts half. */
function drugFaults({ model, drug = model.drug }: FitInput): Fault[] {
  if (drug !== 's-ketamine' && drug !== 'racemic-ketamine')
    return [{ input: 'drug', value: drug, expected: "'racemic-ketamine' or 's-ketamine'" }]
  return drug === 'racemic-ketamine' && model.drug === 's-ketamine'
    ? [
        {
          input: 'drug',
          value: drug,
          expected: `${model.drug}: the samples would hold R-ketamine too, which ${model.id} does not know`,
        },
      ]
    : []
}
