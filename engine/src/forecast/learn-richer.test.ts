import { describe, expect, test } from 'vitest'
import { hedgedPrior } from './hedged-prior.ts'
import { learnedRicher, type Richer, richerStep, startOf, weightOf } from './learn-richer.ts'
import type { Draws } from './reweigh.ts'

const P0 = hedgedPrior.values
const t: Richer = { q: 0.6, m: 0.45, halfLife: 0.4, c50: -0.3, duration: 0.25, sDuration: 0.6 }

const rounded = (x: number, digits: number) => Math.round(x * 10 ** digits) / 10 ** digits

/** The twelve people of the page, by formulas that any program can follow. */
const people: readonly Draws[] = Array.from({ length: 12 }, (_, p) => ({
  kinds: Uint8Array.from({ length: 6 }, (__, i) => (5 * p + i * i + (p > 6 ? i : 0)) % 3),
  c50: Float64Array.from({ length: 6 }, (__, i) => rounded(1.6 * rounded(Math.sin(p + 1.3 * i), 3), 4)),
  halfLife: Float64Array.from({ length: 6 }, (__, i) => rounded(1.4 * rounded(Math.sin(2 * p + 0.7 * i), 3), 4)),
}))

const close = (got: Richer, expected: readonly number[]) => {
  for (const [i, value] of [got.q, got.m, got.halfLife, got.c50, got.duration, got.sDuration].entries())
    expect(value).toBeCloseTo(expected[i], 9)
}

describe('a richer prior, learned: the numbers of two other programs, to nine digits', () => {
  test.each([
    [0, 0, 0, 0.9302325581395],
    [1, 0.5, -1.2, 0.3887305836117],
    [2, 1.1, 0.3, 1.924008962706],
    [2, -0.7, 0, 1.096267261578],
  ])('a draw of kind %i at %d, %d weighs %d', (kind, z0, z1, weight) => {
    expect(weightOf(P0, t, kind, z0, z1)).toBeCloseTo(weight, 9)
  })

  test('one step from the start, one from elsewhere, and where steps end', () => {
    close(
      richerStep(people, P0, startOf(P0)),
      [0.6166666666667, 0.3636363636364, 0.01701724137931, 0.0224, 0.006861538461538, 0.9618545735858],
    )
    close(
      richerStep(people, P0, t),
      [0.6103564414268, 0.3848589727421, 0.1438438863393, -0.1930149229839, 0.2286640260669, 0.9158333456966],
    )
    const end = learnedRicher(people, P0)
    const fixed = [0.6356608096528, 0.3956190879293, 0.04347355913801, 0.07505187402091, 0.04056173196875, 0.9823962304026]
    for (const [i, value] of [end.q, end.m, end.halfLife, end.c50, end.duration, end.sDuration].entries())
      expect(Math.abs(value - fixed[i])).toBeLessThan(1e-4)
    const [q, m, halfLife, c50, duration, sDuration] = fixed
    close(richerStep(people, P0, { q, m, halfLife, c50, duration, sDuration }), fixed)
  })

  test('nobody changes nothing', () => {
    expect(learnedRicher([], P0)).toEqual(startOf(P0))
  })
})
