import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distribution, fromInterval } from './normal.ts'
import { fill, fillThrough, pass } from './pools.ts'
import { quantiles } from './quantile.ts'
import { normalAt, philox } from './random.ts'
import { zerosOf } from './zeros.ts'

describe('kernels', () => {
  /** Simpson's rule: no exponential difference in sight, so it cannot cancel where the kernels might. */
  const integral = (f: (t: number) => number, to: number, n = 1000) => {
    const h = to / n
    const inside = Array.from({ length: n - 1 }, (_, i) => f((i + 1) * h) * (i % 2 === 0 ? 4 : 2))
    return (h / 3) * (f(0) + f(to) + inside.reduce((a, b) => a + b, 0))
  }
  const rate = fc.double({ min: 1e-7, max: 1, noNaN: true })
  const time = fc.double({ min: 1e-6, max: 10, noNaN: true })

  test('are the integrals they claim to be, at any distance between the rates', () => {
    fc.assert(
      fc.property(rate, fc.constantFrom(0, 1e-14, 1e-9, 1e-5, 0.1, 3), time, (a, apart, t) => {
        const b = a * (1 + apart)
        expect(fill(a, t) / integral((s) => Math.exp(-a * s), t)).toBeCloseTo(1, 7)
        expect(pass(a, b, t) / integral((s) => Math.exp(-a * s - b * (t - s)), t)).toBeCloseTo(1, 7)
        expect(fillThrough(a, b, t) / integral((s) => pass(a, b, s), t)).toBeCloseTo(1, 7)
      }),
    )
  })

  test('know at once what happens at rate zero', () => {
    expect([fill(0, 3), pass(0, 0, 3), fillThrough(0, 0, 3)]).toEqual([3, 3, 4.5])
  })

  test('lose no digit where the early series hands over to the closed form', () => {
    for (const b of [0, 1e-9, 0.3, 0.999999, 1]) {
      const [before, after] = [fillThrough(1, b, 0.5 - 1e-9), fillThrough(1, b, 0.5 + 1e-9)]
      expect((after - before) / (2e-9 * pass(1, b, 0.5))).toBeCloseTo(1, 5)
    }
  })
})

describe('the zeros of a sum of exponentials', () => {
  const rates = [1.7, 0.4, 0.05, 0.003]

  /** Weights of the sum that is zero at three places: each power e^(−rate·t) taken as a column, the last weight one. */
  function through(zeros: readonly number[]): number[] {
    const rows = zeros.map((t) => rates.map((k) => Math.exp(-k * t)))
    for (let i = 0; i < 3; i++) {
      const [pivot] = rows.slice(i).toSorted((a, b) => Math.abs(b[i]) - Math.abs(a[i]))
      rows.splice(i, 0, ...rows.splice(rows.indexOf(pivot), 1))
      for (const row of rows) if (row !== pivot) for (let j = 3, f = row[i] / pivot[i]; j >= i; j--) row[j] -= f * pivot[j]
    }
    return [...rows.map((row, i) => -row[3] / row[i]), 1]
  }

  test('are all found, also two that are close together', () => {
    for (const zeros of [
      [1, 10, 100],
      [2, 2.02, 50],
      [0.5, 0.9, 0.95],
      [5, 300, 301],
    ]) {
      const weights = through(zeros)
      const found = zerosOf(
        rates.map((rate, i) => ({ rate, weight: weights[i] })),
        1000,
      )
      expect(found).toHaveLength(3)
      for (const [i, t] of zeros.entries()) expect(Math.abs(found[i] / t - 1)).toBeLessThan(1e-6)
    }
  })

  test('are none where all weights have one sign, or the end comes first', () => {
    expect(
      zerosOf(
        [
          { rate: 1, weight: 2 },
          { rate: 0.1, weight: 3 },
        ],
        100,
      ),
    ).toEqual([])
    expect(
      zerosOf(
        [
          { rate: 1, weight: 2 },
          { rate: 0.1, weight: -1 },
        ],
        0.5,
      ),
    ).toEqual([])
    expect(
      zerosOf(
        [
          { rate: 1, weight: 2 },
          { rate: 0, weight: -1 },
        ],
        10,
      )[0],
    ).toBeCloseTo(Math.LN2, 14)
  })
})

describe('random numbers', () => {
  test('are those of the published generator: its own known answers', () => {
    const hex = (words: readonly number[]) => words.map((w) => w.toString(16).padStart(8, '0')).join(' ')
    expect(hex(philox([0, 0, 0, 0], [0, 0]))).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8')
    const ones = 0xffffffff
    expect(hex(philox([ones, ones, ones, ones], [ones, ones]))).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd')
    expect(hex(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]))).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    )
  })

  test('are standard normal, and a pure function of seed, subject and draw', () => {
    const n = 20_000
    const z = Array.from({ length: n }, (_, i) => normalAt(3, i >> 2, i % 4))
    const moment = (k: number) => z.reduce((sum, x) => sum + x ** k, 0) / n
    expect(Math.abs(moment(1))).toBeLessThan(3 / Math.sqrt(n))
    expect(Math.abs(moment(2) - 1)).toBeLessThan(3 * Math.sqrt(2 / n))
    expect(Math.abs(moment(4) - 3)).toBeLessThan(3 * Math.sqrt(96 / n))
    expect(normalAt(3, 17, 2)).toBe(z[17 * 4 + 2])
    expect(normalAt(3 + 2 ** 40, 17, 2)).not.toBe(z[17 * 4 + 2])
  })
})

describe('the normal distribution', () => {
  test('has its tabulated values, far into the tail', () => {
    expect(distribution(0)).toBe(0.5)
    expect(distribution(1.959963984540054)).toBeCloseTo(0.975, 14)
    expect(distribution(-5) / 2.866515718791939e-7).toBeCloseTo(1, 12)
    expect(distribution(-2.9999999) - distribution(-3.0000001)).toBeCloseTo(2e-7 * 0.00443184841, 15)
    expect(distribution(-40)).toBeGreaterThanOrEqual(0)
    expect(distribution(Infinity)).toBe(1)
  })

  test('gives the log-normal whose middle 95 % is a printed interval', () => {
    const { median, omega } = fromInterval(4.37, 21.2)
    expect(median * Math.exp(1.959963984540054 * omega)).toBeCloseTo(21.2, 12)
    expect(median * Math.exp(-1.959963984540054 * omega)).toBeCloseTo(4.37, 12)
  })
})

describe('quantiles', () => {
  test('are those of sorting, linear between ranks', () => {
    const levels = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b)
        const expected = levels.map((p) => {
          const place = p * (sorted.length - 1)
          const rank = Math.floor(place)
          return sorted[rank] + (place - rank) * ((sorted[rank + 1] ?? sorted[rank]) - sorted[rank])
        })
        expect(quantiles(Float64Array.from(values), levels)).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })
})
