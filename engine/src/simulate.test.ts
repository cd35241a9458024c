import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auc } from './exposure.ts'
import { clearance, steadyState } from './kinetics.ts'
import { domino } from './models/domino.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { bolus, infusion, type Regimen } from './regimen.ts'
import { oracle } from './runge-kutta.oracle.ts'
import { simulate, simulateEffectSite } from './simulate.ts'

const adult = domino.parameters({ weightKg: 70, ageYears: 40, sex: 'female' })
const pooled = kamp2020.parameters({ weightKg: 70, ageYears: 40, sex: 'female' })
const times = [0, 3, 10, 40, 41, 90, 600]
const ke0 = Math.LN2 / 8.3

const rate = fc.double({ min: 0.02, max: 1.5, noNaN: true })
const body = fc.record({
  v1: fc.double({ min: 2, max: 200, noNaN: true }),
  k10: rate,
  k12: rate,
  k21: rate,
  k13: rate,
  k31: rate,
})
const dose = fc
  .record({
    mg: fc.double({ min: 1, max: 100, noNaN: true }),
    from: fc.integer({ min: 0, max: 60 }),
    minutes: fc.integer({ min: 0, max: 50 }),
  })
  .map(({ mg, from, minutes }) => (minutes === 0 ? bolus(mg, from) : infusion(mg, minutes, from)))
const doses = fc.array(dose, { minLength: 1, maxLength: 4 })

const same = (found: ArrayLike<number>, expected: ArrayLike<number>, relative: number) => {
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(found[i] - expected[i]), `${found[i]} is ${expected[i]}`).toBeLessThanOrEqual(
      relative * Math.abs(expected[i]) + 1e-300,
    )
}
const both = (p: typeof adult, regimen: Regimen, at = times) => {
  const { plasma, effectSite } = simulateEffectSite(p, ke0, regimen, at)
  return [...plasma, ...effectSite]
}

describe('simulate', () => {
  test('a bolus starts at dose over central volume', () => {
    expect(simulate(adult, [bolus(10)], [0])[0]).toBeCloseTo(10 / adult.v1, 14)
  })

  test('one compartment is one exponential', () => {
    const alone = { ...adult, k12: 0, k13: 0 }
    same(
      simulate(alone, [bolus(10)], [1, 5]),
      [1, 5].map((t) => (10 / adult.v1) * Math.exp(-adult.k10 * t)),
      1e-14,
    )
  })

  test('a long infusion settles at rate over clearance', () => {
    expect(simulate(pooled, [infusion(50_000, 50_000)], [50_000])[0]).toBeCloseTo(steadyState(pooled, 1), 12)
  })

  test('no dose, and a dose of zero, is exactly zero', () => {
    for (const regimen of [[], [bolus(0)], [infusion(0, 40)]]) expect(both(adult, regimen).every((c) => c === 0)).toBe(true)
  })

  test('doses add up: two regimens together give the sum of each alone, overlapping or not', () => {
    fc.assert(
      fc.property(body, doses, doses, (p, a, b) => {
        const [alone, other] = [both(p, a), both(p, b)]
        same(
          both(p, [...a, ...b]),
          alone.map((c, i) => c + other[i]),
          1e-11,
        )
      }),
    )
  })

  test('twice the dose is twice the concentration', () => {
    fc.assert(
      fc.property(body, doses, (p, regimen) => {
        const twice = regimen.map((d) => ({ ...d, mg: 2 * d.mg }))
        same(
          both(p, twice),
          both(p, regimen).map((c) => 2 * c),
          1e-13,
        )
      }),
    )
  })

  test('cutting an infusion into parts changes nothing', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 2, max: 50 }), (p, n) => {
        const parts = Array.from({ length: n }, (_, i) => infusion(35 / n, 40 / n, (40 * i) / n))
        same(both(p, parts), both(p, [infusion(35, 40)]), 1e-9)
      }),
    )
  })

  test('looking more often changes nothing', () => {
    fc.assert(
      fc.property(body, doses, (p, regimen) => {
        const minutely = both(
          p,
          regimen,
          Array.from({ length: 601 }, (_, i) => i),
        )
        same(
          both(p, regimen),
          [0, 601].flatMap((start) => times.map((t) => minutely[start + t])),
          1e-11,
        )
      }),
    )
  })

  test('a day looked at every second ends as a day looked at once, to eleven digits', () => {
    for (const perMinute of [60, 10, 7]) {
      const grid = Array.from({ length: 1440 * perMinute + 1 }, (_, i) => i / perMinute)
      same([simulate(adult, [infusion(35, 40)], grid)[1440 * perMinute]], simulate(adult, [infusion(35, 40)], [1440]), 1e-11)
    }
    expect(simulate(adult, [infusion(35, 40)], [40, 1440])[1] / 1.22290962326e-5).toBeCloseTo(1, 10)
  })

  test('stops at odd times are as exact as even ones', () => {
    const odd = fc.uniqueArray(fc.double({ min: 0, max: 300, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
      comparator: (a, b) => a === b,
    })
    fc.assert(
      fc.property(body, doses, odd, (p, regimen, stops) => {
        const sorted = stops.toSorted((a, b) => a - b)
        same(
          simulate(p, regimen, sorted),
          sorted.map((t) => simulate(p, regimen, [t])[0]),
          1e-10,
        )
      }),
    )
  })

  test('a grid that is even but for a billionth of a minute is not taken for even', () => {
    const grid = [1, 2, 3 + 1e-9, 4, 5 - 1e-9]
    same(
      simulate(adult, [bolus(35)], grid),
      grid.map((t) => simulate(adult, [bolus(35)], [t])[0]),
      1e-13,
    )
  })

  test('the order in which doses are written down changes nothing', () => {
    fc.assert(fc.property(body, doses, (p, regimen) => same(both(p, regimen.toReversed()), both(p, regimen), 1e-12)))
  })

  test('what was given is in the body or eliminated', () => {
    fc.assert(
      fc.property(body, doses, (p, regimen) => {
        const given = regimen.reduce((sum, { mg }) => sum + mg, 0)
        const { central, second, third } = oracle(p, ke0, regimen, 120)
        const eliminated = clearance(p) * auc(p, regimen, 120)
        expect(Math.abs((eliminated + central + second + third) / given - 1)).toBeLessThan(1e-9)
      }),
      { numRuns: 20 },
    )
  })

  test('a dose before time 0 is still felt, as if the clock had started then', () => {
    const earlier = both(pooled, [infusion(35, 40, -30), bolus(5, -10)])
    const shifted = both(
      pooled,
      [infusion(35, 40), bolus(5, 20)],
      times.map((t) => t + 30),
    )
    same(earlier, shifted, 1e-13)
    expect(auc(pooled, [infusion(35, 40, -30)], 600)).toBeGreaterThan(0)
  })

  test('nothing is negative and nothing is lost in rounding, however far one looks', () => {
    const far = simulate(adult, [infusion(35, 40)], [1e3, 1e6, 1e12, 1e300])
    expect([...far].every((c) => c >= 0)).toBe(true)
    expect(far[3]).toBe(0)
  })
})

describe('an effect site', () => {
  test('settles where plasma settles', () => {
    const { effectSite } = simulateEffectSite(pooled, ke0, [infusion(50_000, 50_000)], [50_000])
    expect(effectSite[0]).toBeCloseTo(steadyState(pooled, 1), 12)
  })

  test('follows plasma at once when its rate is very high', () => {
    const { plasma, effectSite } = simulateEffectSite(pooled, 1e9, [infusion(35, 40)], [10, 40, 90])
    same(effectSite, plasma, 1e-8)
  })
})
