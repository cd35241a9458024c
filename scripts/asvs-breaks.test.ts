import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawn, drawnRows, laneOf, patternOf, testOf } from './asvs-break.mjs'
import { breaks } from './asvs-breaks.mjs'
import { rowsOf } from './checks/asvs.mjs'
import { at } from './place.mjs'

const textOf = (file: string) => (existsSync(at(file)) ? readFileSync(at(file), 'utf8') : '')

test('there are forty breaks and more, one a row, each of words that stand once in their file', () => {
  expect(breaks.length).toBeGreaterThanOrEqual(40)
  expect(new Set(breaks.map(({ id }) => id)).size).toBe(breaks.length)
  const rotten = breaks.filter(({ file, find }) => find === '' || textOf(file).split(find).length !== 2)
  expect(rotten.map(({ id, file, find }) => `${id}: “${find}” does not stand once in ${file}`)).toEqual([])
  expect(breaks.filter(({ find, replace }) => find === replace)).toEqual([])
})

test('each is of a row that a test holds, which can be run alone', () => {
  const rows = rowsOf()
  const without = breaks.filter(({ id }) => !testOf(id, rows)?.file.endsWith('.ts') && !testOf(id, rows)?.file.endsWith('.tsx'))
  expect(without.map(({ id }) => id)).toEqual([])
  expect(breaks.filter(({ id }) => /[.]story[.]ts$/.test(testOf(id, rows)?.file ?? ''))).toEqual([])
})

test('the same seed draws the same, another seed others, none twice', () => {
  const ids = (seed: number) => drawn(breaks, seed, 20).map(({ id }) => id)
  expect(ids(1)).toEqual(ids(1))
  expect(ids(1)).not.toEqual(ids(2))
  expect(new Set(ids(3)).size).toBe(20)
  expect(drawn(breaks, 1, 1000)).toHaveLength(breaks.length)
})

test('any seed draws twenty among all rows that are called met, and tells which it drew in vain', () => {
  for (let seed = 0; seed < 50; seed++) {
    const { list, without } = drawnRows(seed, 20)
    expect(new Set(list.map(({ id }) => id)).size).toBe(20)
    expect(without.filter(({ id }) => breaks.some((each) => each.id === id))).toEqual([])
  }
  expect(drawnRows(1, 20)).toEqual(drawnRows(1, 20))
})

test('a test is found by its title whatever fills its gaps, and by its lane', () => {
  const found = (title: string, name: string) => new RegExp(patternOf(title)).test(name)
  expect(found('%j: a write (once) is refused', '{"a":1}: a write (once) is refused')).toBe(true)
  expect(found('holds $name.', 'holds a head.')).toBe(true)
  expect(found('is a+b', 'is aab')).toBe(false)
  expect(['a.int.test.ts', 'a.race.test.ts', 'a.test.tsx'].map(laneOf)).toEqual(['int', 'race', 'unit'])
})
