import { describe, expect, test } from 'vitest'
import { models, routesOf } from '../definitions.ts'
import { EngineFault, type Fault } from '../fault.ts'
import { simulateRoutes } from '../simulate-routes.ts'
import { inNgPerMl } from '../units.ts'
import { comparable, compareCase, readCompareCase } from './compare.ts'
import { readFitCase } from './fit.ts'
import { labCase, readLab } from './lab.ts'
import { populationCase, readPopulationCase } from './population.ts'
import { readSimulateCase, simulateCase } from './simulate.ts'

const subject = { weightKg: 70, ageYears: 45 }
const spray = { giveMg: 56, route: 'intranasal', atMin: 0 }
const whole = { model: 'perez-ruixo-2021', subject, regimen: [spray], timesMin: [10, 40, 120] }
const own = { giveMg: 50, route: 'troche', atMin: 5 }
const paths = [
  { share: 0.3, ratesPerMin: [0.05], lagMin: 2 },
  { share: 0.5, into: 'metabolism', releaseMin: 20, ratesPerMin: [0.03, 0.1] },
]
const absorption = { paths, source: 'a guess' }
const run = (change: object = {}) => simulateCase(readSimulateCase({ ...whole, ...change }))

function faultsOf(tried: () => unknown): readonly Fault[] {
  try {
    tried()
  } catch (error) {
    if (error instanceof EngineFault) return error.faults
    throw error
  }
  return []
}
const inputs = (tried: () => unknown) => faultsOf(tried).map(({ input }) => input)

