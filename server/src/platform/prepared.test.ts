import { expect, test } from 'vitest'
import { preparedName } from './prepared.ts'

test('a statement is prepared at its third use and keeps its name', () => {
  const names = Array.from({ length: 4 }, () => preparedName('select 1 as often'))
  expect(names.slice(0, 2)).toEqual([undefined, undefined])
  expect(names[2]).toMatch(/^often-/)
  expect(names[3]).toBe(names[2])
})

test('never more than four hundred, however many different ones come again and again', () => {
  const named = Array.from({ length: 1000 }, (_, i) => `select ${i} as many`).map((text) => {
    for (let use = 0; use < 3; use++) preparedName(text)
    return preparedName(text)
  })
  expect(named.filter((name) => name !== undefined).length).toBeLessThanOrEqual(400)
  expect(new Set(named.filter((name) => name !== undefined)).size).toBeGreaterThan(300)
})
