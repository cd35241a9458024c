import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absorbedOracle } from './absorbed.oracle.ts'
import { fromClearances } from './disposition.ts'
import { EngineFault } from './fault.ts'
import { clearance } from './kinetics.ts'
import type { Kinetics } from './model.ts'
import { kamp2020 } from './models/kamp-2020.ts'
import { perezRuixo2021 } from './models/perez-ruixo-2021.ts'
import { simons2022 } from './models/simons-2022.ts'
import { modes } from './numeric/modes.ts'
import { type Absorbed, bioavailability, type Path } from './path.ts'
import { bolus, infusion } from './regimen.ts'
import { intranasalPerezRuixo2021 } from './routes/intranasal-perez-ruixo-2021.ts'
import { sublingualFilmSimons2022 } from './routes/sublingual-film-simons-2022.ts'
import { simulateMetabolites } from './simulate-metabolites.ts'
import { simulateRoutes } from './simulate-routes.ts'

const adult = { weightKg: 70, ageYears: 45, sex: 'female' } as const
const metabolite = {
  analyte: 'norketamine',
  from: 'ketamine',
  fraction: 0.8,
  transit: 'none',
  disposition: fromClearances({ cl: 0.63, v1: 70, q2: 0.43, v2: 115, q3: 0, v3: 0 }),
  massRatio: 1,
} as const
const plain: Kinetics = { parent: kamp2020.parameters(adult), metabolites: [metabolite] }
const withLiver = perezRuixo2021.kinetics(adult)
const film = simons2022.kinetics(adult)

const path = (part: Partial<Path> = {}): Path => ({ into: 'plasma', share: 0.5, lag: 0, release: 0, rates: [0.05], ...part })
const dose = (paths: readonly Path[], mg = 50, at = 0): Absorbed => ({ mg, at, paths })
const only = (absorbed: readonly Absorbed[]) => ({ regimen: [], absorbed })
const nk = ({ metabolites }: { metabolites: { norketamine?: Float64Array } }) => metabolites.norketamine ?? new Float64Array()
/** The largest relative distance of two curves. */
const apart = (a: Float64Array, b: Float64Array) =>
  Math.max(...a.map((x, i) => (x === b[i] ? 0 : Math.abs(x - b[i]) / Math.max(x, b[i]))))

