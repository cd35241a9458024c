import { type Fault, listFaults, numberFaults, objectFaults, wholeFaults } from '../fault.ts'
import type { Arm, Measure, Observation } from './definition.ts'

const day = { min: -3660, max: 3660 }
const drugs: readonly unknown[] = ['racemic-ketamine', 's-ketamine']

/** Somebody to ask an arm's doses for before any trial is held. */
const somebodyKg = 70

/** Empty when a trial can be held. */
export function trialFaults(trial: unknown): Fault[] {
  const faults = objectFaults('trial', trial, 'an object with arms, dropout, observed')
  if (faults.length > 0) return faults
  const { arms, dropout, observed } = trial as Record<string, unknown>
  const names = Array.isArray(arms) ? arms.map((arm: Arm | null) => arm?.name) : []
  return [
    ...(Array.isArray(arms) && arms.length === 0 ? [{ input: 'arms', value: arms, expected: 'at least one arm' }] : []),
    ...listFaults('arms', arms, 'a list of arms', armFaults),
    ...objectFaults('dropout', dropout, 'an object with perWeek'),
    ...numberFaults('dropout.perWeek', (dropout as { perWeek?: unknown } | null)?.perWeek, { min: 0, max: 0.99 }),
    ...listFaults('observed', observed, 'a list of observations', (one, name) => observationFaults(one, name, names)),
  ]
}

function armFaults(arm: unknown, name: string): Fault[] {
  const faults = objectFaults(name, arm, 'an object with name, n, placebo, doses')
  if (faults.length > 0) return faults
  const { n, placebo, doses } = arm as Record<string, unknown>
  return [
    ...wholeFaults(`${name}.n`, n, { min: 1, max: 100_000 }),
    ...(typeof placebo === 'boolean' ? [] : [{ input: `${name}.placebo`, value: placebo, expected: 'true or false' }]),
    ...(typeof doses === 'function'
      ? listFaults(`${name}.doses`, doses(somebodyKg), 'a list of doses', doseFaults)
      : [{ input: `${name}.doses`, value: doses, expected: 'a function from weight (kg) to doses' }]),
  ]
}

function doseFaults(dose: unknown, name: string): Fault[] {
  const faults = objectFaults(name, dose, 'an object with startDay, endDay, mg, drug')
  if (faults.length > 0) return faults
  const { startDay, endDay, mg, drug } = dose as Record<string, unknown>
  return [
    ...numberFaults(`${name}.startDay`, startDay, day),
    ...numberFaults(`${name}.endDay`, endDay, { ...day, above: Number.isFinite(startDay) ? Number(startDay) : day.min }),
    ...numberFaults(`${name}.mg`, mg, { min: 0 }),
    ...(drugs.includes(drug) ? [] : [{ input: `${name}.drug`, value: drug, expected: drugs.join(' or ') }]),
  ]
}

function observationFaults(observation: unknown, name: string, arms: readonly unknown[]): Fault[] {
  const { measure } = (observation ?? {}) as Partial<Observation>
  const input = `${name}.measure`
  const faults = objectFaults(input, measure, 'an object with kind, arm')
  if (faults.length > 0 || !measure) return faults
  const who = [measure.arm, ...('against' in measure ? [measure.against] : [])]
  return [
    ...who
      .filter((arm) => !arms.includes(arm))
      .map((arm) => ({ input, value: arm, expected: `one of the arms ${arms.join(', ')}` })),
    ...windowFaults(input, measure),
  ]
}

const whole = (input: string, value: unknown, min = 0) => wholeFaults(input, value, { min, max: day.max })

/** The days that a measure looks at. */
function windowFaults(input: string, measure: Measure): Fault[] {
  switch (measure.kind) {
    case 'responders':
      return [...numberFaults(`${input}.fall`, measure.fall, { above: 0, max: 1 }), ...whole(`${input}.day`, measure.day)]
    case 'ratio of areas':
      return whole(`${input}.to`, measure.to, 1)
    case 'mean pain':
    case 'difference of means':
      return [
        ...whole(`${input}.from`, measure.from),
        ...whole(`${input}.to`, measure.to, Number.isSafeInteger(measure.from) ? measure.from : 0),
      ]
    default:
      return [
        {
          input: `${input}.kind`,
          value: (measure as Measure).kind,
          expected: 'mean pain, difference of means, responders or ratio of areas',
        },
      ]
  }
}
