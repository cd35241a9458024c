import { describe, expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { comparable, compareCase, readCompareCase } from './compare.ts'
import { readSimulateCase, simulateCase } from './simulate.ts'

const one = { subject: { weightKg: 70 }, regimen: [{ infuseMg: 35, overMin: 40, atMin: 0 }], timesMin: [0, 40, 60] }
const faultsOf = (value: unknown) => {
  try {
    readCompareCase(value)
    return []
  } catch (error) {
    if (error instanceof EngineFault) return error.faults.map(({ input, expected }) => `${input}: ${expected}`)
    throw error
  }
}

describe('a case under several models', () => {
  test('gives under each what simulate gives, and how far they lie apart', () => {
    const models = ['kamp-2020', 'domino']
    const found = compareCase(readCompareCase({ ...one, models, drug: 'racemic-ketamine' }))
    const alone = models.map((model) => simulateCase(readSimulateCase({ ...one, model })).plasmaNgPerMl)
    expect(models.map((id) => found.models[id]?.plasmaNgPerMl)).toEqual(alone)
    expect(found.highestOverLowest[0]).toBeNull()
    expect(found.highestOverLowest[2]).toBeCloseTo(95.86 / 55.1084, 4)
  })

  test('takes the drug all were fitted to; where they differ the racemate, and says so', () => {
    const drugOf = (models: string[]) => compareCase(readCompareCase({ ...one, models }))
    expect(drugOf(['simons-2022', 'otto-2021'])).toMatchObject({ drug: 's-ketamine' })
    const mixed = drugOf(['simons-2022', 'domino'])
    expect(mixed.drug).toBe('racemic-ketamine')
    expect(mixed.warnings[0]?.message).toMatch(/no drug is named/)
  })

  test('names with a fault the model that asks for more than the others', () => {
    expect(faultsOf({ ...one, timesMin: [4, 3] })).toEqual([
      'timesMin[1]: more than the one before it, 4',
      'subject.ageYears: a number, at least 0, at most 120 (asked by perez-ruixo-2021)',
    ])
  })

  test('refuses a model twice, one of muscle, none at all', () => {
    const places = (models: unknown) => faultsOf({ ...one, models }).map((words) => words.split(':')[0])
    expect(places(['domino', 'domino', 'hornik-2018'])).toEqual(['models[1]', 'models[2]'])
    expect(places([])).toEqual(['models'])
    expect(comparable).toContain('domino')
    expect(comparable).not.toContain('hornik-2018')
  })
})
