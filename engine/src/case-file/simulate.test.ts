import { describe, expect, test } from 'vitest'
import { models } from '../definitions.ts'
import { EngineFault, type Fault } from '../fault.ts'
import { readSimulateCase, simulateCase } from './simulate.ts'

const whole = {
  model: 'domino',
  subject: { weightKg: 70, ageYears: 40, sex: 'female' },
  regimen: [
    { bolusMg: 21, atMin: 0 },
    { infuseMg: 35, overMin: 40, atMin: 0 },
    { rateMgPerHour: 22.2, fromMin: 60, toMin: 6108 },
  ],
  timesMin: [5, 40],
  effectSite: { ke0PerMin: 0.238, source: 'navarrete-2025' },
  effects: ['relief-dahan-2011'],
}
const run = (change: object = {}) => simulateCase(readSimulateCase({ ...whole, ...change }))
const digits = (value: number) => Number(value.toPrecision(6))

function faultsOf(value: unknown): readonly Fault[] {
  try {
    readSimulateCase(value)
  } catch (error) {
    if (error instanceof EngineFault) return error.faults
    throw error
  }
  return []
}
const named = (value: unknown) => faultsOf(value).map(({ input }) => input)

describe('a case to simulate', () => {
  test('gives what it promises, name by name, and names the drug the model was fitted to', () => {
    const found = run()
    expect(Object.keys(found).toSorted()).toEqual(
      ['caseFile', 'drug', 'effectSiteNgPerMl', 'effects', 'model', 'plasmaNgPerMl', 'timesMin', 'warnings'].toSorted(),
    )
    expect(found.drug).toBe('racemic-ketamine')
    expect(Object.keys(found.effects?.['relief-dahan-2011'] ?? {})).toEqual(['siteNgPerMl', 'fraction'])
    expect(found.timesMin).toEqual([5, 40])
  })

  test('has the published numbers: one short infusion under domino, with an effect site behind it', () => {
    const found = run({ regimen: [{ infuseMg: 35, overMin: 40, atMin: 0 }], timesMin: [10, 40, 60] })
    expect(found.plasmaNgPerMl.map(digits)).toEqual([181.809, 240.331, 55.1084])
    expect(found.effectSiteNgPerMl?.map(digits)).toEqual([147.596, 234.488, 62.6543])
  })

  test('half of a racemate drives the relief; all of S-ketamine does', () => {
    const [racemate, s] = (['racemic-ketamine', 's-ketamine'] as const).map(
      (drug) => run({ drug }).effects?.['relief-dahan-2011']?.siteNgPerMl[1] ?? 0,
    )
    expect(s / racemate).toBeCloseTo(2, 12)
  })

  test('an instant that is an event shows plasma just after a bolus, and at the end of an infusion’s interval', () => {
    const given = (timesMin: number[]) => run({ regimen: [{ bolusMg: 10, atMin: 5 }], timesMin }).plasmaNgPerMl
    const v1 = models.domino.parameters({ weightKg: 70 }).v1
    expect(given([4.999999, 5])[0]).toBe(0)
    expect(given([5])[0]).toBeCloseTo(10_000 / v1, 9)
    const before = run({ regimen: [{ infuseMg: 35, overMin: 40, atMin: 0 }], timesMin: [39.999999, 40] }).plasmaNgPerMl
    expect(before[1] / before[0]).toBeCloseTo(1, 6)
    expect(before[1]).toBeGreaterThan(before[0])
  })

  test('amounts per kg, of salt, and repeated, are the same as written out', () => {
    const plain = run({ regimen: [{ infuseMg: 35, overMin: 40, atMin: 0 }] })
    expect(run({ regimen: [{ infuseMgPerKg: 0.5, overMin: 40, atMin: 0 }] }).plasmaNgPerMl).toEqual(plain.plasmaNgPerMl)
    const salt = run({ salt: 'hydrochloride', regimen: [{ infuseMg: 35, overMin: 40, atMin: 0 }] })
    expect(salt.plasmaNgPerMl[1] / plain.plasmaNgPerMl[1]).toBeCloseTo(0.867008, 6)
    const twice = [0, 1440].map((atMin) => ({ infuseMg: 35, overMin: 40, atMin }))
    const repeated = [{ infuseMg: 35, overMin: 40, atMin: 0, repeatAtMin: [1440] }]
    const timesMin = [40, 1450, 1480]
    expect(run({ regimen: repeated, timesMin }).plasmaNgPerMl).toEqual(run({ regimen: twice, timesMin }).plasmaNgPerMl)
  })

  test('the other drug, a borrowed effect site, a model out of its range: each is a warning and no fault', () => {
    const about = run({ drug: 's-ketamine', model: 'kamp-2020' }).warnings.map((warning) => warning.about)
    expect(about).toContain('drug')
    expect(about).toContain('effectSite')
  })
})

describe('a case that cannot be simulated', () => {
  test('hears of everything at once, each with its place', () => {
    const value = {
      ...whole,
      subject: { weightKg: -70 },
      regimen: [{ bolusMg: 21 }, { infuseMg: 5, overMin: 0, atMin: 0 }, { rateMgPerHour: 1, fromMin: 9, toMin: 9 }],
      timesMin: [5, 5, 4],
      effectSite: { ke0PerMin: 1, halfLifeMin: 1 },
      effects: ['cheer'],
      drugs: 's-ketamine',
    }
    expect(named(value).toSorted()).toEqual(
      [
        'subject.weightKg',
        'regimen[0].atMin',
        'regimen[1].overMin',
        'regimen[2].toMin',
        'timesMin[1]',
        'timesMin[2]',
        'effectSite.ke0PerMin',
        'effectSite.source',
        'effects[0]',
        'drugs',
      ].toSorted(),
    )
  })

  test.each([null, undefined, 3, 'domino', [], [whole]])('is %j', (value) => {
    expect(named(value)).toContain('case')
  })

  test('has numbers that are none, or no list where one is expected', () => {
    expect(named({ ...whole, timesMin: [Number.NaN] })).toEqual(['timesMin[0]'])
    expect(named({ ...whole, timesMin: [Number.POSITIVE_INFINITY] })).toEqual(['timesMin[0]'])
    expect(named({ ...whole, timesMin: '5' })).toEqual(['timesMin'])
    expect(named({ ...whole, timesMin: [] })).toEqual(['timesMin'])
    expect(named({ ...whole, regimen: {} })).toEqual(['regimen'])
    expect(named({ ...whole, regimen: [null] })).toContain('regimen[0]')
  })

  test('asks a model for muscle or for what it does not read', () => {
    expect(named({ ...whole, model: 'hornik-2018' })).toContain('model')
    expect(named({ ...whole, model: 'perez-ruixo-2021', subject: { weightKg: 70 } })).toEqual(['subject.ageYears'])
    expect(named({ ...whole, caseFile: 3 })).toEqual(['caseFile'])
  })
})
