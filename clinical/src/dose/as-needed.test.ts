import { expect, test } from 'vitest'
import { asNeededChecks } from './as-needed.ts'
import { chairList, onList } from './chair-drugs.ts'

const list = chairList({})
const listed = onList(list, 'midazolam', 'IV')
const line = (doseMg: number) => ({
  drugId: 'midazolam',
  route: 'IV' as const,
  doseMg: String(doseMg),
  mostTimes: 1,
  leastMinutes: listed?.leastMinutes ?? 0,
  reason: 'distress',
})
const hard = (doseMg: number, timesOverHighest?: number) =>
  asNeededChecks([line(doseMg)], list, ...(timesOverHighest === undefined ? [] : [{ timesOverHighest }])).filter(
    ({ kind }) => kind === 'hard',
  )

test('a line is refused above so many times the highest dose as the clinic says', () => {
  const highest = Number(listed?.highestMg)
  expect([hard(highest * 3), hard(highest * 3.1)].map(({ length }) => length)).toEqual([0, 1])
  expect([hard(highest, 1), hard(highest * 1.1, 1)].map(({ length }) => length)).toEqual([0, 1])
})
