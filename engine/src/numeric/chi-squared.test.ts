import { describe, expect, test } from 'vitest'
import { anyBeyond, chiSquaredAbove } from './chi-squared.ts'
import { distribution } from './normal.ts'

describe('χ²', () => {
  // Printed tables.
  test.each([
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [11.344866730144373, 3, 0.01],
    [16.811893829770927, 6, 0.01],
    [27.877164871256568, 9, 0.001],
    [23.209251158954356, 10, 0.01],
  ])('is above %d with %i degrees in %d of cases', (x, degrees, chance) => {
    expect(chiSquaredAbove(x, degrees)).toBeCloseTo(chance, 10)
  })

  test('keeps its digits far out, and is certain at nothing', () => {
    expect(chiSquaredAbove(100, 1) / (2 * distribution(-10))).toBeCloseTo(1, 12)
    expect(chiSquaredAbove(200, 2) / Math.exp(-100)).toBeCloseTo(1, 12)
    expect(chiSquaredAbove(0, 4)).toBe(1)
    expect(chiSquaredAbove(1e6, 7)).toBe(0)
  })
})

test('the farthest of several', () => {
  expect(anyBeyond(1.959963984540054, 1)).toBeCloseTo(0.05, 10)
  expect(anyBeyond(1.959963984540054, 6)).toBeCloseTo(1 - 0.95 ** 6, 10)
  expect(anyBeyond(12, 1000)).toBeGreaterThan(0)
})
