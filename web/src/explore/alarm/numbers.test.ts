import { claims } from '@dripline/clinical'
import { readerOf } from '@dripline/clinical/words'
import { simulateCircuit, units } from '@dripline/engine'
import { expect, test } from 'vitest'
import { alarmNumbers } from './numbers.ts'
import { at, partsOf } from './parts.ts'

const numbers = alarmNumbers()
const { calm, stuck, courses, strong, touch, days, opioid } = numbers
const of = (id: string) => claims.find((each) => each.id === id)

test('where it starts, as many gates let current in as the claim beside it says', () => {
  const here = at(numbers, strong)
  expect([here.calm, here.stuck]).toEqual(of('magnesium-cork-1990')?.estimates.map(({ value }) => value))
})

test('a stronger signal opens more gates, and months of pain open more at every strength', () => {
  for (let i = 1; i < calm.length; i++)
    expect((calm[i] ?? 0) > (calm[i - 1] ?? 0) && (stuck[i] ?? 0) > (stuck[i - 1] ?? 0)).toBe(true)
  calm.forEach((each, i) => {
    expect(stuck[i]).toBeGreaterThan(each)
  })
})

test('the alarm sticks: a week after a strong signal a touch hurts more than that signal did, and after a touch it does not', () => {
  const [afterStrong, afterTouch] = [at(numbers, strong), at(numbers, touch)]
  expect(afterStrong.after).toBeGreaterThan(afterStrong.first)
  expect(afterTouch.after).toBeLessThan(1.25 * afterTouch.before)
})

test('each course is the circuit’s own', () => {
  const signal = [{ from: 0, to: units.days(28), level: 1 }]
  const parameters = { baselineSensitisation: 0.1, baselineGlia: 0.1 }
  const { sensitisation } = simulateCircuit({ times: days.map(units.days), signal, parameters })
  days.forEach((_, i) => {
    expect(courses[strong]?.stuck[i]).toBeCloseTo(100 * (sensitisation[i] ?? 0), 0)
  })
})

test('the pills lose what the claim says: about 30 of 100 at first, all of it by their last day, and a stop leaves more', () => {
  const pain = (day: number) => opioid.pain[opioid.days.indexOf(day)] ?? 0
  expect(Math.abs(pain(4) - 70)).toBeLessThan(2)
  expect(pain(opioid.to)).toBeGreaterThan(99)
  expect(pain(40)).toBeGreaterThan(115)
})

test('who walks the charts hears what is drawn, in both languages', () => {
  for (const [locale, words] of [
    ['en', '23 of 100 in a calm nerve and 39 after'],
    ['es', '23 de 100 con el nervio en calma y 39 tras'],
  ] as const) {
    const [cork, course] = partsOf(readerOf(locale, ['explorable']), numbers, strong)
    expect(cork?.says).toContain(words)
    expect(cork?.inside?.[1]?.inside).toHaveLength(calm.length)
    expect(course?.inside?.length).toBeGreaterThan(10)
  }
})

test('the numbers of a turn are small enough to stand in the document', () => {
  expect(JSON.stringify(numbers).length).toBeLessThan(5000)
})
