import { describe, expect, test } from 'vitest'
import * as folder from '../drugs/index.ts'
import { exact } from '../exact.ts'
import { receiptFaults } from '../visit/receipt.ts'
import { isControlled, isNamed } from './drug.ts'
import { drugFamilies } from './drug-families.ts'
import { drugNamed, drugs } from './drug-list.ts'

describe.each(drugs.map((drug) => [drug.id, drug] as const))('drug %s', (_, drug) => {
  test.each(drug.examples)('“%s” names it: %s', (word, isThis) => {
    expect(isNamed(drug, word)).toBe(isThis)
  })

  test('has strengths above 0, a code with its doubt, and a usual dose no higher than its highest', () => {
    expect(drug.strengths.length).toBeGreaterThan(0)
    for (const { mg } of drug.strengths) expect(exact(mg).gt(0)).toBe(true)
    for (const { code, doubt } of drug.codes) expect([/^\d+$/.test(code), doubt?.length ?? 1]).toEqual([true, expect.any(Number)])
    for (const { route, usualMg, highestMg, leastMinutes } of drug.chair) {
      expect(drug.routes).toContain(route)
      expect(exact(usualMg).lte(highestMg)).toBe(true)
      expect(leastMinutes).toBeGreaterThan(0)
    }
  })

  test('is a member of each of its families by name, so that an allergy told by its name is found', () => {
    for (const family of drug.families) expect(drugFamilies[family].names.some((name) => isNamed(drug, name))).toBe(true)
  })

  test('is given in the chair only by a prescriber’s order when it is controlled', () => {
    if (isControlled(drug)) for (const { by } of drug.chair) expect(by).toBe('prescriber')
  })
})

test('a drug is named as its file is', () => {
  expect(drugs.map(({ id }) => id).sort()).toEqual(Object.keys(folder.versions).sort())
})

test.each([
  ['Ketamine', 'ketamine'],
  ['ketamine HCl', 'ketamine'],
  ['KETAMINE  HYDROCHLORIDE', 'ketamine'],
  ['Versed', 'midazolam'],
  ['esketamine', null],
  ['S-ketamine', null],
  ['ketamine or midazolam', null],
  ['', null],
])('the free word “%s” names %s', (word, id) => {
  expect(drugNamed(word)?.id ?? null).toBe(id)
})

describe('vials as they are received', () => {
  const ketamine = { drugId: 'ketamine', mgPerMl: '50', volumeMl: '10' }
  const fields = (change: Partial<typeof ketamine>) => receiptFaults({ ...ketamine, ...change }).map(({ field }) => field)

  test('are taken in the strengths and volumes of their drug', () => {
    expect(fields({})).toEqual([])
    expect(fields({ mgPerMl: '10', volumeMl: '20' })).toEqual([])
    expect(fields({ drugId: 'midazolam', mgPerMl: '5', volumeMl: '2' })).toEqual([])
  })

  test.each([
    ['ten-fold strength', { mgPerMl: '500' }, ['mgPerMl']],
    ['a tenth of the strength', { mgPerMl: '5' }, ['mgPerMl']],
    ['ten-fold volume', { volumeMl: '100' }, ['volumeMl']],
    ['another drug’s strength', { drugId: 'midazolam' }, ['mgPerMl']],
    ['strength and volume swapped over', { mgPerMl: '10', volumeMl: '50' }, ['volumeMl']],
    ['no volume', { volumeMl: '0' }, ['volumeMl']],
    ['a volume below 0', { volumeMl: '-10' }, ['volumeMl']],
    ['a volume finer than the book', { volumeMl: '9.999' }, ['volumeMl']],
    ['no number', { mgPerMl: 'fifty', volumeMl: '' }, ['mgPerMl', 'volumeMl']],
    ['a free word', { drugId: 'Ketamine HCl' }, ['drugId']],
    ['a drug that this book does not keep', { drugId: 'ondansetron' }, ['drugId']],
  ])('are refused for %s, at the field', (_, change, expected) => {
    expect(fields(change)).toEqual(expected)
  })
})
