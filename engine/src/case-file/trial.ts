import { trials } from '../definitions.ts'
import { type Fault, refuse } from '../fault.ts'
import type { GivenDose } from '../forecast/shape.ts'
import { type Arm, defineTrial, type Measure, type Observation, type Trial } from '../trial/definition.ts'
import { runTrial, type TrialResult } from '../trial/trial.ts'
import { Fields, seeds, utmost } from './fields.ts'
import { caseFileVersion, drugs, readVersion } from './subject.ts'

export type TrialCase = { trial: Trial; seed: number; replicates: number }
export type TrialOutput = { caseFile: number } & TrialResult & { standsIn: string; dropoutPerWeek: number }

const day = { min: -3660, max: 3660 }
const measures = ['mean pain', 'difference of means', 'responders', 'ratio of areas'] as const

/** Reads a trial to hold: the id of a published one, or arms and measures of one’s own. Every fault at once. */
export function readTrialCase(value: unknown): TrialCase {
  const faults: Fault[] = []
  const fields = new Fields(value, '', faults, 'an object with trial, or with arms and measures')
  readVersion(fields)
  const seed = fields.optionalWhole('seed', seeds) ?? 1
  const replicates = fields.optionalWhole('replicates', { min: 1, max: 100_000 }) ?? 500
  const trial = fields.has('trial') ? readPublished(fields) : readOwn(fields)
  fields.nothingElse()
  refuse(faults)
  return { trial, seed, replicates }
}

const known: readonly Trial[] = Object.values(trials)

function readPublished(fields: Fields): Trial {
  const found = known.find(({ id }) => id === fields.raw('trial'))
  if (!found) fields.fault('trial', `one of ${known.map(({ id }) => id).join(', ')}`)
  return found ?? known[0]
}

function readOwn(fields: Fields): Trial {
  const arms = fields
    .objects('arms', 'a list of arms with name, n, placebo, doses; or trial, the id of a published one')
    .map(readArm)
  const perWeek = fields.optionalNumber('dropoutPerWeek', { min: 0, max: 0.99 }) ?? 0
  const observed = fields.objects('measures', 'a list of measures').map((measure) => readMeasure(measure, arms))
  if (fields.has('arms') && arms.length === 0) fields.fault('arms', 'at least one arm')
  if (fields.has('measures') && observed.length === 0) fields.fault('measures', 'at least one measure')
  return defineTrial({
    id: 'case-file',
    title: 'A trial of the case file',
    source: { citation: 'the case file', population: 'virtual people of the forecast’s prior', confidence: 'a model estimate' },
    condition: 'chronic pain',
    standsIn: 'as published',
    dropout: { perWeek, basis: 'assumed' },
    arms,
    observed,
  })
}

function readArm(arm: Fields): Arm {
  const name = arm.text('name')
  const n = arm.whole('n', { min: 1, max: 100_000 })
  const placebo = arm.raw('placebo') ?? false
  if (typeof placebo !== 'boolean') arm.fault('placebo', 'true or false')
  const doses = arm.objects('doses', 'a list of doses with startDay, endDay, drug and mg or mgPerKg').map(readDose)
  arm.nothingElse()
  const given = (weightKg: number): GivenDose[] =>
    doses.map(({ mg, mgPerKg, ...dose }) => ({ ...dose, mg: mg ?? (mgPerKg ?? 0) * weightKg }))
  return { name, n, placebo: placebo === true, doses: given }
}

function readDose(dose: Fields) {
  const found = {
    startDay: dose.number('startDay', day),
    endDay: dose.number('endDay', day),
    drug: dose.oneOf('drug', drugs),
    mg: dose.optionalNumber('mg', { above: 0, max: utmost.mg }),
    mgPerKg: dose.optionalNumber('mgPerKg', { above: 0, max: 1000 }),
  }
  if (found.endDay <= found.startDay) dose.fault('endDay', `after startDay, ${found.startDay}`)
  if (dose.has('mg') === dose.has('mgPerKg')) dose.faultOfAll('either mg or mgPerKg')
  dose.nothingElse()
  return found
}

function readMeasure(fields: Fields, arms: readonly Arm[]): Observation {
  const names = arms.map(({ name }) => name)
  const kind = fields.oneOf('kind', measures)
  const arm = fields.oneOf('arm', names)
  const against = kind === 'difference of means' || kind === 'ratio of areas' ? fields.oneOf('against', names) : ''
  const until = (name: string) => fields.whole(name, { min: 0, max: 366 })
  const measure = ((): Measure => {
    if (kind === 'responders') return { kind, arm, fall: fields.number('fall', { above: 0, max: 1 }), day: until('day') }
    if (kind === 'ratio of areas') return { kind, arm, against, to: until('to') }
    const [from, to] = [until('from'), until('to')]
    if (to < from) fields.fault('to', `not before from, ${from}`)
    return kind === 'mean pain' ? { kind, arm, from, to } : { kind, arm, against, from, to }
  })()
  fields.nothingElse()
  const unit = kind === 'responders' ? 'share' : kind === 'ratio of areas' ? 'ratio' : 'NRS'
  return { what: `${kind}, ${arm}`, measure, value: 0, low: 0, high: 0, unit, confidence: 'not observed' }
}

/** What such a trial would see, and where 95 of 100 such trials would lie. */
export const trialCase = (
  { trial, seed, replicates }: TrialCase,
  onProgress?: (done: number, of: number) => void,
): TrialOutput => ({
  caseFile: caseFileVersion,
  ...runTrial(trial, { seed, replicates, ...(onProgress && { onProgress }) }),
  standsIn: trial.standsIn,
  dropoutPerWeek: trial.dropout.perWeek,
})
