import { type Fault, listFaults, numberFaults, objectFaults } from '../fault.ts'
import type { Family, Goal, Limit } from './family.ts'
import { measures, type Setting } from './measures.ts'

const mostTried = 20_000

const numbersFaults = (input: string, values: unknown, limits: { min?: number; above?: number; max?: number }): Fault[] =>
  Array.isArray(values) && values.length > 0
    ? listFaults(input, values, 'a list of numbers', (value, name) => numberFaults(name, value, limits))
    : [{ input, value: values, expected: 'a list with at least one number' }]

export function familyFaults(family: unknown): Fault[] {
  const faults = objectFaults('family', family, 'an object with mg, bolusShare, minutes')
  if (faults.length > 0) return faults
  const { mg, bolusShare, minutes } = family as Family
  const tried = mg?.length * bolusShare?.length * minutes?.length
  return [
    ...numbersFaults('family.mg', mg, { above: 0, max: most.mg }),
    ...numbersFaults('family.bolusShare', bolusShare, { min: 0, max: 1 }),
    ...numbersFaults('family.minutes', minutes, { min: shortest, max: most.minutes }),
    ...(tried > mostTried ? [{ input: 'family', value: tried, expected: `at most ${mostTried} combinations` }] : []),
  ]
}

/** A second: below it an infusion is a bolus. */
const shortest = 1 / 60
const most = { mg: 100_000, minutes: 60 * 24 * 28 }

export function settingFaults(setting: unknown): Fault[] {
  const faults = objectFaults('setting', setting, 'an object with ke0, band, leavesBelow')
  if (faults.length > 0) return faults
  const { ke0, band, leavesBelow } = setting as Setting
  return [
    ...numberFaults('setting.ke0', ke0, { above: 0 }),
    ...numberFaults('setting.band.low', band?.low, { above: 0 }),
    ...numberFaults('setting.band.high', band?.high, { above: Number.isFinite(band?.low) ? band.low : 0 }),
    ...numberFaults('setting.leavesBelow', leavesBelow, { above: 0 }),
  ]
}

const measureFaults = (input: string, measure: unknown): Fault[] =>
  measures.some((known) => known === measure) ? [] : [{ input, value: measure, expected: `one of ${measures.join(', ')}` }]

/** With one goal there is nothing to trade off, and the front would be one answer. */
export function goalFaults(goals: unknown): Fault[] {
  const faults = listFaults('goals', goals, 'a list of goals', goalFaultsOf)
  if (faults.length > 0) return faults
  const wanted = new Set((goals as Goal[]).map(({ measure }) => measure))
  return wanted.size > 1 ? [] : [{ input: 'goals', value: goals, expected: 'at least two goals, each of another measure' }]
}

function goalFaultsOf(goal: unknown, name: string): Fault[] {
  const { measure, aim } = (goal ?? {}) as Partial<Goal>
  return [
    ...measureFaults(`${name}.measure`, measure),
    ...(aim === 'least' || aim === 'most' ? [] : [{ input: `${name}.aim`, value: aim, expected: 'least or most' }]),
  ]
}

export const limitFaults = (limits: unknown): Fault[] =>
  listFaults('limits', limits, 'a list of limits', (limit, name) => {
    const { measure, atLeast, atMost } = (limit ?? {}) as Partial<Limit>
    return [
      ...measureFaults(`${name}.measure`, measure),
      ...(atLeast === undefined ? [] : numberFaults(`${name}.atLeast`, atLeast, { min: 0 })),
      ...(atMost === undefined
        ? []
        : numberFaults(`${name}.atMost`, atMost, { min: Number.isFinite(atLeast) ? Number(atLeast) : 0 })),
      ...(atLeast === undefined && atMost === undefined ? [{ input: name, value: limit, expected: 'atLeast or atMost' }] : []),
    ]
  })