describe('a dose of a case by another way than the vein', () => {
  test('goes along the paths of its model, beside what the vein gets, and says so', () => {
    const model = models.perezRuixo2021
    const [route] = routesOf(model.id).filter(({ way }) => way === 'intranasal')
    const absorbed = [0, 60].map((at) => ({ mg: 56, at, paths: route.paths(56) }))
    const regimen = [{ mg: 10, from: 20, minutes: 30 }]
    const { plasma, metabolites } = simulateRoutes(model.kinetics(subject), { regimen, absorbed }, whole.timesMin)
    const infused = { infuseMg: 10, overMin: 30, atMin: 20 }
    const found = run({ regimen: [{ ...spray, repeatAtMin: [60] }, infused] })
    expect(found.plasmaNgPerMl).toEqual(Array.from(plasma, inNgPerMl))
    expect(found.metabolitesNgPerMl?.norketamine).toEqual(Array.from(metabolites.norketamine ?? [], inNgPerMl))
    expect(found.ways).toEqual([{ way: 'intranasal', by: route.id, version: expect.stringMatching(/^[0-9a-f]{12}$/) }])
    expect(run({ regimen: [infused] }).ways).toBeUndefined()
  })

  test('is counted per kg, as a salt, and never paused', () => {
    const peak = (change: object) => run(change).plasmaNgPerMl[1]
    const paused = run({ pauses: [{ fromMin: 0, toMin: 30, rest: 'lost' }] })
    expect(paused.plasmaNgPerMl).toEqual(run().plasmaNgPerMl)
    expect(peak({ regimen: [{ giveMgPerKg: 0.8, route: 'intranasal', atMin: 0 }] })).toBeCloseTo(peak({}), 10)
    // 56 mg of salt are two sprays less a fifth: the share through the nose is that of what is given.
    expect(peak({ salt: 'hydrochloride' })).toBeLessThan(peak({}))
  })

  test('of a racemate is S and R apart, both enantiomers there', () => {
    const { enantiomers = {}, plasmaNgPerMl, warnings } = run({ drug: 'racemic-ketamine' })
    const sum = Object.values(enantiomers).reduce((a, b) => a.map((x, i) => x + b[i]))
    expect(sum).toEqual(plasmaNgPerMl)
    run().plasmaNgPerMl.forEach((whole, i) => {
      expect(enantiomers['S-ketamine'][i] / whole).toBeCloseTo(0.5, 12)
    })
    expect(enantiomers['R-ketamine'][1]).toBeGreaterThan(enantiomers['S-ketamine'][1])
    expect(warnings.map(({ message }) => message).join()).toMatch(/taken up as that is/)
  })

  test('by a way that nobody estimated with the model is refused by name, with who knows it', () => {
    for (const { id } of Object.values(models).filter((each) => comparable.includes(each.id))) {
      const known = routesOf(id).map(({ way }) => way)
      for (const route of ['intramuscular', 'intranasal', 'sublingual-film', 'troche', 'oral', 'subcutaneous'] as const) {
        const faults = faultsOf(() => run({ model: id, regimen: [{ ...spray, route, repeatAtMin: [60, 90] }] }))
        expect(faults.map(({ input }) => input)).toEqual(known.includes(route) ? [] : ['regimen[0].route'])
        if (faults.length > 0) expect(faults[0].expected).toMatch(`estimated with ${id}`)
      }
    }
    expect(faultsOf(() => run({ model: 'kamp-2020' }))[0].expected).toMatch(/the vein; intranasal is known with perez-ruixo-2021/)
    expect(inputs(() => run({ regimen: [{ ...spray, route: 'rectal' }] }))).toEqual(['regimen[0].route'])
  })

  test('may go by paths of its own, with their source; into a liver only where there is one', () => {
    const found = run({ model: 'otto-2021', regimen: [{ ...own, absorption }] })
    expect(found.ways).toEqual([{ way: 'troche', by: 'own: a guess', version: null }])
    expect(found.warnings.map(({ message }) => message).join()).toMatch(/arithmetic, not knowledge/)
    expect(Math.min(...found.plasmaNgPerMl)).toBeGreaterThan(0)
    const into = (path: object) => () =>
      run({ model: 'otto-2021', regimen: [{ ...own, absorption: { ...absorption, paths: [path] } }] })
    expect(inputs(into({ share: 0.3, into: 'liver' }))).toEqual(['regimen[0].absorption.paths[0].into'])
    expect(inputs(into({ share: 3, lagMin: -1, releaseMin: 'x', ratesPerMin: [0], more: 1 }))).toEqual([
      'regimen[0].absorption.paths[0].share',
      'regimen[0].absorption.paths[0].lagMin',
      'regimen[0].absorption.paths[0].releaseMin',
      'regimen[0].absorption.paths[0].ratesPerMin[0]',
      'regimen[0].absorption.paths[0].more',
    ])
    expect(inputs(() => run({ regimen: [{ ...own, absorption: { paths: [] } }] }))).toEqual([
      'regimen[0].absorption.paths',
      'regimen[0].absorption.source',
    ])
  })

  test('lets a model be asked that is of the muscle, about the muscle alone', () => {
    const muscle = { giveMgPerKg: 4, route: 'intramuscular', atMin: 0 }
    const child = { model: 'hornik-2018', subject: { weightKg: 20 }, timesMin: [10] }
    expect(run({ ...child, regimen: [muscle] }).plasmaNgPerMl[0]).toBeGreaterThan(500)
    expect(inputs(() => run({ ...child, regimen: [muscle, { bolusMg: 5, atMin: 0 }] }))).toEqual(['model'])
    expect(inputs(() => run({ ...child, regimen: [] }))).toEqual(['model'])
  })

  test('is not known to version 1, nor given twice in one entry', () => {
    expect(inputs(() => run({ caseFile: 1 }))).toEqual(['regimen[0].route'])
    expect(inputs(() => run({ regimen: [{ ...spray, bolusMg: 3 }] }))).toEqual(['regimen[0].bolusMg'])
    expect(inputs(() => run({ regimen: [{ route: 'oral', atMin: 0 }] }))).toEqual(['regimen[0]'])
  })

  test('beyond what anybody is known to be given that way is read with a warning', () => {
    const said = (giveMg: number) =>
      run({ regimen: [{ ...spray, giveMg }] })
        .warnings.map(({ message }) => message)
        .join()
    expect(said(700)).toMatch(/above what anybody is known to be given that way/)
    expect(said(84)).not.toMatch(/above what anybody/)
  })
})

