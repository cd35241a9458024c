import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rOf } from './enantiomer.ts'
import { EngineFault } from './fault.ts'
import { clearance, halfLives } from './kinetics.ts'
import { individual } from './metabolite.ts'
import { flint2017 } from './models/flint-2017.ts'
import { otto2021 } from './models/otto-2021.ts'
import { perezRuixo2021 } from './models/perez-ruixo-2021.ts'
import { simons2022 } from './models/simons-2022.ts'
import { bolus, infusion, type Regimen } from './regimen.ts'
import { simulate, simulateEffectSite } from './simulate.ts'
import { simulateMetabolites } from './simulate-metabolites.ts'
import { inNgPerMl, mgPerHour } from './units.ts'

const adult = { weightKg: 70, ageYears: 45, sex: 'female' } as const
const all = [otto2021, simons2022, perezRuixo2021, flint2017]
const near = (found: number, expected: number) => expect(Math.abs(found / expected - 1)).toBeLessThan(5e-6)

/** Ketamine and norketamine in ng/mL of ketamine mass. */
function pairs(model: (typeof all)[number], regimen: Regimen, times: number[]) {
  const kinetics = model.kinetics(adult)
  const { plasma, metabolites } = simulateMetabolites(kinetics, regimen, times)
  const [{ massRatio }] = kinetics.metabolites
  return times.flatMap((_, i) => [inNgPerMl(plasma[i]), inNgPerMl(metabolites.norketamine?.[i] ?? 0) / massRatio])
}

describe('parents and metabolites, group K', () => {
  const day = infusion(24 * 60 * mgPerHour(20), 1440)
  test.each([
    [otto2021, [111.957, 17.6259, 49.9149, 42.0446, 29.155, 40.003], [79.0209, 23.5427], [203.634, 319.993]],
    [simons2022, [267.965, 31.3624, 41.5859, 39.8538, 19.8313, 26.3768], [144.371, 36.608], [224.562, 260.451]],
    [perezRuixo2021, [84.5735, 6.38047, 42.2933, 36.3469, 20.7849, 40.1052], [62.4215, 13.4848], [169.107, 322.075]],
  ] as const)('$id gives the numbers of an independent program', (model, short, quarter, long) => {
    for (const [regimen, times, expected] of [
      [[infusion(20, 20)], [20, 60, 120], short],
      [[infusion(17.5, 40)], [40], quarter],
      [[day], [1440], long],
    ] as const)
      pairs(model, regimen, [...times]).forEach((found, i) => {
        near(found, expected[i])
      })
  })

  test('half-lives, and clearance that falls with age where the liver does the work', () => {
    const expected = [
      [12.8974, 89.4112, 442.039],
      [1.46052, 21.3516, 193.178],
      [7.35266, 28.8816, 131.201, 661.995],
    ]
    ;[otto2021, simons2022, perezRuixo2021].forEach((model, i) => {
      halfLives(model.parameters(adult)).forEach((found, j) => {
        near(found, expected[i][j])
      })
    })
    near(clearance(perezRuixo2021.parameters(adult)) * 60, 109)
    near(clearance(perezRuixo2021.parameters({ ...adult, ageYears: 80 })) * 60, 84.174)
  })

  test.each([
    [otto2021, 1.64934],
    [simons2022, 1.184],
    [perezRuixo2021, 2.04781],
  ])('$id settles at norketamine over ketamine of %f', (model, ratio) => {
    const [parent, metabolite] = pairs(model, [infusion(400_000, 20_000)], [20_000])
    near(metabolite / parent, ratio)
  })
})