const rate = fc.double({ min: 0.005, max: 0.8, noNaN: true })
const minute = fc.constantFrom(0, 0, 4, 13.1, 29.9)
const into = (liver: boolean) => fc.constantFrom<Path['into']>('plasma', 'metabolism', liver ? 'liver' : 'plasma')
const paths = (liver: boolean) =>
  fc.array(
    fc.record({
      into: into(liver),
      share: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
      lag: minute,
      release: minute,
      rates: fc.array(rate, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  )

describe('doses by other ways than the vein', () => {
  test.each([
    ['a body', plain, false],
    ['a body with a liver', withLiver, true],
  ] as const)('into %s agree with stepping the differential equations, and nothing is lost on the way', (_, kinetics, liver) => {
    fc.assert(
      fc.property(paths(liver), fc.constantFrom(3, 25, 70), (found, time) => {
        const absorbed = [dose(found), dose(found, 20, 10)]
        const body = { parent: kinetics.parent, metabolite: kinetics.metabolites[0] }
        const stepped = absorbedOracle(body, absorbed, time)
        const { plasma, ...formed } = simulateRoutes(kinetics, only(absorbed), [time])
        const near = (got: number, expected: number) => expect(Math.abs(got - expected)).toBeLessThan(1e-9 + 1e-6 * expected)
        near(plasma[0], stepped.plasma / kinetics.parent.v1)
        near(nk(formed)[0], stepped.formed / body.metabolite.disposition.v1)
        const put = absorbed.flatMap(({ mg, at }) =>
          found.map(({ share, lag, release }) => {
            const since = time - at - lag
            return since < 0 ? 0 : mg * share * (release === 0 ? 1 : Math.min(1, since / release))
          }),
        )
        const all = Object.values(stepped).reduce((sum, amount) => sum + amount, 0)
        near(
          all,
          put.reduce((sum, mg) => sum + mg, 0),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('add: two doses, two paths and an infusion are the sum of each alone', () => {
    const times = [1, 7, 20, 21, 60, 240, 1441]
    fc.assert(
      fc.property(paths(true), paths(true), (one, other) => {
        const regimen = [infusion(20, 40, 10), bolus(3, 5)]
        const whole = simulateRoutes(withLiver, { regimen, absorbed: [dose([...one, ...other]), dose(one, 7, 20)] }, times)
        const parts = [
          simulateRoutes(withLiver, only([dose(one)]), times),
          simulateRoutes(withLiver, only([dose(other)]), times),
          simulateRoutes(withLiver, only([dose(one, 7, 20)]), times),
          simulateMetabolites(withLiver, regimen, times),
        ]
        const sum = (curves: Float64Array[]) => curves.reduce((a, b) => a.map((x, i) => x + b[i]))
        expect(apart(whole.plasma, sum(parts.map(({ plasma }) => plasma)))).toBeLessThan(1e-12)
        expect(apart(nk(whole), sum(parts.map(nk)))).toBeLessThan(1e-12)
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    ['a body', plain, false],
    ['a body with a liver', withLiver, true],
  ] as const)('into %s leave an area of bioavailability times dose over clearance', (_, kinetics, liver) => {
    // A site that hardly forgets keeps the area: after a time it holds ke0 times that.
    const ke0 = 1e-12
    fc.assert(
      fc.property(paths(liver), (found) => {
        const { sites } = simulateRoutes(kinetics, only([dose(found)]), [1e6], [{ of: 'ketamine', ke0 }])
        const expected = (50 * bioavailability(kinetics.parent, found)) / clearance(kinetics.parent)
        expect(Math.abs(sites[0][0] / ke0 - expected)).toBeLessThan(1e-5 * expected + 1e-12)
      }),
      { numRuns: 30 },
    )
  })

  test('absorbed ever faster tend to a bolus, and evenly without a pool are an infusion', () => {
    const times = [1, 5, 20, 60, 300]
    const given = simulateMetabolites(plain, [bolus(25)], times)
    const off = [10, 1e3, 1e5, 1e7].map((ka) =>
      apart(simulateRoutes(plain, only([dose([path({ rates: [ka] })])]), times).plasma, given.plasma),
    )
    for (const [i, distance] of off.slice(1).entries()) expect(distance).toBeLessThan(off[i] / 50)
    expect(off[3]).toBeLessThan(1e-6)
    const evenly = simulateRoutes(plain, only([dose([path({ rates: [], release: 13, lag: 4 })])]), times)
    const infused = simulateMetabolites(plain, [infusion(25, 13, 4)], times)
    expect(apart(evenly.plasma, infused.plasma)).toBe(0)
    expect(apart(nk(evenly), nk(infused))).toBe(0)
  })

  test('that meet their metabolism at once are seen as a metabolite alone, as if plasma had lost them', () => {
    const times = [5, 30, 120, 600]
    const found = simulateRoutes(plain, only([dose([path({ into: 'metabolism', share: 1 })])]), times)
    expect([...found.plasma]).toEqual([0, 0, 0, 0])
    // A body without plasma to speak of, which loses all that it gets at the rate of absorption, forms the same.
    const gut: Kinetics = { ...plain, parent: { v1: 1, k10: 0.05, k12: 0, k21: 0, k13: 0, k31: 0 } }
    expect(apart(nk(found), nk(simulateMetabolites(gut, [bolus(50)], times)))).toBeLessThan(1e-12)
  })
})

describe('a rate of absorption that meets a rate of the body', () => {
  const times = [1, 10, 40, 120, 600, 3000]
  const at = (ka: number) => simulateRoutes(plain, only([dose([path({ rates: [ka] })])]), times)

  test.each(modes(plain.parent).rates)('%f: the limit is met from both sides, and no digit is lost', (met) => {
    const limit = at(met)
    for (const off of [1e-4, 1e-8, 1e-12]) {
      const [below, above] = [at(met * (1 - off)), at(met * (1 + off))]
      for (const curve of [below, above]) {
        expect(apart(curve.plasma, limit.plasma)).toBeLessThan(200 * off + 1e-12)
        expect(apart(nk(curve), nk(limit))).toBeLessThan(200 * off + 1e-12)
      }
      const middle = below.plasma.map((x, i) => (x + above.plasma[i]) / 2)
      expect(apart(middle, limit.plasma)).toBeLessThan(1e5 * off * off + 1e-12)
    }
  })

  test('or of other pools on the way: three alike', () => {
    const alike = simulateRoutes(plain, only([dose([path({ rates: [0.1, 0.1, 0.1] })])]), times)
    const nearly = simulateRoutes(plain, only([dose([path({ rates: [0.1, 0.1 * (1 + 1e-9), 0.1 * (1 - 1e-9)] })])]), times)
    expect(apart(alike.plasma, nearly.plasma)).toBeLessThan(1e-11)
  })
})

describe('published ways', () => {
  test('are absorbed as their papers print: peaks and areas by the nose, ng/mL and ng·h/mL', () => {
    // Perez-Ruixo 2021, table 4, 18 to 60 years.
    const minutes = Array.from({ length: 1441 }, (_, i) => i)
    for (const [mg, peak, area, formed] of [
      [28, 43.8, 147.3, 59.1],
      [56, 72.5, 254.7, 119.7],
      [84, 101, 362.2, 180],
    ]) {
      const found = simulateRoutes(withLiver, only([dose(intranasalPerezRuixo2021.paths(mg), mg)]), minutes)
      const auc = found.plasma.reduce((sum, c) => sum + c, 0) / 60
      expect(Math.abs((1000 * Math.max(...found.plasma)) / peak - 1)).toBeLessThan(0.015)
      expect(Math.abs((1000 * auc) / area - 1)).toBeLessThan(0.01)
      expect(Math.abs((1000 * Math.max(...nk(found))) / formed - 1)).toBeLessThan(0.01)
    }
  })

  test('of a film leave no ketamine of what is swallowed', () => {
    const paths = sublingualFilmSimons2022.paths(50)
    const swallowed = simulateRoutes(film, only([dose(paths.slice(1))]), [30, 60, 120])
    expect([...swallowed.plasma]).toEqual([0, 0, 0])
    expect(Math.min(...nk(swallowed))).toBeGreaterThan(0.05)
  })
})

test('refuses a way that leads nowhere, and every number that cannot be, each by its place', () => {
  const wrong = { mg: -1, at: Number.NaN, paths: [path({ into: 'liver', share: 6, lag: -1, release: Infinity, rates: [0, 1] })] }
  try {
    simulateRoutes(plain, only([wrong]), [1])
    expect.unreachable()
  } catch (fault) {
    expect(fault instanceof EngineFault && fault.faults.map(({ input }) => input)).toEqual([
      'absorbed[0].mg',
      'absorbed[0].at',
      'absorbed[0].paths[0].share',
      'absorbed[0].paths[0].lag',
      'absorbed[0].paths[0].release',
      'absorbed[0].paths[0].rates[0]',
      'absorbed[0].paths[0].into',
    ])
    expect(fault instanceof EngineFault && fault.faults[6].expected).toMatch(/no liver/)
  }
})
