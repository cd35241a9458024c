import fc from 'fast-check'
import { describe, test } from 'vitest'
import { models } from '../definitions.ts'
import { EngineFault } from '../fault.ts'
import { fitCase, readFitCase } from './fit.ts'
import { forecastCase, readForecastCase } from './forecast.ts'
import { populationCase, readPopulationCase } from './population.ts'
import { readSimulateCase, simulateCase } from './simulate.ts'
import { readTargetCase, targetCase } from './target.ts'
import { readTrialCase } from './trial.ts'

const commands: Record<string, (value: unknown) => unknown> = {
  simulate: (value) => simulateCase(readSimulateCase(value)),
  population: (value) => populationCase(readPopulationCase({ size: 3, variability: 'patients-borrowed', ...Object(value) })),
  fit: (value) => fitCase(readFitCase({ draws: 2, residual: { logSd: 0.2 }, variability: { cl: 0.3 }, ...Object(value) })),
  forecast: (value) => forecastCase(readForecastCase(value)),
  target: (value) => targetCase(readTargetCase(value)),
  trial: (value) => readTrialCase(value),
}

/** Every number that leaves is one, and no concentration is below nothing. */
function sound(value: unknown, path = ''): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${path} is ${value}`)
    if (/NgPerMl\b/.test(path) && value < 0) throw new Error(`${path} is ${value}`)
  } else if (typeof value === 'object' && value !== null && !path.endsWith('.trial'))
    for (const [name, inner] of Object.entries(value)) sound(inner, `${path}.${name}`)
}

/** It works, or says in faults why not; nothing else ever happens. */
function answered(command: (value: unknown) => unknown, value: unknown): void {
  try {
    sound(command(value))
  } catch (error) {
    if (!(error instanceof EngineFault) || error.faults.length === 0) throw error
  }
}

const odd = fc.oneof(
  fc.constantFrom(0, -0, -1, 1e-320, 1e308, 1e-9, 1e9, Number.NaN, Infinity, '', '5', null, [], {}, true),
  fc.double(),
)
const some = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: usual as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd })
const minute = fc.double({ min: 0, max: 5000, noNaN: true })
const mg = fc.double({ min: 0, max: 500, noNaN: true })
const dose = fc.oneof(
  fc.record({ bolusMg: some(mg), atMin: some(minute) }),
  fc.record({ infuseMgPerKg: some(fc.double({ min: 0, max: 5, noNaN: true })), overMin: some(minute), atMin: some(minute) }),
  fc.record({ rateMgPerHour: some(mg), fromMin: some(minute), toMin: some(minute) }),
)
const rising = fc.array(minute, { minLength: 1, maxLength: 8 }).map((times) => [...new Set(times)].sort((a, b) => a - b))
const sample = fc.record({ timeMin: some(minute), plasmaNgPerMl: some(fc.double({ min: 0.1, max: 5000, noNaN: true })) })
const nearly = fc.record(
  {
    model: some(fc.constantFrom(...Object.values(models).map(({ id }) => id))),
    drug: some(fc.constantFrom('racemic-ketamine', 's-ketamine')),
    subject: some(
      fc.record({
        weightKg: some(fc.double({ min: 1, max: 300, noNaN: true })),
        ageYears: some(fc.double({ min: 0, max: 110, noNaN: true })),
        sex: some(fc.constantFrom('female', 'male')),
      }),
    ),
    regimen: some(fc.array(dose, { maxLength: 5 })),
    timesMin: some(rising),
    effectSite: some(
      fc.record({ ke0PerMin: some(fc.double({ min: 0.001, max: 5, noNaN: true })), source: fc.constant('a test') }),
    ),
    plasmaNgPerMl: some(fc.double({ min: 1, max: 1000, noNaN: true })),
    observations: some(fc.array(sample, { maxLength: 5 })),
    sampling: some(fc.constantFrom('arterial', 'venous')),
  },
  { requiredKeys: ['model', 'subject', 'regimen', 'timesMin'] },
)

/** What each command knows of the fields above: the rest would only ever be refused. */
const known: Record<string, readonly string[]> = {
  simulate: ['model', 'drug', 'subject', 'regimen', 'timesMin', 'effectSite'],
  population: ['model', 'drug', 'subject', 'regimen', 'timesMin', 'effectSite'],
  fit: ['model', 'drug', 'subject', 'regimen', 'timesMin', 'observations', 'sampling'],
  target: ['model', 'subject', 'timesMin', 'plasmaNgPerMl'],
}

describe('whatever is written in a case, an answer or faults come back', () => {
  test.each(Object.entries(commands))('%s, of anything that is JSON', (_, command) => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => answered(command, value)),
      { numRuns: 200 },
    )
  })

  test.each(Object.entries(known))('%s, of a case that is nearly right', (name, fields) => {
    fc.assert(
      fc.property(nearly, (value) =>
        answered(commands[name], Object.fromEntries(Object.entries(value).filter(([field]) => fields.includes(field)))),
      ),
      { numRuns: 250 },
    )
  })
})
