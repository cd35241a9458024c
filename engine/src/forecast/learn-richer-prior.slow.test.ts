import { expect, test } from 'vitest'
import { hedgedPrior } from './hedged-prior.ts'
import { learnRicherPrior } from './learn-richer-prior.ts'
import type { ForecastInput } from './shape.ts'

/** A person after 40 mg of racemate, too little to act by its dose, who reports each week what is said. */
const after = (seed: number, scores: readonly number[]): ForecastInput => ({
  doses: [{ startDay: -0.03, endDay: 0, mg: 40, drug: 'racemic-ketamine' }],
  weightKg: 70,
  baseline: { mean: 7, scores: 7 },
  scores: scores.map((score, i) => ({ daysAfterCourse: 3 + 7 * i, score })),
  nowDaysAfterCourse: 60,
  seed,
})
const many = (n: number, scores: readonly number[]) => Array.from({ length: n }, (_, i) => after(i + 1, scores))

test('ten people with one score each are learned from; nine, or silent ones, are not', () => {
  const silent = many(5, [])
  expect(learnRicherPrior([...many(10, [7]), ...silent])).toMatchObject({ learned: true, patients: 10, tooShort: 5 })
  expect(learnRicherPrior([...many(9, [7]), ...silent])).toMatchObject({ learned: false, patients: 9, prior: hedgedPrior })
})

test('relief that outlasts what a small dose can do is learned as a time of its own, and as a longer one', () => {
  const { prior, found } = learnRicherPrior(many(12, [2, 2, 2, 2, 2, 2, 2, 2]))
  expect(found?.m).toBeGreaterThan(hedgedPrior.values.m)
  expect(prior.values.lnDuration).toBeGreaterThan(hedgedPrior.values.lnDuration)
  expect(prior.values.q).toBeGreaterThan(hedgedPrior.values.q)
  expect(prior.title).toContain('12 people')
})

test('what is wrong with a course is told by its place', () => {
  expect(() => learnRicherPrior([{ ...after(1, [7]), weightKg: -1 }])).toThrow('courses[0].weightKg')
})
