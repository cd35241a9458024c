import { expect, test } from 'vitest'
import { otto2021 } from '../models/otto-2021.ts'
import { infusion } from '../regimen.ts'
import { calibrationOf, type Design, recovered } from './calibration.ts'

const design: Design = {
  model: otto2021,
  subject: { weightKg: 70 },
  regimen: [infusion(20, 40)],
  times: [40, 90, 240, 480],
  sampling: 'venous',
  below: 0.005,
  residual: { logSd: 0.23609 },
  seed: 20261123,
  draws: 99,
}

/** χ² with 9 degrees of freedom exceeds this once in a thousand. */
const critical = 27.877

test('the truth may lie anywhere among the draws: its rank is uniform over 400 virtual people', () => {
  const people = Array.from({ length: 400 }, (_, i) => recovered(design, i))
  expect(people.every(({ trusted }) => trusted)).toBe(true)
  for (const parameter of [0, 1]) {
    const { chiSquared, within50, within90 } = calibrationOf(people, parameter)
    expect(chiSquared).toBeLessThan(critical)
    expect(Math.abs(within50 - 0.5)).toBeLessThan(0.0875)
    expect(Math.abs(within90 - 0.9)).toBeLessThan(0.0525)
  }
})

test('and it would be seen if the posterior were too narrow', () => {
  const narrow = { ...design, residual: { logSd: 0.23609 } }
  const people = Array.from({ length: 200 }, (_, i) => {
    const each = recovered(narrow, i)
    return { ...each, ranks: each.ranks.map((rank) => Math.round(Math.min(99, Math.max(0, 49.5 + 2 * (rank - 49.5))))) }
  })
  expect(calibrationOf(people, 0).chiSquared).toBeGreaterThan(critical)
})
