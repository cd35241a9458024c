import fc from 'fast-check'
import { describe, test } from 'vitest'
import { models } from '../definitions.ts'
import { EngineFault } from '../fault.ts'
import { ways } from '../route.ts'
import { comparable, compareCase, readCompareCase } from './compare.ts'
import { fitCase, readFitCase } from './fit.ts'
import { forecastCase, readForecastCase } from './forecast.ts'
import { populationCase, readPopulationCase } from './population.ts'
import { readSimulateCase, simulateCase } from './simulate.ts'
import { readTargetCase, targetCase } from './target.ts'
import { readTrialCase, trialCase } from './trial.ts'

const commands: Record<string, (value: unknown) => unknown> = {
  simulate: (value) => simulateCase(readSimulateCase(value)),
  population: (value) => populationCase(readPopulationCase({ size: 3, variability: 'patients-borrowed', ...Object(value) })),
  fit: (value) => fitCase(readFitCase({ draws: 2, residual: { logSd: 0.2 }, variability: { cl: 0.3 }, ...Object(value) })),
  forecast: (value) => forecastCase(readForecastCase(value)),
  target: (value) => targetCase(readTargetCase(value)),
  trial: (value) => trialCase(readTrialCase({ replicates: 2, ...Object(value) })),
  compare: (value) => compareCase(readCompareCase(value)),
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
const way = fc.record(
  {
    share: some(fc.double({ min: 0.01, max: 1, noNaN: true })),
    into: some(fc.constantFrom('plasma', 'liver', 'metabolism')),
    lagMin: some(minute),
    releaseMin: some(minute),
    ratesPerMin: some(fc.array(some(fc.double({ min: 1e-4, max: 50, noNaN: true })), { maxLength: 3 })),
  },
  { requiredKeys: ['share'] },
)
const dose = fc.oneof(
  fc.record({ bolusMg: some(mg), atMin: some(minute) }),
  fc.record({ infuseMgPerKg: some(fc.double({ min: 0, max: 5, noNaN: true })), overMin: some(minute), atMin: some(minute) }),
  fc.record({ rateMgPerHour: some(mg), fromMin: some(minute), toMin: some(minute) }),
  fc.record({ giveMg: some(mg), route: some(fc.constantFrom(...ways)), atMin: some(minute) }),
  fc.record({
    giveMgPerKg: some(mg),
    route: some(fc.constantFrom(...ways)),
    atMin: some(minute),
    absorption: some(fc.record({ paths: some(fc.array(way, { maxLength: 2 })), source: some(fc.constant('a test')) })),
  }),
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
    models: some(fc.uniqueArray(fc.constantFrom(...comparable), { minLength: 1, maxLength: 3 })),
    pump: fc.record({
      maxMgPerHour: some(mg),
      everyMin: some(fc.constantFrom(1, 5, 7.5)),
      untilMin: some(fc.constantFrom(20, 90)),
    }),
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
  target: ['model', 'subject', 'timesMin', 'plasmaNgPerMl', 'pump'],
  compare: ['models', 'drug', 'subject', 'regimen', 'timesMin', 'effectSite'],
}

const day = fc.double({ min: -30, max: 60, noNaN: true })
const given = fc.record({
  startDay: some(day),
  endDay: some(day),
  mg: some(mg),
  drug: some(fc.constantFrom('racemic-ketamine', 's-ketamine')),
})
const person = fc.record({
  doses: some(fc.array(given, { maxLength: 4 })),
  weightKg: some(fc.double({ min: 3, max: 200, noNaN: true })),
  baseline: some(
    fc.record({ mean: some(fc.double({ min: 0.5, max: 10, noNaN: true })), scores: some(fc.integer({ min: 1, max: 30 })) }),
  ),
  scores: some(
    fc.array(
      fc.record({ daysAfterCourse: some(fc.integer({ min: 1, max: 40 })), score: some(fc.integer({ min: 0, max: 10 })) }),
      {
        maxLength: 5,
      },
    ),
  ),
  nowDaysAfterCourse: some(fc.integer({ min: 0, max: 50 })),
})
const arm = fc.record({
  name: some(fc.constantFrom('a', 'b')),
  n: some(fc.integer({ min: 1, max: 5 })),
  placebo: some(fc.boolean()),
  doses: some(fc.array(given, { maxLength: 2 })),
})
const measure = fc.record(
  {
    kind: some(fc.constantFrom('mean pain', 'difference of means', 'responders', 'ratio of areas')),
    arm: some(fc.constantFrom('a', 'b')),
    against: some(fc.constantFrom('a', 'b')),
    from: some(fc.integer({ min: 0, max: 20 })),
    to: some(fc.integer({ min: 0, max: 20 })),
    fall: some(fc.constantFrom(0.3, 0.5)),
    day: some(fc.integer({ min: 0, max: 20 })),
  },
  { requiredKeys: ['kind', 'arm'] },
)
const held = fc.record({ arms: fc.array(arm, { maxLength: 3 }), measures: fc.array(measure, { maxLength: 3 }) })

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

  test.each([
    ['forecast', person, 30],
    ['trial', held, 150],
  ] as const)('%s, of a case that is nearly right', { timeout: 30_000 }, (name, cases, numRuns) => {
    fc.assert(
      fc.property(cases as fc.Arbitrary<unknown>, (value) => answered(commands[name], value)),
      { numRuns },
    )
  })
})
