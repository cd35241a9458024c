import { effects, models, relief } from '@dripline/engine'
import { expect, test } from 'vitest'
import type { ReliefCourse } from './outcomes.ts'
import { expectedPain } from './relief-curve.ts'

const course: Pick<ReliefCourse, 'indication' | 'given' | 'outcome'> = {
  indication: 'pain',
  given: {
    subject: { weightKg: 72, ageYears: 44, sex: 'female' },
    regimen: Array.from({ length: 10 }, (_, i) => ({ mg: 100, from: i * 1440, minutes: 240 })),
  },
  outcome: {
    kind: 'not yet',
    until: null,
    read: { baseline: '7.25', after: null, fallPercent: null, baselineAnswers: [], afterAnswers: [], doubts: [] },
  },
}

test.each([1, 12, 40])('on day %d the pain expected of a responder is the engine’s relief off the baseline', (day) => {
  const point = expectedPain(course, 100)?.responder.find(({ at }) => at === day)
  const direct = relief({
    disposition: models.kamp2020.parameters({ weightKg: 72, ageYears: 44, sex: 'female' }),
    regimen: course.given?.regimen ?? [],
    days: [day],
    sFraction: 0.5,
    effect: effects.reliefDahan2011,
  }).responder
  expect(point?.median).toBeCloseTo(7.25 * (1 - (direct.relief[0] ?? Number.NaN)), 10)
  expect(point?.p95).toBeCloseTo(7.25 * (1 - (direct.band.p5[0] ?? Number.NaN)), 10)
  expect(point?.p5).toBeLessThan(point?.median ?? 0)
})

test('somebody the drug does not work for stays where they were', () => {
  expect(expectedPain(course, 100)?.nonResponder).toBe(7.25)
})

test('no curve is drawn for depression, whatever was given', () => {
  expect(expectedPain({ ...course, indication: 'depression' }, 100)).toBeNull()
})

test('no curve is drawn before the first dose or without a baseline', () => {
  const { outcome } = course
  expect(expectedPain({ ...course, given: null }, 100)).toBeNull()
  expect(expectedPain({ ...course, outcome: { ...outcome, read: { ...outcome.read, baseline: null } } }, 100)).toBeNull()
})

test('the curve reaches the last day that is asked for', () => {
  for (const lastDay of [3, 20, 103.4])
    expect(expectedPain(course, lastDay)?.responder.at(-1)?.at).toBeGreaterThanOrEqual(lastDay)
})
