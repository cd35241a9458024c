import { describe, expect, test } from 'vitest'
import { toClearances } from './disposition.ts'
import { perceptionOlofsen2022 } from './effects/perception-olofsen-2022.ts'
import { steadyState } from './kinetics.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { otto2021 } from './models/otto-2021.ts'
import { simons2022 } from './models/simons-2022.ts'
import { quantiles } from './numeric/quantile.ts'
import { type BandInput, band, drawFactors, drawKe0, drawSubject } from './population.ts'
import { infusion } from './regimen.ts'
import { simulate } from './simulate.ts'
import { litresPerHour, mgPerHour } from './units.ts'
import { patientVariability, type Variability } from './variability.ts'

const subject = { weightKg: 70, ageYears: 40, sex: 'male' } as const
const typical = kamp2020.parameters(subject)
const seed = 20_260
const size = 20_000
const input: BandInput = {
  model: kamp2020,
  subject,
  regimen: [infusion(35, 40)],
  times: [0, 10, 40, 60, 240],
  effect: perceptionOlofsen2022,
  seed: 7,
  size: 400,
  variability: patientVariability,
}
const over = (value: (index: number) => number, n = size) => Float64Array.from({ length: n }, (_, i) => value(i))
const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length

describe('a population', () => {
  test('settles as theory says: clearance log-normal round 84 L/h with omega 0.25, at 20 mg/h', () => {
    const only: Variability = { ...patientVariability, of: ['cl'], omega: [[0.0625]] }
    const css = over((i) => 1000 * steadyState(drawSubject(typical, only, seed, i), mgPerHour(20)))
    const average = mean(css)
    const cv = Math.sqrt(mean(css.map((x) => (x - average) ** 2))) / average
    const [p5, median, p95] = quantiles(css, [0.05, 0.5, 0.95])
    // Three standard errors of 20,000 draws.
    expect(Math.abs(median / 238.095 - 1)).toBeLessThan(0.0067)
    expect(Math.abs(average / 245.653 - 1)).toBeLessThan(0.0054)
    expect(Math.abs(cv / 0.253958 - 1)).toBeLessThan(0.025)
    expect(Math.abs(p5 / 157.82 - 1)).toBeLessThan(0.012)
    expect(Math.abs(p95 / 359.202 - 1)).toBeLessThan(0.012)
  })

  test('keeps the typical subject in its middle and spreads by the borrowed coefficients, one independent of the other', () => {
    const drawn = Array.from({ length: size }, (_, i) => toClearances(drawSubject(typical, patientVariability, seed, i)))
    const logs = (value: (c: (typeof drawn)[number]) => number) => over((i) => Math.log(value(drawn[i])))
    const [cl, v1, v2] = [logs((c) => c.cl / litresPerHour(84)), logs((c) => c.v1 / 25), logs((c) => c.v2 / 56)]
    for (const [found, cv] of [
      [cl, 0.25],
      [v1, 0.3],
      [v2, 0.5],
    ] as const) {
      expect(Math.abs(mean(found))).toBeLessThan(0.012)
      expect(mean(found.map((x) => x * x)) / Math.log1p(cv * cv)).toBeCloseTo(1, 1)
    }
    expect(Math.abs(mean(cl.map((x, i) => x * v1[i])))).toBeLessThan(0.002)
    for (const { q2, q3, v3 } of drawn.slice(0, 20)) {
      expect([q2 * 60, q3 * 60, v3].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([161, 79, 157])
    }
  })

  test('has effect-site half-lives of which 95 % lie in the printed interval, 5.1 to 13.0 min', () => {
    const halfLives = over((i) => Math.LN2 / drawKe0(perceptionOlofsen2022, seed, i))
    const [low, high] = quantiles(halfLives, [0.025, 0.975])
    expect(Math.abs(low / 5.1 - 1)).toBeLessThan(0.02)
    expect(Math.abs(high / 13 - 1)).toBeLessThan(0.02)
  })

  test('can be met in any order: subject 900 is the same alone', () => {
    const all = Array.from({ length: 901 }, (_, i) => drawSubject(typical, patientVariability, seed, i))
    expect(drawSubject(typical, patientVariability, seed, 900)).toEqual(all[900])
    expect(drawSubject(typical, patientVariability, seed + 1, 900)).not.toEqual(all[900])
  })

  test('correlates what the paper correlates: Otto’s clearance and central volume', () => {
    const { variability } = otto2021
    if (typeof variability === 'string') throw new Error('Otto published a covariance')
    const logs = Array.from({ length: size }, (_, i) =>
      variability.of.map((name) => Math.log(drawFactors(variability, seed, i)[name] ?? 1)),
    )
    variability.omega.forEach((row, i) => {
      row.forEach((expected, j) => {
        const found = logs.reduce((sum, one) => sum + one[i] * one[j], 0) / size
        expect(Math.abs(found - expected)).toBeLessThan(
          4 * Math.sqrt((variability.omega[i][i] * variability.omega[j][j] + expected ** 2) / size),
        )
      })
    })
  })

  test('keeps one volume one: in Simons, ketamine and norketamine share theirs in every subject', () => {
    const { variability } = simons2022
    if (typeof variability === 'string') throw new Error('Simons published variances')
    for (const i of [0, 5, 99]) {
      const factors = drawFactors(variability, seed, i)
      expect(factors['norketamine.v1']).toBeCloseTo(factors.v1 ?? 0, 12)
    }
  })

  test('tells apart what differs between people and what nobody knows exactly', () => {
    const widthOf = (spread: 'variability' | 'uncertainty' | 'both') => {
      const published =
        simons2022.variability === 'not found' || simons2022.variability === 'not published'
          ? {}
          : { variability: simons2022.variability }
      const { plasma } = band({ ...input, model: simons2022, ...published, spread })
      return plasma.p95[2] - plasma.p5[2]
    }
    const [people, doubt, both] = [widthOf('variability'), widthOf('uncertainty'), widthOf('both')]
    expect(doubt).toBeLessThan(people)
    expect(both).toBeGreaterThan(people)
    expect(() => band({ ...input, spread: 'uncertainty' })).toThrow(/kamp-2020.*standard errors/)
  })

  test('borrows no spread in silence: the model’s own, or one that is said', () => {
    const { variability: _, ...unsaid } = input
    expect(() => band(unsaid)).toThrow(/variability/)
    const { variability } = simons2022
    if (typeof variability === 'string') throw new Error('Simons published variances')
    expect(band({ ...unsaid, model: simons2022 })).toEqual(band({ ...unsaid, model: simons2022, variability }))
  })

  test('leaves out the compartments its typical subject has not', () => {
    const alone = drawSubject({ ...typical, k12: 0, k21: 0, k13: 0, k31: 0 }, patientVariability, seed, 3)
    expect(simulate(alone, [infusion(35, 40)], [40])[0]).toBeGreaterThan(0)
  })
})

describe('a band', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(band(input)).toEqual(band(input))
    expect(band({ ...input, seed: 8 })).not.toEqual(band(input))
  })

  test('rises from level to level and holds the typical curve near its middle', () => {
    const { plasma, effectSite } = band(input)
    const curve = simulate(typical, input.regimen, input.times)
    for (let i = 1; i < input.times.length; i++) {
      for (const b of [plasma, effectSite]) {
        const column = [b.p5[i], b.p25[i], b.p50[i], b.p75[i], b.p95[i]]
        expect(column).toEqual(column.toSorted((x, y) => x - y))
      }
      expect(curve[i]).toBeGreaterThan(plasma.p25[i])
      expect(curve[i]).toBeLessThan(plasma.p75[i])
    }
  })

  test('is what simulating every subject alone and sorting would give', () => {
    const times = Array.from({ length: 150 }, (_, i) => i)
    const { plasma } = band({ ...input, times, size: 101 })
    const curves = Array.from({ length: 101 }, (_, i) =>
      simulate(drawSubject(typical, patientVariability, input.seed, i), input.regimen, times),
    )
    for (const at of [1, 63, 64, 149]) {
      const sorted = curves.map((c) => c[at]).toSorted((a, b) => a - b)
      expect([plasma.p5[at], plasma.p50[at], plasma.p95[at]]).toEqual([sorted[5], sorted[50], sorted[95]])
    }
  })

  test('is zero where nothing was given', () => {
    expect([...band({ ...input, regimen: [] }).plasma.p95].every((c) => c === 0)).toBe(true)
  })

  test.each([1, 1.5, Number.NaN])('refuses a population of %f', (size) => {
    expect(() => band({ ...input, size })).toThrow(/^size/)
  })
})
