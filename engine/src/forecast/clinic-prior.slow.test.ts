import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { learnFrom, learnPrior } from './clinic-prior.ts'
import { courseOf } from './door.ts'
import { forecast } from './forecast.ts'
import { posterior } from './posterior.ts'
import { literaturePrior } from './prior.ts'
import { drawsOf } from './reweigh.ts'
import type { ForecastInput } from './shape.ts'

/** A person after 100 h of S-ketamine who reports the same score every other day for four weeks. */
const after = (scoreOn: (day: number) => number): ForecastInput => ({
  doses: [{ startDay: -100 / 24, endDay: 0, mg: 2000, drug: 's-ketamine' }],
  weightKg: 70,
  baseline: { mean: 7, scores: 7 },
  scores: Array.from({ length: 14 }, (_, i) => ({ daysAfterCourse: 2 * i + 1, score: scoreOn(2 * i + 1) })),
  nowDaysAfterCourse: 28,
  seed: 1,
})
const drawn = (scoreOn: (day: number) => number) => {
  const input = after(scoreOn)
  return drawsOf(posterior(courseOf(input), input.seed, 512))
}
const never = drawn(() => 7)
const lasting = drawn(() => 1)
const short = drawn((day) => (day < 9 ? 1 : 7))
const many = (one: typeof never, n: number) => Array.from({ length: n }, () => one)

describe('a clinic that learns from its own patients', () => {
  test('changes nothing below ten of them', () => {
    const { prior, learned, patients } = learnFrom(many(never, 9), literaturePrior)
    expect({ learned, patients, same: prior === literaturePrior }).toEqual({ learned: false, patients: 9, same: true })
  })

  test('believes less where nobody was helped, more where everybody was, and keeps the first prior beside it', () => {
    const [worse, better] = [never, lasting].map((one) => learnFrom(many(one, 20), literaturePrior))
    expect(worse.prior.values.q).toBeLessThan(0.45)
    expect(better.prior.values.q).toBeGreaterThan(0.7)
    expect(better.from).toBe(literaturePrior)
    expect(better.prior.title).toContain('20 people')
  })

  test('expects longer relief where it lasted and shorter where it did not, and never runs away', () => {
    const [long, brief] = [lasting, short].map((one) => learnFrom(many(one, 60), literaturePrior))
    expect(long.prior.values.lnHalfLife).toBeGreaterThan(literaturePrior.values.lnHalfLife)
    expect(brief.prior.values.lnHalfLife).toBeLessThan(literaturePrior.values.lnHalfLife)
    for (const { shifts } of [long, brief])
      for (const shift of Object.values(shifts)) expect(Math.abs(shift)).toBeLessThanOrEqual(1.5)
  })

  test('does not depend on the order of patients', () => {
    const mixed = [...many(never, 6), ...many(short, 6)]
    const [a, b] = [mixed, mixed.toReversed()].map((all) => learnFrom(all, literaturePrior))
    expect(a.prior.values.q).toBeCloseTo(b.prior.values.q, 10)
  })
})

describe('the door to it', () => {
  const ten = Array.from({ length: 10 }, () => after(() => 7))

  test('takes finished courses as they are given to the forecast, and the forecast takes what it learned', () => {
    const { prior, patients, tooShort, from } = learnPrior(ten)
    expect({ patients, tooShort, from: from.id }).toEqual({ patients: 10, tooShort: 0, from: literaturePrior.id })
    expect(prior.values.q).toBeLessThan(literaturePrior.values.q)
    const told = forecast({ ...after(() => 7), prior })
    expect(told.prior).toEqual({ id: prior.id, title: prior.title, drugActs: prior.values.q })
    expect(told.prior.title).toContain('10 people of this clinic')
  })

  test('does not count courses without four weeks of follow-up, or with fewer than three scores', () => {
    const early = { ...after(() => 7), nowDaysAfterCourse: 27 }
    const quiet = { ...after(() => 7), scores: [{ daysAfterCourse: 1, score: 7 }] }
    const { learned, patients, tooShort, prior } = learnPrior([...ten.slice(1), early, quiet])
    expect({ learned, patients, tooShort, same: prior === literaturePrior }).toEqual({
      learned: false,
      patients: 9,
      tooShort: 2,
      same: true,
    })
  })

  test('names every fault by its course, and a list that is none', () => {
    const wrong = [...ten.slice(2), { ...after(() => 7), weightKg: -1 }, { ...after(() => 7), seed: 0.5 }]
    try {
      learnPrior(wrong)
      expect.unreachable()
    } catch (fault) {
      expect(fault instanceof EngineFault && fault.faults.map(({ input }) => input)).toEqual([
        'courses[8].weightKg',
        'courses[9].seed',
      ])
    }
    expect(() => learnPrior(7 as never)).toThrow('courses')
  })
})
