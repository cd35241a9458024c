import { expect, test } from 'vitest'
import { EngineFault } from '../fault.ts'
import { infusion } from '../regimen.ts'
import { days } from '../units.ts'
import { forecast } from './forecast.ts'
import { dosesAfterCourse } from './given-doses.ts'
import { vectors } from './vectors.ts'

test('a course in minutes from its first dose is the same course in days from its end', () => {
  const { input } = vectors.F4
  const firstDay = input.doses[0].endDay
  const regimen = [...input.doses.map(({ endDay, mg }) => infusion(mg, 240, days(endDay - firstDay))), infusion(0, 40, days(30))]
  const doses = dosesAfterCourse(regimen, 'racemic-ketamine')
  expect(doses).toHaveLength(input.doses.length)
  doses.forEach(({ startDay, endDay }, i) => {
    expect(startDay).toBeCloseTo(input.doses[i].startDay, 12)
    expect(endDay).toBeCloseTo(input.doses[i].endDay, 12)
  })
  expect(forecast({ ...input, doses }).drugActs).toBeCloseTo(forecast(input).drugActs, 3)
})

test('a course that ended before the clock began still ends on day 0, and none is none', () => {
  expect(dosesAfterCourse([infusion(40, 40, -days(2))], 's-ketamine')).toEqual([
    { startDay: -40 / 1440, endDay: 0, mg: 40, drug: 's-ketamine' },
  ])
  expect(dosesAfterCourse([], 's-ketamine')).toEqual([])
})

test('a regimen that is none is refused', () => {
  expect(() => dosesAfterCourse('much' as never, 's-ketamine')).toThrow(EngineFault)
})
