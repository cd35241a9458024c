import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auc, exposure, halvingTime, peak, timeAbove } from './exposure.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { bolus, infusion } from './regimen.ts'
import { simulate, simulateEffectSite } from './simulate.ts'

const adult = kamp2020.parameters({ weightKg: 70, ageYears: 40, sex: 'female' })
const ke0 = Math.LN2 / 8.3
const minutely = Array.from({ length: 4801 }, (_, i) => i / 20)
const doses = fc.array(
  fc
    .record({
      mg: fc.double({ min: 1, max: 60, noNaN: true }),
      from: fc.integer({ min: 0, max: 120 }),
      minutes: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ mg, from, minutes }) => (minutes === 0 ? bolus(mg, from) : infusion(mg, minutes, from))),
  { minLength: 1, maxLength: 5 },
)

describe('exposure', () => {
  test('an infusion peaks when it ends, an effect site later', () => {
    expect(exposure(adult, [infusion(35, 40)]).tmax).toBe(40)
    expect(peak(adult, [infusion(35, 40)], ke0).at).toBeGreaterThan(40)
  })

  test('nothing given has no exposure', () => {
    expect(exposure(adult, [])).toEqual({ cmax: 0, tmax: 0, auc: 0 })
    expect(halvingTime(adult, [])).toBe(0)
  })

  test('a slow drip after a pause makes a second hill while it runs, and time above finds both its sides', () => {
    const regimen = [infusion(600, 600), infusion(210, 300, 620)]
    const curve = simulate(
      adult,
      regimen,
      Array.from({ length: 301 }, (_, i) => 620 + i),
    )
    const top = Math.max(...curve)
    expect(curve.indexOf(top)).toBeGreaterThan(5)
    expect(curve.indexOf(top)).toBeLessThan(295)
    const threshold = (top + curve[300]) / 2
    const onTheHill = curve.reduce((n, c) => n + (c > threshold ? 1 : 0), 0)
    const before = timeAbove(adult, [infusion(600, 600)], threshold)
    expect(Math.abs(timeAbove(adult, regimen, threshold) - before - onTheHill)).toBeLessThan(1.5)
  })

  test('no point of either curve is higher than its peak', () => {
    fc.assert(
      fc.property(doses, (regimen) => {
        const { plasma, effectSite } = simulateEffectSite(adult, ke0, regimen, minutely)
        expect(peak(adult, regimen).value).toBeGreaterThanOrEqual(Math.max(...plasma) * (1 - 1e-12))
        const site = peak(adult, regimen, ke0)
        expect(site.value).toBeGreaterThanOrEqual(Math.max(...effectSite) * (1 - 1e-12))
        expect(simulateEffectSite(adult, ke0, regimen, [site.at]).effectSite[0] / site.value).toBeCloseTo(1, 10)
      }),
      { numRuns: 40 },
    )
  })

  test('the area so far is the sum of thin strips, and in the end dose over clearance', () => {
    fc.assert(
      fc.property(doses, (regimen) => {
        const infusions = regimen.map((d) => ({ ...d, minutes: Math.max(1, d.minutes) }))
        const c = simulate(adult, infusions, minutely)
        const strips = c.reduce((sum, value, i) => sum + (i === 0 ? 0 : (value + c[i - 1]) / 2 / 20), 0)
        expect(auc(adult, infusions, 240) / strips).toBeCloseTo(1, 4)
        expect(auc(adult, infusions, 1e6) / auc(adult, infusions)).toBeCloseTo(1, 12)
      }),
      { numRuns: 40 },
    )
  })

  test('time above a threshold is what a fine ruler measures', () => {
    fc.assert(
      fc.property(doses, fc.double({ min: 0.02, max: 0.5, noNaN: true }), (regimen, threshold) => {
        const ruler = Array.from({ length: 60_001 }, (_, i) => i / 20)
        const { plasma, effectSite } = simulateEffectSite(adult, ke0, regimen, ruler)
        const measured = (c: Float64Array) => c.reduce((n, value) => n + (value > threshold ? 1 : 0), 0) / 20
        expect(Math.abs(timeAbove(adult, regimen, threshold) - measured(plasma))).toBeLessThan(0.6)
        expect(Math.abs(timeAbove(adult, regimen, threshold, ke0) - measured(effectSite))).toBeLessThan(0.6)
      }),
      { numRuns: 25 },
    )
  })
})
