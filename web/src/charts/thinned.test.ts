import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinned } from './thinned.ts'

const lines = fc
  .array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 60 })
  .map((ys) => ys.map((y, i) => [i * 3, y] as const))

test('a thinned line is nowhere further from its points than it says, and keeps its ends', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom(0, 0.3, 5), (line, within) => {
      const kept = thinned(line, within)
      expect([kept[0], kept.at(-1)]).toEqual([line[0], line.at(-1)])
      for (const [x, y] of line) {
        const next = kept.findIndex((point) => point[0] >= x)
        const [to, from] = [kept[next] ?? [0, 0], kept[Math.max(0, next - 1)] ?? [0, 0]]
        const between = to[0] === from[0] ? to[1] : from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0])
        expect(Math.abs(between - y)).toBeLessThanOrEqual(within + 1e-9)
      }
    }),
  )
})

test('a straight line is its two ends', () => {
  expect(
    thinned(
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [9, 10],
      ],
      0.01,
    ),
  ).toEqual([
    [0, 1],
    [9, 10],
  ])
})
