import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peak } from '../exposure.ts'
import { EngineFault } from '../fault.ts'
import { steadyState } from '../kinetics.ts'
import { domino } from '../models/domino.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { perezRuixo2021 } from '../models/perez-ruixo-2021.ts'
import { bolus, infusion, type Regimen } from '../regimen.ts'
import { simulate, simulateEffectSite } from '../simulate.ts'
import { ngPerMl } from '../units.ts'
import { fewestChanges } from './fewest-changes.ts'
import { idealTarget } from './ideal.ts'
import { Body } from './response.ts'
import { type Step, stepTarget } from './steps.ts'

const adult = { weightKg: 70, ageYears: 45, sex: 'female' } as const
const p = kamp2020.parameters(adult)
const asRegimen = (bolusMg: number, steps: readonly Step[]): Regimen => [
  ...(bolusMg > 0 ? [bolus(bolusMg)] : []),
  ...steps
    .filter(({ mgPerMin }) => mgPerMin > 0)
    .map(({ from, to, mgPerMin }) => infusion(mgPerMin * (to - from), to - from, from)),
]
const faultsOf = (run: () => unknown): string[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof EngineFault) return error.faults.map(({ input }) => input)
    throw error
  }
  return []
}

describe('bolus, elimination, transfer', () => {
  test.each([kamp2020, domino, perezRuixo2021])('holds plasma of $id at the target when the rate follows it finely', (model) => {
    const body = model.parameters(adult)
    const fine = Array.from({ length: 2400 }, (_, i) => (i + 0.5) / 20)
    const { bolusMg, mgPerMin } = idealTarget(body, 0.15, fine)
    const given = [bolus(bolusMg), ...fine.map((t, i) => infusion(mgPerMin[i] / 20, 1 / 20, t - 1 / 40))]
    for (const c of simulate(body, given, [1, 5, 30, 60, 119])) expect(Math.abs(c / 0.15 - 1)).toBeLessThan(2e-5)
  })

  test('ends at the rate that a steady state needs', () => {
    const { mgPerMin } = idealTarget(p, 0.2, [100_000])
    expect(steadyState(p, mgPerMin[0])).toBeCloseTo(0.2, 12)
  })
})

describe('a schedule of pump settings', () => {
  const pump = { maxMgPerMin: 5, everyMin: 5, stepMgPerMin: 0.01, maxBolusMg: 8 }

  test('never asks more of the pump than it can, nor carries the curve past the target', () => {
    const wanted = fc.record({
      target: fc.double({ min: 0.02, max: 0.4, noNaN: true }),
      maxMgPerMin: fc.double({ min: 0.1, max: 10, noNaN: true }),
      everyMin: fc.constantFrom(1, 5, 10, 15),
      maxBolusMg: fc.double({ min: 0, max: 30, noNaN: true }),
      ke0: fc.option(fc.double({ min: 0.02, max: 1, noNaN: true }), { nil: undefined }),
    })
    fc.assert(
      fc.property(wanted, ({ target, ke0, ...limits }) => {
        const given = { ...pump, ...limits }
        const { bolusMg, steps } = stepTarget(p, { target, untilMin: 90, pump: given, ...(ke0 !== undefined && { ke0 }) })
        expect(bolusMg).toBeLessThanOrEqual(given.maxBolusMg)
        for (const { mgPerMin } of steps) {
          expect(mgPerMin).toBeLessThanOrEqual(given.maxMgPerMin)
          expect(Math.abs(mgPerMin / 0.01 - Math.round(mgPerMin / 0.01))).toBeLessThan(1e-6)
        }
        const regimen = asRegimen(bolusMg, steps)
        const times = Array.from({ length: 1801 }, (_, i) => i / 20)
        const found = simulateEffectSite(p, ke0 ?? 1, regimen, times)
        const curve = ke0 === undefined ? found.plasma : found.effectSite
        expect(Math.max(...curve, peak(p, regimen, ke0).value)).toBeLessThan(target * (1 + 2e-9))
      }),
      {
        numRuns: 30,
        examples: [
          // The effect site is highest between two minutes that a coarse look falls on.
          [{ target: 0.062072530062073215, maxMgPerMin: 0.39, everyMin: 10, maxBolusMg: 0, ke0: 0.49109633177832523 }],
          [{ target: 0.02, maxMgPerMin: 10, everyMin: 15, maxBolusMg: 30, ke0: 0.02 }],
          [{ target: 0.4, maxMgPerMin: 0.1, everyMin: 1, maxBolusMg: 0, ke0: 1 }],
          [{ target: 0.2, maxMgPerMin: 5, everyMin: 15, maxBolusMg: 5, ke0: undefined }],
        ],
      },
    )
  })

  test('ends where it was asked to, without a sliver of a step, and a setting that is kept is one step', () => {
    const { steps } = stepTarget(p, { target: 0.1, untilMin: 1, pump: { ...pump, everyMin: 0.1 } })
    expect(steps.length).toBeLessThan(10)
    expect(steps.map(({ from }) => from)).toEqual([0, ...steps.slice(0, -1).map(({ to }) => to)])
    expect(steps[steps.length - 1].to).toBe(1)
  })

  // The rates of two programs for domino, one of them fast enough that every change of the pump is seen at once; a slow one for kamp.
  test.each([
    [domino, 0.238],
    [domino, 1],
    [kamp2020, 1.39022],
    [kamp2020, Math.LN2 / 8.3],
    [kamp2020, undefined],
    [perezRuixo2021, undefined],
  ])('of $id holds the target and does not swing about it, with ke0 %s', (model, ke0) => {
    const body = model.parameters(adult)
    const target = ngPerMl(150)
    for (const everyMin of [1, 5, 10, 15])
      for (const maxBolusMg of [0, 50]) {
        const limits = { maxMgPerMin: 10, everyMin, stepMgPerMin: 0, maxBolusMg }
        const { bolusMg, steps } = stepTarget(body, { target, untilMin: 240, pump: limits, ...(ke0 !== undefined && { ke0 }) })
        const given = asRegimen(bolusMg, steps)
        const rises = new Body(body, ke0)
        const from = ke0 === undefined ? 0 : 2 * rises.highest(rises.given(rises.empty, 1), 0).at
        const times = Array.from({ length: 2400 }, (_, i) => (i + 0.5) / 10).filter((t) => t >= from)
        const found = simulateEffectSite(body, ke0 ?? 1, given, times)
        const off = Array.from(ke0 === undefined ? found.plasma : found.effectSite, (c) => Math.abs(c / target - 1))
        expect(off.sort((a, b) => a - b)[off.length >> 1]).toBeLessThan(0.01)
        expect(peak(body, given, ke0).value).toBeLessThan(target * 1.001)
        expect(steps.length).toBeLessThan(240 / everyMin)
      }
  })

  test('comes within a few percent of the target when the pump is strong enough, and stays', () => {
    const { steps } = stepTarget(p, { target: ngPerMl(150), untilMin: 120, pump: { ...pump, maxMgPerMin: 20, maxBolusMg: 20 } })
    for (const { from, reached } of steps) if (from >= 10) expect(reached).toBeGreaterThan(0.95 * ngPerMl(150))
  })
})

