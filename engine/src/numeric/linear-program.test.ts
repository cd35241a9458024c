import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highest } from './linear-program.ts'

const list = (...values: number[]) => Float64Array.from(values)

test('a program whose answer is printed in every book', () => {
  const x = highest(list(3, 5), [list(1, 0), list(0, 2), list(3, 2)], list(4, 12, 18))
  expect([...x]).toEqual([2, 6])
})

test('nothing is best where nothing gains, and where nothing is left', () => {
  expect([...highest(list(-1, -2), [list(1, 1)], list(4))]).toEqual([0, 0])
  expect([...highest(list(1, 1), [list(1, 2), list(2, 1)], list(0, 5))]).toEqual([0, 0])
})

test('of any program the answer is allowed, and its price proves that none is better', () => {
  const size = fc.integer({ min: 1, max: 5 })
  const programs = fc.tuple(size, size).chain(([n, m]) => {
    const numbers = (count: number, min: number) =>
      fc.array(fc.double({ min, max: 3, noNaN: true }), { minLength: count, maxLength: count })
    return fc.record({ c: numbers(n, -1), a: fc.array(numbers(n, 0.01), { minLength: m, maxLength: m }), b: numbers(m, 0) })
  })
  fc.assert(
    fc.property(programs, ({ c, a, b }) => {
      const rows = a.map((row) => Float64Array.from(row))
      const x = highest(Float64Array.from(c), rows, Float64Array.from(b))
      const dot = (p: ArrayLike<number>, q: ArrayLike<number>) => Array.from(p, (v, i) => v * q[i]).reduce((s, v) => s + v, 0)
      rows.forEach((row, i) => {
        expect(dot(row, x)).toBeLessThanOrEqual(b[i] + 1e-8)
      })
      // The dual, min b·y with Aᵀ·y ≥ c, as a bound: every y that is allowed there is above; the best one is alike. Here by many tries.
      const price = Math.min(...rows.map((row, i) => b[i] * Math.max(0, ...c.map((gain, j) => gain / row[j]))))
      expect(dot(c, x)).toBeLessThanOrEqual(price + 1e-8)
      // No step along one x, the others as they are, gains.
      c.forEach((gain, j) => {
        const room = Math.min(...rows.map((row, i) => (b[i] - dot(row, x)) / row[j]))
        if (gain > 1e-9) expect(room).toBeLessThan(1e-6)
      })
    }),
  )
})