describe('the other commands', () => {
  const fit = { model: 'perez-ruixo-2021', subject, drug: 's-ketamine', sampling: 'venous', regimen: [spray] }
  const observations = [{ timeMin: 40, plasmaNgPerMl: 70 }]

  test('a fit refuses it by name', () => {
    const faults = faultsOf(() => readFitCase({ ...fit, observations }))
    expect(faults.filter(({ expected }) => /a fit knows no other way/.test(expected)).map(({ input }) => input)).toEqual([
      'regimen[0].route',
    ])
  })

  test('a comparison without models takes those that know the way, and refuses by name those that are named', () => {
    const { model: _, ...rest } = whole
    expect(Object.keys(compareCase(readCompareCase(rest)).models)).toEqual(['perez-ruixo-2021'])
    const found = faultsOf(() => readCompareCase({ ...rest, models: ['perez-ruixo-2021', 'kamp-2020'] }))
    expect(found.map(({ input }) => input)).toEqual(['regimen[0].route'])
    expect(found[0].expected).toMatch(/asked by kamp-2020/)
  })

  test('a population takes it: the same people as by the vein, around the typical subject, and says what is not drawn', () => {
    const drawn = (change: object = {}) => populationCase(readPopulationCase({ ...whole, size: 200, seed: 7, ...change }))
    const { plasmaNgPerMl: band, warnings } = drawn()
    run().plasmaNgPerMl.forEach((typical, i) => {
      expect(band.p5[i]).toBeLessThan(typical)
      expect(typical).toBeLessThan(band.p95[i])
    })
    expect(warnings.map(({ message }) => message).join()).not.toMatch(/takes up a dose alike/)
    // Early on people differ in how fast they take a dose up, far more than in what becomes of it.
    const [early, late] = [0, 2].map((i) => band.p95[i] / band.p5[i])
    expect(early).toBeGreaterThan(1.3 * late)
    expect(inputs(() => drawn({ size: 2001 }))).toEqual(['size'])
    // A way that is as good as the vein gives the vein’s band.
    const given = { share: 1, ratesPerMin: [] }
    const regimen = [{ ...own, route: 'subcutaneous', absorption: { paths: [given], source: 'the vein' } }]
    const site = { effectSite: { halfLifeMin: 8.3, source: 'a test' } }
    expect(
      drawn({ regimen })
        .warnings.map(({ message }) => message)
        .join(),
    ).toMatch(/subcutaneous: everybody takes up a dose alike/)
    const [byWay, byVein] = [drawn({ regimen, ...site }), drawn({ regimen: [{ bolusMg: 50, atMin: 5 }], ...site })]
    for (const level of ['p5', 'p50', 'p95'] as const)
      for (const curve of ['plasmaNgPerMl', 'effectSiteNgPerMl'] as const)
        byWay[curve]?.[level].forEach((value, i) => {
          expect(Math.abs(value / (byVein[curve]?.[level][i] ?? 0) - 1)).toBeLessThan(1e-9)
        })
  })

  test('the lab draws it, and compares after the last dose that is taken', () => {
    const shared = { lab: 1, models: ['perez-ruixo-2021'], drug: 's-ketamine', subject, size: 4, seed: 1, timesMin: [60] }
    const regimens = [{ name: 'A', regimen: [{ ...spray, repeatAtMin: [90] }] }]
    const { spread, curves } = labCase(readLab({ ...shared, regimens, compareAfterEndMin: 30 }))
    expect(spread[0].atMin).toBe(120)
    expect(curves[0].typical.plasmaNgPerMl[1]).toBeGreaterThan(50)
    expect(
      inputs(() =>
        readLab({ ...shared, models: ['domino'], variabilityWhereNone: 'patients-borrowed', regimens, compareAfterEndMin: 30 }),
      ),
    ).toEqual(['regimens[0].regimen[0].route'])
    expect(inputs(() => readLab({ caseFile: 1, ...shared, regimens, compareAfterEndMin: 30 }))).toEqual([
      'regimens[0].regimen[0].route',
    ])
  })
})
