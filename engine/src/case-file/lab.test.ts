import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { isLab, labCase, labSpread, readLab } from './lab.ts'
import { populationCase, readPopulationCase } from './population.ts'
import { readSimulateCase, simulateCase } from './simulate.ts'

const subject = { weightKg: 70, ageYears: 40, sex: 'female' }
const short = { name: 'A', regimen: [{ infuseMgPerKg: 0.5, overMin: 40, atMin: 0 }] }
const long = { name: 'B', regimen: [{ rateMgPerHour: 25, fromMin: 0, toMin: 240 }] }
const file = {
  caseFile: 1,
  lab: 1,
  models: ['kamp-2020', 'simons-2022'],
  drug: 'racemic-ketamine',
  subject,
  regimens: [short, long],
  timesMin: [20, 40, 300],
  compareAfterEndMin: 120,
  variabilityWhereNone: 'patients-borrowed',
  size: 20,
  seed: 7,
}

const faultsOf = (value: unknown): string[] => {
  try {
    readLab(value)
    return []
  } catch (error) {
    return error instanceof EngineFault ? error.faults.map(({ input }) => input) : ['another error']
  }
}

describe('a file of the lab', () => {
  test('says of itself what it is', () => {
    expect([file, { model: 'domino' }, null].map(isLab)).toEqual([true, false, false])
  })

  test('gives each curve exactly as its own case file does', () => {
    const { curves } = labCase(readLab(file))
    const timesMin = [20, 40, 160, 300, 360]
    const one = { model: 'kamp-2020', drug: 'racemic-ketamine', subject, regimen: short.regimen, timesMin }
    expect(curves.map(({ model, regimen }) => `${regimen} ${model}`)).toEqual([
      'A kamp-2020',
      'A simons-2022',
      'B kamp-2020',
      'B simons-2022',
    ])
    expect(curves[0]?.typical).toEqual(simulateCase(readSimulateCase(one)))
    const drawn = { ...one, variability: 'patients-borrowed', size: 20, seed: 7 }
    expect(curves[0]?.population).toEqual(populationCase(readPopulationCase(drawn)))
  })

  test('keeps the spread that a paper printed, and borrows only where none was', () => {
    const spreads = labCase(readLab(file)).curves.map(({ population }) => population.variability?.id)
    expect(spreads.slice(0, 2)).toEqual(['patients-borrowed', 'simons-2022'])
    expect(faultsOf({ ...file, variabilityWhereNone: undefined })).toEqual(['variabilityWhereNone'])
    expect(faultsOf({ ...file, models: ['simons-2022'], variabilityWhereNone: undefined })).toEqual([])
  })

  test('tells every fault once, at its own place', () => {
    const bad = {
      ...file,
      models: ['kamp-2020', 'hornik-2018', 'nobody'],
      subject: { weightKg: -1 },
      regimens: [short, { name: 'B', regimen: [{ infuseMg: 'ten', overMin: 0, atMin: 0 }] }, { name: 'C', regimen: [] }],
      compareAfterEndMin: -5,
      seed: 1.5,
      colour: 'blue',
    }
    expect(new Set(faultsOf(bad))).toEqual(
      new Set([
        'compareAfterEndMin',
        'colour',
        'models[1]',
        'models[2]',
        'subject.weightKg',
        'regimens[1].regimen[0].infuseMg',
        'regimens[1].regimen[0].overMin',
        'regimens[2].regimen',
        'seed',
      ]),
    )
    expect(faultsOf(bad)).toHaveLength(9)
  })

  test.each([
    ['no object', 5, 'case'],
    ['another form of the file', { ...file, lab: 2 }, 'lab'],
    ['five models', { ...file, models: ['domino', 'kamp-2020', 'otto-2021', 'simons-2022', 'clements-250'] }, 'models'],
    ['a model twice', { ...file, models: ['domino', 'domino'] }, 'models'],
    ['two regimens of one name', { ...file, regimens: [short, short] }, 'regimens'],
    ['no drug', { ...file, drug: undefined }, 'drug'],
    ['no seed', { ...file, seed: undefined }, 'seed'],
    ['an effect site shown and none given', { ...file, view: 'effect site' }, 'effectSite'],
  ])('refuses %s', (_, value, place) => {
    expect(faultsOf(value)).toContain(place)
  })

  test('made with another version of a model is drawn, with a warning', () => {
    const { warnings } = readLab({ ...file, versions: { 'kamp-2020': 'an-old-one' } })
    expect(warnings.map(({ message }) => message).join()).toContain('kamp-2020 an-old-one')
  })

  test('compares each regimen at its own time after its last dose', () => {
    expect(labCase(readLab(file)).spread.map(({ regimen, atMin }) => [regimen, atMin])).toEqual([
      ['A', 160],
      ['B', 360],
    ])
  })

  test('says how far the models lie apart at the time asked for', () => {
    const { spread, curves } = labCase(readLab(file))
    const [kamp, simons] = curves.slice(0, 2).map(({ typical }) => typical.plasmaNgPerMl[2] ?? 0)
    expect(spread[0]?.highestOverLowest).toBeCloseTo(Math.max(kamp ?? 0, simons ?? 0) / Math.min(kamp ?? 0, simons ?? 0), 12)
    expect(
      labSpread([
        { id: 'a', value: 0 },
        { id: 'b', value: 2 },
      ]),
    ).toEqual({
      lowest: 'a',
      highest: 'b',
      highestOverLowest: null,
    })
  })
})
