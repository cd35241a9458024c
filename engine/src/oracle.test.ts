import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Disposition } from './disposition.ts'
import { domino } from './models/domino.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { modes } from './numeric/modes.ts'
import { bolus, infusion, type Regimen } from './regimen.ts'
import { oracle } from './runge-kutta.oracle.ts'
import { simulateEffectSite } from './simulate.ts'
import { simulateMetabolites } from './simulate-metabolites.ts'

const regimen = [bolus(5), infusion(35, 40), infusion(10, 10, 30), bolus(3, 45)]
const times = [1, 20, 40, 41, 60]

/** The closed form and the stepped equations agree to seven digits, at every time, in plasma and effect site. */
function agree(p: Disposition, ke0: number, given: Regimen = regimen) {
  const { plasma, effectSite } = simulateEffectSite(p, ke0, given, times)
  times.forEach((time, i) => {
    const stepped = oracle(p, ke0, given, time)
    expect(plasma[i] / (stepped.central / p.v1)).toBeCloseTo(1, 7)
    expect(effectSite[i] / stepped.effectSite).toBeCloseTo(1, 7)
  })
}
const person = { weightKg: 82, ageYears: 51, sex: 'male' } as const
const pooled = kamp2020.parameters(person)

describe('the closed form agrees with stepping the differential equations', () => {
  test.each([domino, kamp2020])('for $id', (model) => agree(model.parameters(person), Math.LN2 / 8.3))

  test('for bodies and effect sites of every kind', () => {
    const rate = fc.double({ min: 0.005, max: 1.5, noNaN: true })
    const body = fc.record({ v1: fc.constant(20), k10: rate, k12: rate, k21: rate, k13: rate, k31: rate })
    fc.assert(
      fc.property(body, rate, (p, ke0) => agree(p, ke0)),
      { numRuns: 12 },
    )
  })

  test('for one and two compartments', () => {
    agree({ ...pooled, k12: 0, k13: 0 }, 0.1)
    agree({ ...pooled, k13: 0, k31: 0 }, 0.1)
    agree({ ...pooled, k12: 0, k21: 0 }, 0.1)
  })

  test.each([0, 1e-15, 1e-12, 1e-9, 1e-6, 1e-3, -1e-12, -1e-6])(
    'where ke0 meets a rate of the plasma, off by a part of %f',
    (off) => {
      for (const rate of modes(pooled).rates) agree(pooled, rate * (1 + off))
    },
  )

  test.each([0, 1e-16, 1e-13, 1e-10, 1e-7, 1e-4])('where both compartments return at the same rate, or apart by %f', (off) => {
    agree({ ...pooled, k21: 0.1, k31: 0.1 * (1 + off) }, 0.1)
  })

  test.each([1e-30, 1e-18, 1e-12, 1e-8, 1e-4])(
    'where a compartment is coupled by only %f and returns as fast as the drug leaves',
    (k12) => {
      agree({ v1: 20, k10: 0.1, k12, k21: 0.1, k13: 0, k31: 0 }, 0.1)
      agree({ v1: 20, k10: 0.1, k12, k21: 0.1, k13: 0.05, k31: 0.02 }, 0.1)
      agree({ v1: 20, k10: 0.1, k12, k21: 0.1, k13: k12, k31: 0.1 }, 0.1)
    },
  )

  test('where a weakly coupled compartment is all that is left: by modes as by the matrix of compartments', () => {
    const times = [1, 45, 600, 5000]
    for (const k12 of [1e-5, 1e-9])
      for (const p of [
        { v1: 1, k10: 1, k12, k21: 0.05, k13: 0, k31: 0 },
        { v1: 1, k10: 1, k12, k21: 0.002, k13: 0.4, k31: 0.3 },
      ]) {
        const { plasma, effectSite } = simulateEffectSite(p, 0.3, regimen, times)
        const byMatrix = simulateMetabolites({ parent: p, metabolites: [] }, regimen, times, [{ of: 'ketamine', ke0: 0.3 }])
        times.forEach((_, i) => {
          expect(Math.abs(plasma[i] / byMatrix.plasma[i] - 1)).toBeLessThan(1e-11)
          expect(Math.abs(effectSite[i] / byMatrix.sites[0][i] - 1)).toBeLessThan(1e-11)
        })
      }
  })

  test('where the effect site is so slow that it fills over weeks', () => agree(pooled, Math.LN2 / (10.9 * 1440)))
})

describe('modes', () => {
  test('two compartments that return at the same rate are one: two half-lives, not three', () => {
    const { rates, weights } = modes({ v1: 20, k10: 0.1, k12: 0.05, k21: 0.02, k13: 0.03, k31: 0.02 })
    expect({ rates, weights }).toEqual(modes({ v1: 20, k10: 0.1, k12: 0.08, k21: 0.02, k13: 0, k31: 0 }))
    expect(rates).toHaveLength(2)
  })

  test('are positive and add up to one over the central volume, whatever the body', () => {
    const rate = fc.double({ min: 1e-9, max: 1e3, noNaN: true })
    fc.assert(
      fc.property(fc.record({ v1: fc.constant(20), k10: rate, k12: rate, k21: rate, k13: rate, k31: rate }), (p) => {
        const { rates, weights } = modes(p)
        expect(Math.min(...rates)).toBeGreaterThan(0)
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
        expect(weights.reduce((a, b) => a + b, 0) * p.v1).toBeCloseTo(1, 12)
        expect(weights.reduce((area, w, m) => area + w / rates[m], 0) * p.v1 * p.k10).toBeCloseTo(1, 6)
      }),
      { numRuns: 1000 },
    )
  })
})
