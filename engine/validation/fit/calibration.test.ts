import { expect, test } from 'vitest'
import { calibrationOf, type Recovered } from './calibration.ts'

const draws = 99
const people = (rankOf: (i: number) => number): Recovered[] =>
  Array.from({ length: 400 }, (_, i) => ({
    ranks: [Math.round(Math.min(draws, Math.max(0, rankOf((i + 0.5) / 400))))],
    parameters: ['cl'],
    draws,
    errors: [0],
    effectiveShare: 1,
    trusted: true,
  }))

/** χ² with 9 degrees of freedom exceeds this once in ten thousand. */
const critical = 33.72

test('even ranks are seen to be even', () => {
  const { chiSquared, within50, within90 } = calibrationOf(
    people((u) => u * draws),
    0,
  )
  expect(chiSquared).toBeLessThan(critical / 5)
  expect(within50).toBeCloseTo(0.5, 1)
  expect(within90).toBeCloseTo(0.9, 1)
})

test('a posterior that is too narrow is seen by ranks at the ends, one that is too wide by ranks in the middle', () => {
  const narrow = calibrationOf(
    people((u) => draws * (0.5 + 1.5 * (u - 0.5))),
    0,
  )
  const wide = calibrationOf(
    people((u) => draws * (0.5 + 0.6 * (u - 0.5))),
    0,
  )
  expect(narrow.chiSquared).toBeGreaterThan(critical)
  expect(wide.chiSquared).toBeGreaterThan(critical)
  expect(narrow.within50).toBeLessThan(wide.within50)
})
