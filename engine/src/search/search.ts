import { versions } from '../definitions.ts'
import { objectFaults, refuse } from '../fault.ts'
import type { Model, Subject } from '../model.ts'
import { modelFaults } from '../population-faults.ts'
import { bolus, infusion, type Regimen } from '../regimen.ts'
import { modelWarnings, type Warning } from '../warnings.ts'
import type { Family, Goal, Limit } from './family.ts'
import { familyFaults, goalFaults, limitFaults, settingFaults } from './faults.ts'
import { type Measured, measured, type Setting } from './measures.ts'

export type { Family, Goal, Limit } from './family.ts'

export type SearchInput = {
  model: Model
  subject: Subject
  family: Family
  setting: Setting
  /** What is wanted, at least two things; none is worth more than another. */
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

/** Tries every regimen of a family in the typical subject and returns the trade-off between the goals. The order of nothing matters. */
export function search(input: SearchInput): SearchResult {
  refuse(objectFaults('input', input, 'an object with model, subject, family, setting, goals'))
  const { model, subject, family, setting, goals, limits = [] } = input
  refuse(modelFaults(model, subject), familyFaults(family), settingFaults(setting), goalFaults(goals), limitFaults(limits))
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