describe('two ways to the same curve', () => {
  const times = [0, 1, 5, 20, 20.5, 60, 60.25, 300, 1441, 5000]
  const dose = fc.record({ mg: fc.double({ min: 0.1, max: 50, noNaN: true }), from: fc.nat(400), minutes: fc.nat(200) })

  test.each(all)('$id: the parent by matrix is the parent by modes, also at an effect site', (model) => {
    fc.assert(
      fc.property(
        fc.array(dose, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0.001, max: 2, noNaN: true }),
        (regimen, ke0) => {
          const kinetics = model.kinetics(adult)
          const byMatrix = simulateMetabolites(kinetics, regimen, times, [{ of: 'ketamine', ke0 }])
          const byModes = simulateEffectSite(kinetics.parent, ke0, regimen, times)
          const same = (a: Float64Array, b: Float64Array) =>
            a.forEach((x, i) => {
              expect(Math.abs(x - b[i])).toBeLessThanOrEqual(1e-11 * b[i])
            })
          same(byMatrix.plasma, byModes.plasma)
          same(byMatrix.sites[0], byModes.effectSite)
        },
      ),
      { numRuns: 20 },
    )
  })

  test.each([4.4e-5, 3000])('they agree after years as after minutes, with a site at %f per min', (ke0) => {
    const parent = { v1: 25, k10: 0.056, k12: 0.107, k21: 0.0479, k13: 0.0527, k31: 1e-6 }
    const at = [1e-9, 1, 1e4, 1e6, 1e7]
    const byMatrix = simulateMetabolites({ parent, metabolites: [] }, [infusion(35, 40)], at, [{ of: 'ketamine', ke0 }])
    const { plasma, effectSite } = simulateEffectSite(parent, ke0, [infusion(35, 40)], at)
    at.forEach((_, i) => {
      expect(Math.abs(byMatrix.plasma[i] / plasma[i] - 1)).toBeLessThan(1e-12)
      expect(Math.abs(byMatrix.sites[0][i] / effectSite[i] - 1)).toBeLessThan(1e-12)
    })
  })

  test('stops on the way change nothing, and everything formed is accounted for', () => {
    const kinetics = simons2022.kinetics(adult)
    const coarse = simulateMetabolites(kinetics, [infusion(20, 20)], [500])
    const fine = simulateMetabolites(
      kinetics,
      [infusion(20, 20)],
      Array.from({ length: 501 }, (_, i) => i),
    )
    const [one, many] = [coarse.metabolites.hydroxynorketamine, fine.metabolites.hydroxynorketamine]
    expect((one?.[0] ?? 0) / (many?.[500] ?? 1)).toBeCloseTo(1, 11)
  })
})

describe('one subject who differs', () => {
  test('has metabolites that settle by the changed clearances', () => {
    const changed = individual(simons2022.kinetics(adult), { cl: 2, 'norketamine.cl': 0.5, 'norketamine.mtt': 3 })
    const { plasma, metabolites } = simulateMetabolites(changed, [infusion(400_000, 20_000)], [20_000])
    near(plasma[0], 20 / (2 * 1.48))
    near((metabolites.norketamine?.[0] ?? 0) / changed.metabolites[0].massRatio, (20 * 0.8) / 0.5)
  })

  test('clears R-ketamine 0.862 times as fast as S, by the liver too', () => {
    for (const model of all) {
      const s = model.parameters(adult)
      near(clearance(rOf(s)) / clearance(s), 63.6 / 73.8)
      near(rOf(s).v1, s.v1)
    }
  })
})

test('refuses a body that cannot be, substance by substance, and a site of nothing', () => {
  const kinetics = simons2022.kinetics(adult)
  const [nk, hnk] = kinetics.metabolites
  const broken = {
    ...kinetics,
    metabolites: [
      { ...nk, fraction: 2 },
      { ...hnk, transit: { compartments: 0, rate: Number.NaN } },
    ],
  }
  try {
    simulateMetabolites(broken, [bolus(1)], [1], [{ of: 'hydroxynorketamine', ke0: 0 }])
    expect.unreachable()
  } catch (fault) {
    expect(fault).toBeInstanceOf(EngineFault)
    expect(fault instanceof EngineFault && fault.faults.map(({ input }) => input)).toEqual([
      'norketamine.fraction',
      'hydroxynorketamine.transit.rate',
      'hydroxynorketamine.transit.compartments',
      'sites[0].ke0',
    ])
  }
  expect(() => simulateMetabolites(otto2021.kinetics(adult), [bolus(1)], [1], [{ of: 'hydroxynorketamine', ke0: 1 }])).toThrow(
    /one of ketamine, norketamine/,
  )
  expect(simulate(kinetics.parent, [bolus(1)], [0])[0]).toBeCloseTo(1 / 11.6, 12)
})

test('refuses a substance from nowhere, one that comes twice, and more of them than there was', () => {
  const kinetics = simons2022.kinetics(adult)
  const [nk, hnk] = kinetics.metabolites
  const inputs = (metabolites: typeof kinetics.metabolites) => {
    try {
      simulateMetabolites({ ...kinetics, metabolites }, [bolus(1)], [1])
    } catch (fault) {
      if (fault instanceof EngineFault) return fault.faults.map(({ input }) => input)
    }
    return []
  }
  expect(inputs([hnk, nk])).toEqual(['hydroxynorketamine.from'])
  expect(
    inputs([
      { ...nk, fraction: 0.5 },
      { ...nk, fraction: 0.4 },
    ]),
  ).toEqual(['metabolites[1].analyte'])
  expect(
    inputs([
      { ...nk, fraction: 0.7 },
      { ...hnk, from: 'ketamine', fraction: 0.4 },
    ]),
  ).toEqual(['hydroxynorketamine.fraction'])
})
