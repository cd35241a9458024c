import type { Disposition } from '../disposition.ts'
import { EngineFault, type Fault, numberFaults } from '../fault.ts'
import { type Regimen, regimenFaults } from '../regimen.ts'
import { residualFaults, variabilityFaults } from './assumed.ts'
import { type Body, bodyOf } from './body.ts'
import { inOrder, isBlank, isTied } from './in-order.ts'
import type { FitInput } from './input.ts'
import type { Observation } from './observation.ts'
import { siteFaults } from './site.ts'

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
  return observations.flatMap((o: unknown, i) => sampleFaults(`observations[${i}]`, o))
}

function sampleFaults(input: string, o: unknown): Fault[] {
  if (typeof o !== 'object' || o === null) return [{ input, value: o, expected: 'a sample with time, and plasma or below' }]
  const { time, plasma, below, site, drawn } = o as Record<string, unknown>
  const both = (plasma === undefined) === (below === undefined)
  return [
    ...numberFaults(`${input}.time`, time),
    ...(both ? [{ input, value: o, expected: 'either plasma (mg/L) or below (the limit of quantification, mg/L)' }] : []),
    ...(both || plasma === undefined ? [] : numberFaults(`${input}.plasma`, plasma, { min: 0 })),
    ...(both || below === undefined ? [] : numberFaults(`${input}.below`, below, { above: 0 })),
    ...(site === undefined ? [] : siteNameFaults(`${input}.site`, site)),
    ...(drawn === undefined || drawn === 'before' || drawn === 'after'
      ? []
      : [{ input: `${input}.drawn`, value: drawn, expected: "'before' or 'after' the bolus of its minute" }]),
  ]
}

const siteNameFaults = (input: string, value: unknown): Fault[] =>
  value === 'arterial' || value === 'venous' ? [] : [{ input, value, expected: "'arterial' or 'venous'" }]

function doseFaults({ regimen, observations }: FitInput): Fault[] {
  if (!regimen.some(({ mg }) => mg > 0)) return [{ input: 'regimen', value: regimen, expected: 'at least one dose above 0 mg' }]
  const faults = observations.flatMap((o, i) => meetingFaults(`observations[${i}]`, regimen, o))
  if (faults.length > 0 || inOrder(regimen, observations).told.length > 0) return faults
  return [{ input: 'observations', value: observations, expected: 'at least one sample after the first dose' }]
}

/** What a sample must say where it meets a dose: before or after a bolus of its minute; and nothing measured is no number after a dose. */
function meetingFaults(input: string, regimen: Regimen, o: Observation): Fault[] {
  if (isTied(regimen, o) && o.drawn === undefined)
    return [
      {
        input: `${input}.drawn`,
        value: o.drawn,
        expected: `'before' or 'after': a bolus is given in this very minute, ${o.time}`,
      },
    ]
  return 'plasma' in o && o.plasma === 0 && !isBlank(regimen, o)
    ? [{ input: `${input}.plasma`, value: 0, expected: 'above 0 once drug was given, or below with the limit of quantification' }]
    : []
}

const whole = (input: string, value: unknown, min: number, max: number): Fault[] =>
  Number.isInteger(value) ? numberFaults(input, value, { min, max }) : [{ input, value, expected: 'a whole number' }]

const optionFaults = ({ seed, draws = 500, robust = 'none' }: FitInput): Fault[] => [
  ...whole('seed', seed, 0, Number.MAX_SAFE_INTEGER),
  ...whole('draws', draws, 1, 100_000),
  ...(robust === 'none' ? [] : numberFaults('robust', robust, { min: 1, max: 1000 })),
]

/** An assay of a racemate measures both enantiomers; a model of one of them predicts half. */
function drugFaults({ model, drug }: FitInput): Fault[] {
  if (drug !== 's-ketamine' && drug !== 'racemic-ketamine')
    return [{ input: 'drug', value: drug, expected: "said: 'racemic-ketamine' or 's-ketamine', as it was given and measured" }]
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
