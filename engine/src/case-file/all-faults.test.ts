import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { readFitCase } from './fit.ts'
import { readForecastCase } from './forecast.ts'
import { readTrialCase } from './trial.ts'

const faultsOf = (read: (value: unknown) => unknown, value: unknown) => {
  try {
    read(value)
    return []
  } catch (error) {
    if (error instanceof EngineFault) return error.faults
    throw error
  }
}
const places = (read: (value: unknown) => unknown, value: unknown) => faultsOf(read, value).map(({ input }) => input)

const fit = {
  model: 'simons-2022',
  subject: { weightKg: 70 },
  drug: 's-ketamine',
  sampling: 'arterial',
  regimen: [{ infuseMg: 20, overMin: 20, atMin: 0 }],
  observations: [
    { timeMin: 20, plasmaNgPerMl: 260 },
    { timeMin: 60, plasmaNgPerMl: 40 },
  ],
}
const person = {
  doses: [{ startDay: -4, endDay: 0, mg: 2000, drug: 's-ketamine' }],
  weightKg: 70,
  baseline: { mean: 7, scores: 7 },
  scores: [{ daysAfterCourse: 1, score: 2 }],
  nowDaysAfterCourse: 5,
}

describe('all that is wrong with a case comes at once', () => {
  test('a sample that is none beside a weight that cannot be and a drug that nobody named', () => {
    const [a, b] = fit.observations
    const observations = [b, a, { ...a, plasmaNgPerMl: -1 }, { ...b, drawn: 'later' }]
    const { drug: _, ...unsaid } = fit
    expect(places(readFitCase, { ...unsaid, subject: { weightKg: -70 }, observations })).toEqual([
      'subject.weightKg',
      'drug',
      'observations[2].plasmaNgPerMl',
      'observations[3].drawn',
    ])
  })

  test('samples in any order, twice, and a blank before the first dose are data', () => {
    const [a, b] = fit.observations
    expect(places(readFitCase, { ...fit, observations: [b, a, a, { timeMin: -5, plasmaNgPerMl: 0 }] })).toEqual([])
  })

  test('two scores of a day and half a point beside a baseline that cannot be', () => {
    const scores = [person.scores[0], { daysAfterCourse: 1, score: 2.5 }]
    const found = places(readForecastCase, { ...person, baseline: { mean: 70, scores: 7 }, scores })
    expect(found.toSorted()).toEqual(['baseline.mean', 'scores[1].daysAfterCourse', 'scores[1].score'])
  })
})

describe('what only the whole can show is told in the words of the case', () => {
  test('nothing measured after a dose, in ng/mL', () => {
    const observations = fit.observations.map((one) => ({ ...one, plasmaNgPerMl: 0 }))
    const [first] = faultsOf(readFitCase, { ...fit, observations })
    expect(first).toMatchObject({ input: 'observations[0].plasmaNgPerMl', value: 0 })
    expect(first?.expected).toMatch(/limit of quantification/)
  })

  test('a sample from a vein within the hour, in a model of arteries', () => {
    const [first, ...rest] = faultsOf(readFitCase, { ...fit, sampling: 'venous' })
    expect(first?.input).toBe('observations[0].timeMin')
    expect(rest).toHaveLength(1)
    expect(places(readFitCase, { ...fit, observations: [{ timeMin: 90, plasmaNgPerMl: 30 }], sampling: 'venous' })).toEqual([])
  })
})

test('half a person and half a replicate are faults, not rounded', () => {
  const trial = { arms: [{ name: 'a', n: 2.5, doses: [] }], measures: [{ kind: 'mean pain', arm: 'a', from: 0.5, to: 3 }] }
  expect(places(readTrialCase, { ...trial, replicates: 1.5 })).toEqual(['replicates', 'arms[0].n', 'measures[0].from'])
  expect(places(readTrialCase, { arms: trial.arms, measures: [] })).toContain('measures')
})
