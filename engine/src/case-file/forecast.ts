import { type Fault, refuse } from '../fault.ts'
import { inputFaults, leastMean } from '../forecast/door.ts'
import { forecast } from '../forecast/forecast.ts'
import { hedgedPrior } from '../forecast/hedged-prior.ts'
import { literature, literaturePrior, type Prior } from '../forecast/prior.ts'
import type { Forecast, ForecastInput, GivenDose } from '../forecast/shape.ts'
import { allFaults } from './all-faults.ts'
import { Fields, seeds, utmost, weights } from './fields.ts'
import { caseFileVersion, drugs, readVersion } from './subject.ts'

export type ForecastOutput = { caseFile: number } & Forecast

const day = { min: -3660, max: 3660 }

/** Reads a case to forecast; every fault at once, by its place in the file. Days count from the end of the last infusion of the course. */
export function readForecastCase(value: unknown): ForecastInput {
  const faults: Fault[] = []
  const fields = new Fields(value, '', faults, 'an object with doses, weightKg, baseline, scores, nowDaysAfterCourse')
  readVersion(fields)
  const baseline = fields.object('baseline', 'an object with mean and scores, the number of daily scores behind it')
  const input: ForecastInput = {
    doses: readDoses(fields, 'doses'),
    weightKg: fields.number('weightKg', weights),
    baseline: {
      mean: baseline.number('mean', { min: leastMean, max: 10 }),
      scores: baseline.whole('scores', { min: 1, max: 90 }),
    },
    scores: readScores(fields),
    nowDaysAfterCourse: fields.number('nowDaysAfterCourse', day),
    seed: fields.optionalWhole('seed', seeds) ?? 1,
    ...(fields.has('horizonDays') && { horizonDays: fields.number('horizonDays', { min: 1, max: 365 }) }),
    ...(fields.has('datesAfterNow') && { datesAfterNow: fields.rising('datesAfterNow') }),
    ...(fields.has('visitDays') && { visitDays: fields.rising('visitDays', day) }),
    ...(fields.has('planned') && { planned: readDoses(fields, 'planned') }),
    ...(fields.has('prior') && { prior: readPrior(fields) }),
  }
  for (const name of ['horizonDays', 'datesAfterNow', 'visitDays', 'planned', 'prior']) fields.raw(name)
  baseline.nothingElse()
  fields.nothingElse()
  refuse(allFaults(faults, () => inputFaults(input)))
  return input
}

/** The prior by its name: that of the literature, or where version 3 starts. */
function readPrior(fields: Fields): Prior {
  const id = fields.oneOf('prior', [literature.id, 'hedged-2026'] as const)
  return id === literature.id ? literaturePrior : hedgedPrior
}

const readDoses = (fields: Fields, name: string): GivenDose[] =>
  fields.objects(name, 'a list of doses with startDay, endDay, mg, drug').map((dose) => {
    const found = {
      startDay: dose.number('startDay', day),
      endDay: dose.number('endDay', day),
      mg: dose.number('mg', { above: 0, max: utmost.mg }),
      drug: dose.oneOf('drug', drugs),
    }
    dose.nothingElse()
    return found
  })

const readScores = (fields: Fields) =>
  fields.objects('scores', 'a list of scores with daysAfterCourse, score').map((score) => {
    const found = { daysAfterCourse: score.number('daysAfterCourse', day), score: score.number('score', { min: 0, max: 10 }) }
    score.nothingElse()
    return found
  })

/** The forecast of a case. */
export const forecastCase = (input: ForecastInput): ForecastOutput => ({ caseFile: caseFileVersion, ...forecast(input) })