describe('few settings that keep a band', () => {
  const band = { low: ngPerMl(130), high: ngPerMl(170), untilMin: 240, maxMgPerMin: 3 }
  const narrow = { ...band, low: ngPerMl(140), high: ngPerMl(160), untilMin: 120 }

  test.each([
    [kamp2020, undefined],
    [kamp2020, 0.2],
    [domino, 0.5],
  ])('of $id: the curve is inside at every moment, with ke0 %s', (model, ke0) => {
    const body = model.parameters(adult)
    const { bolusMg, steps, inBandFrom } = fewestChanges(body, { ...band, ...(ke0 !== undefined && { ke0 }) })
    const times = Array.from({ length: 4800 }, (_, i) => i / 20).filter((t) => t >= inBandFrom)
    const given = asRegimen(bolusMg, steps)
    const found = simulateEffectSite(body, ke0 ?? 1, given, times)
    for (const c of ke0 === undefined ? found.plasma : found.effectSite) {
      expect(c).toBeGreaterThan(band.low * (1 - 1e-8))
      expect(c).toBeLessThan(band.high * (1 + 1e-8))
    }
    expect(peak(body, given, ke0).value).toBeLessThan(band.high * (1 + 1e-8))
    expect(inBandFrom).toBeLessThan(ke0 === undefined ? 1e-9 : 20)
    expect(steps[steps.length - 1].to).toBe(band.untilMin)
  })

  test.each([undefined, 0.4])('one setting fewer does not: of all pairs of rates, none keeps what three do; ke0 %s', (ke0) => {
    const { bolusMg, steps } = fewestChanges(p, { ...narrow, ...(ke0 !== undefined && { ke0 }) })
    expect(steps).toHaveLength(3)
    const body = new Body(p, ke0)
    const given = body.given(body.empty, bolusMg)
    const rise = ke0 ? body.highest(given, 0).at : 0
    const rates = Array.from({ length: 61 }, (_, i) => (i * narrow.maxMgPerMin) / 60)
    const found = rates.some((first) => {
      const risen = body.after(given, first, rise)
      const inside = body.inside(risen, first, narrow.untilMin - rise, narrow)
      return [0.2, 0.4, 0.6, 0.8, 1].some((share) => {
        const next = body.after(risen, first, share * inside)
        const left = narrow.untilMin - rise - share * inside
        return rates.some((second) => body.inside(next, second, left, narrow) >= left)
      })
    })
    expect(found).toBe(false)
  })

  test('an effect site that lags is held by the rate it begins with, where the band is wide', () => {
    const { steps } = fewestChanges(p, { ...band, ke0: 0.05, untilMin: 120 })
    expect(steps).toHaveLength(1)
  })

  test('is refused where no rate can keep it', () => {
    expect(faultsOf(() => fewestChanges(p, { ...band, maxMgPerMin: 0.01 }))).toEqual(['maxMgPerMin'])
  })
})

test('everything that is wrong is said at once', () => {
  const none = Number.NaN
  expect(faultsOf(() => idealTarget(p, 0, [2, 1]))).toEqual(['target', 'times[1]'])
  expect(faultsOf(() => fewestChanges(p, { low: 2, high: 1, untilMin: none, maxMgPerMin: 0 }))).toEqual([
    'high',
    'untilMin',
    'maxMgPerMin',
  ])
  const pump = { maxMgPerMin: none, everyMin: 0, stepMgPerMin: -1, maxBolusMg: -1 }
  expect(faultsOf(() => stepTarget(p, { target: -1, untilMin: 0, pump }))).toEqual([
    'target',
    'untilMin',
    'pump.maxMgPerMin',
    'pump.everyMin',
    'pump.stepMgPerMin',
    'pump.maxBolusMg',
  ])
})
