import { versions } from '../definitions.ts'
import { type Fault, numberFaults, refuse } from '../fault.ts'
import type { Model, Subject } from '../model.ts'
import { bolus, infusion, type Regimen } from '../regimen.ts'
import { modelWarnings, type Warning } from '../warnings.ts'
import { type Measure, type Measured, measured, measures, type Setting } from './measures.ts'

/** One bolus and one infusion: amounts in mg, the share of them given at once, minutes of the rest. Every combination is tried. */
export type Family = { mg: readonly number[]; bolusShare: readonly number[]; minutes: readonly number[] }

export type Goal = { measure: Measure; aim: 'least' | 'most' }
export type Limit = { measure: Measure; atLeast?: number; atMost?: number }

export type SearchInput = {
  model: Model
  subject: Subject
  family: Family
  setting: Setting
  /** What is wanted, at least one thing; none is worth more than another. */
  goals: readonly Goal[]
  /** What must hold. */
  limits?: readonly Limit[]
}

export type Candidate = { mg: number; bolusShare: number; minutes: number; regimen: Regimen; measured: Measured }

export type SearchResult = {
  model: string
  version: string
  tried: number
  /** Those that keep every limit and are not beaten in every goal by another: a trade-off to choose from, never one answer. */
  front: readonly Candidate[]
  /** When nothing keeps every limit: how many break each one, and the candidate that breaks them least. */
  impossible?: { broken: readonly { limit: Limit; by: number }[]; nearest: Candidate }
  warnings: readonly Warning[]
}

const mostTried = 20_000

/** Tries every regimen of a family in the typical subject and returns the trade-off between the goals. The order of nothing matters. */
export function search({ model, subject, family, setting, goals, limits = [] }: SearchInput): SearchResult {
  refuse(familyFaults(family), settingFaults(setting), goalFaults(goals), limitFaults(limits))
  const tried = candidatesOf(model, subject, family, setting)
  const possible = tried.filter((candidate) => limits.every((limit) => excess(candidate, limit) === 0))
  const known: Readonly<Record<string, string>> = versions
  return {
    model: model.id,
    version: known[model.id] ?? 'unknown',
    tried: tried.length,
    front: frontOf(possible, goals),
    ...(possible.length === 0 && { impossible: nearestTo(tried, limits) }),
    warnings: modelWarnings(model, subject),
  }
}

function candidatesOf(model: Model, subject: Subject, { mg, bolusShare, minutes }: Family, setting: Setting): Candidate[] {
  return mg.flatMap((total) =>
    bolusShare.flatMap((share) =>
      minutes.map((length): Candidate => {
        const regimen = [
          ...(share > 0 ? [bolus(total * share)] : []),
          ...(share < 1 ? [infusion(total * (1 - share), length)] : []),
        ]
        return { mg: total, bolusShare: share, minutes: length, regimen, measured: measured(model, subject, regimen, setting) }
      }),
    ),
  )
}

/** How far a limit is broken, as a share of it; 0 when it is kept. */
function excess({ measured: found }: Candidate, { measure, atLeast = 0, atMost = Number.POSITIVE_INFINITY }: Limit): number {
  const value = found[measure]
  if (value > atMost) return value / Math.max(atMost, Number.MIN_VALUE) - 1
  return value < atLeast ? 1 - value / atLeast : 0
}

/** At least as good in every goal, and better in one. */
export const beats = (a: Candidate, b: Candidate, goals: readonly Goal[]): boolean => {
  const gains = goals.map(({ measure, aim }) => (a.measured[measure] - b.measured[measure]) * (aim === 'most' ? 1 : -1))
  return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0)
}

const frontOf = (all: readonly Candidate[], goals: readonly Goal[]): Candidate[] =>
  all
    .filter((one) => !all.some((other) => beats(other, one, goals)))
    .sort((a, b) => a.mg - b.mg || a.minutes - b.minutes || a.bolusShare - b.bolusShare)

function nearestTo(tried: readonly Candidate[], limits: readonly Limit[]) {
  const off = (candidate: Candidate) => limits.reduce((sum, limit) => sum + excess(candidate, limit), 0)
  return {
    broken: limits.map((limit) => ({ limit, by: tried.filter((candidate) => excess(candidate, limit) > 0).length })),
    nearest: tried.reduce((best, candidate) => (off(candidate) < off(best) ? candidate : best)),
  }
}

const listFaults = (input: string, values: unknown, limits: { min?: number; above?: number; max?: number }): Fault[] =>
  Array.isArray(values) && values.length > 0
    ? values.flatMap((value: unknown, i) => numberFaults(`${input}[${i}]`, value, limits))
    : [{ input, value: values, expected: 'a list with at least one number' }]

function familyFaults({ mg, bolusShare, minutes }: Family): Fault[] {
  const tried = mg?.length * bolusShare?.length * minutes?.length
  return [
    ...listFaults('family.mg', mg, { above: 0 }),
    ...listFaults('family.bolusShare', bolusShare, { min: 0, max: 1 }),
    ...listFaults('family.minutes', minutes, { above: 0 }),
    ...(tried > mostTried ? [{ input: 'family', value: tried, expected: `at most ${mostTried} combinations` }] : []),
  ]
}

const settingFaults = ({ ke0, band, leavesBelow }: Setting): Fault[] => [
  ...numberFaults('setting.ke0', ke0, { above: 0 }),
  ...numberFaults('setting.band.low', band?.low, { above: 0 }),
  ...numberFaults('setting.band.high', band?.high, { above: Number.isFinite(band?.low) ? band.low : 0 }),
  ...numberFaults('setting.leavesBelow', leavesBelow, { above: 0 }),
]

const measureFaults = (input: string, measure: unknown): Fault[] =>
  measures.some((known) => known === measure) ? [] : [{ input, value: measure, expected: `one of ${measures.join(', ')}` }]

const goalFaults = (goals: readonly Goal[]): Fault[] =>
  goals.length === 0
    ? [{ input: 'goals', value: goals, expected: 'at least one goal' }]
    : goals.flatMap(({ measure, aim }, i) => [
        ...measureFaults(`goals[${i}].measure`, measure),
        ...(aim === 'least' || aim === 'most' ? [] : [{ input: `goals[${i}].aim`, value: aim, expected: 'least or most' }]),
      ])

const limitFaults = (limits: readonly Limit[]): Fault[] =>
  limits.flatMap(({ measure, atLeast, atMost }, i) => [
    ...measureFaults(`limits[${i}].measure`, measure),
    ...(atLeast === undefined ? [] : numberFaults(`limits[${i}].atLeast`, atLeast, { min: 0 })),
    ...(atMost === undefined ? [] : numberFaults(`limits[${i}].atMost`, atMost, { min: atLeast ?? 0 })),
    ...(atLeast === undefined && atMost === undefined
      ? [{ input: `limits[${i}]`, value: limits[i], expected: 'atLeast or atMost' }]
      : []),
  ])
