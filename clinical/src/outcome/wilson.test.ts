import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from './wilson.ts'

test.each([
  [29, 61, 0.3553, 0.5984],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [81, 263, 0.2553, 0.3662],
])('%d of %d lies between %d and %d', (count, total, low, high) => {
  const interval = wilson(count, total)
  expect(interval?.low).toBeCloseTo(low, 4)
  expect(interval?.high).toBeCloseTo(high, 4)
})

test('nobody has no share, and more than everybody is refused', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(() => wilson(3, 2)).toThrow(RangeError)
  expect(() => wilson(-1, 2)).toThrow(RangeError)
})

test('the share lies within its interval, and both ends are where the score test meets the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, f) => {
      const count = Math.round(f * total)
      const interval = wilson(count, total)
      if (!interval) throw new Error('there is somebody')
      const { share, low, high } = interval
      expect(low).toBeLessThanOrEqual(share)
      expect(high).toBeGreaterThanOrEqual(share)
      for (const p of [low, high].filter((p) => p > 0 && p < 1))
        expect(Math.abs(share - p) / Math.sqrt((p * (1 - p)) / total)).toBeCloseTo(1.959964, 5)
    }),
  )
})
