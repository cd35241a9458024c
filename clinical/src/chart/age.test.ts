import { expect, test } from 'vitest'
import { ageAt, yearsOn } from './age.ts'

test.each([
  ['1991-11-24', '2026-11-23', 34],
  ['1991-11-24', '2026-11-24', 35],
  ['1991-11-24', '2026-11-25', 35],
  ['1926-03-01', '2026-02-28', 99],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-29', 20],
  ['2026-11-23', '2026-11-23', 0],
])('born %s, on %s: %d years by the calendar, not by the length of a mean year', (born, day, years) => {
  expect(yearsOn(born, day)).toBe(years)
})

test('every day of ninety years: the age rises on birthdays and on no other day', () => {
  const born = '1950-06-15'
  const rises: string[] = []
  for (let day = Date.UTC(1950, 5, 15), last = 0; day <= Date.UTC(2040, 5, 16); day += 86_400_000) {
    const text = new Date(day).toISOString().slice(0, 10)
    const years = yearsOn(born, text)
    if (years !== last) rises.push(text)
    last = years
  }
  expect(rises).toHaveLength(90)
  expect(rises.every((day) => day.endsWith('-06-15'))).toBe(true)
})

test('the day is the clinic’s: late in the evening at the coast it is not yet the birthday that London has', () => {
  const instant = '2026-11-24T03:00:00Z'
  expect(ageAt('1991-11-24', instant, 'America/New_York')).toBe(34)
  expect(ageAt('1991-11-24', instant, 'Europe/London')).toBe(35)
})
