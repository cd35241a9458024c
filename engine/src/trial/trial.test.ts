import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { literaturePrior } from '../forecast/prior.ts'
import { mangnus2022 } from '../trials/mangnus-2022.ts'
import { sigtermans2009 } from '../trials/sigtermans-2009.ts'
import { defineTrial, type Trial } from './definition.ts'
import { diaryOf } from './person.ts'
import { runTrial } from './trial.ts'

const [ketamine, placebo] = sigtermans2009.arms
const days = [1, 2, 3, 7, 28, 84]

describe('a virtual person of a trial', () => {
  test('is a pure function of seed and index, and answers in whole numbers from 0 to 10', () => {
    for (let index = 0; index < 40; index++) {
      const { scores, baseline } = diaryOf(ketamine, days, literaturePrior, 0, 3, index)
      expect(diaryOf(ketamine, days, literaturePrior, 0, 3, index)).toEqual({ scores, baseline })
      for (const score of scores) expect(Number.isInteger(score) && score >= 0 && score <= 10).toBe(true)
    }
  })

  test('stays silent once lost, and a tenth a week are', () => {
    const people = Array.from({ length: 2000 }, (_, i) => diaryOf(placebo, [7, 14], literaturePrior, 0.1, 5, i))
    const heard = (at: number) => people.filter(({ scores }) => !Number.isNaN(scores[at])).length / people.length
    expect(Math.abs(heard(0) - 0.9)).toBeLessThan(0.02)
    expect(Math.abs(heard(1) - 0.81)).toBeLessThan(0.03)
    for (const { scores } of people) if (Number.isNaN(scores[0])) expect(scores[1]).toBeNaN()
  })
})

describe('a trial held again', () => {
  test('gives the same bytes for the same seed, and an interval round its expectation', () => {
    const [a, b] = [0, 0].map(() => runTrial(mangnus2022, { seed: 4, replicates: 30 }))
    expect(a).toEqual(b)
    for (const { expected, low, high } of a.seen) {
      expect(low).toBeLessThanOrEqual(expected)
      expect(expected).toBeLessThanOrEqual(high)
    }
  })

  test('finds nothing between two placebos', () => {
    const both: Trial = defineTrial({ ...sigtermans2009, arms: [{ ...ketamine, placebo: true }, placebo] })
    const { seen } = runTrial(both, { seed: 4, replicates: 200 })
    expect(Math.abs(seen[0].expected - seen[1].expected)).toBeLessThan(0.15)
    expect(Math.abs(seen[2].expected)).toBeLessThan(0.15)
  })

  test('counts who is missing as no responder', () => {
    const [full, half] = [0, 0.5].map((perWeek) =>
      runTrial({ ...mangnus2022, dropout: { perWeek, basis: 'assumed' } }, { seed: 1, replicates: 60 }),
    )
    expect(half.seen[1].expected).toBeLessThan(0.2 * full.seen[1].expected)
  })

  test('has nothing to expect where nobody is heard of any more', () => {
    const [arm] = mangnus2022.arms
    const [one] = mangnus2022.observed
    const late = { ...one, measure: { kind: 'mean pain', arm: arm.name, from: 300, to: 301 } as const }
    const lost: Trial = { ...mangnus2022, dropout: { perWeek: 0.99, basis: 'assumed' }, observed: [late] }
    expect(() => runTrial(lost, { seed: 1, replicates: 2 })).toThrow(/observed\[0\].measure.*still heard of/)
  })

  test('refuses what cannot be held, all at once', () => {
    const wrong = { ...mangnus2022, arms: [{ ...mangnus2022.arms[0], n: 0, name: 'nobody' }] }
    try {
      runTrial(wrong, { seed: Number.NaN, replicates: 1 })
      expect.unreachable()
    } catch (fault) {
      expect(fault instanceof EngineFault && fault.faults.map(({ input }) => input)).toEqual([
        'arms[0].n',
        'observed[0].measure',
        'observed[1].measure',
        'seed',
      ])
    }
  })
})
