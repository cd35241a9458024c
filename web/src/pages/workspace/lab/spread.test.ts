import { describe, expect, test } from 'vitest'
import { readingsOf } from './reading.ts'
import { apartOf, mostApart, rowsOf } from './spread.ts'

const row = (regimen: string, model: string, typical: number) => ({ regimen, model, typical, people: null })
const compared = [row('A', 'kamp-2020', 40), row('A', 'domino', 20), row('B', 'kamp-2020', 90), row('B', 'domino', 30)]

describe('how far the models lie apart', () => {
  test('is the largest over the smallest of each regimen, with who they are', () => {
    expect(apartOf(compared)).toEqual([
      { regimen: 'A', ratio: 2, times: '2', who: 'Kamp 2020 over Domino' },
      { regimen: 'B', ratio: 3, times: '3', who: 'Kamp 2020 over Domino' },
    ])
    expect(mostApart(compared)).toBe('3')
  })

  test('is no number where the lowest is nothing, and nothing at all for one model', () => {
    expect(apartOf([row('A', 'kamp-2020', 40), row('A', 'domino', 0)])[0]?.times).toBeNull()
    expect(apartOf([row('A', 'kamp-2020', 40)])).toEqual([])
    expect(mostApart([])).toBeNull()
  })

  test('shows the people around a typical subject as soon as they are drawn', () => {
    const people = { p5: 10, p25: 30, p75: 50, p95: 81.234 }
    const [group] = rowsOf([{ ...row('A', 'domino', 40), people }], (name) => `${name}: given`)
    expect(group?.title).toBe('A: given')
    expect(group?.rows[0]).toMatchObject({ outer: { low: 10, high: 81.234 }, inner: { low: 30, high: 50 }, more: '10 to 81.2' })
    expect(rowsOf([row('A', 'domino', 40)], String)[0]?.rows[0]?.outer).toBeUndefined()
  })
})

describe('what curves are read with', () => {
  test('is said once, with every model it is about; a vein says so', () => {
    const borrowed = { about: 'variability', message: 'the spread is borrowed' }
    const warned = (model: string) => ({ model, warnings: [borrowed] })
    const readings = readingsOf([
      warned('kamp-2020'),
      warned('domino'),
      warned('kamp-2020'),
      { model: 'otto-2021', warnings: [] },
    ])
    expect(readings[0]).toEqual({ status: 'caution', about: ['Kamp 2020', 'Domino'], message: 'The spread is borrowed' })
    expect(readings.find(({ about }) => about.includes('Otto 2021'))?.message).toContain('arm vein')
  })
})
