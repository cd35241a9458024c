import { dateOf } from '@dripline/clinical'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datesIn } from './local-dates.ts'

const zones = [
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'UTC',
]
const [FROM, UNTIL] = [Date.parse('1975-01-01'), Date.parse('2060-01-01')]

test('local dates of many instants are those of the zone, one by one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.array(fc.integer({ min: FROM, max: UNTIL }), { maxLength: 40 }),
      (zone, instants) => {
        const date = datesIn(zone)
        for (const ms of instants) expect(date(ms)).toBe(dateOf(new Date(ms).toISOString(), zone))
      },
    ),
    { numRuns: 300 },
  )
})

test.each([
  ['America/New_York', '2026-03-08T07:00:00.000Z'],
  ['America/St_Johns', '2006-10-29T02:31:00.000Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00.000Z'],
])('to the millisecond at a change of the clock of %s', (zone, change) => {
  for (const order of [
    [-1, 0, 1],
    [1, 0, -1],
  ]) {
    const date = datesIn(zone)
    for (const past of order) {
      const ms = Date.parse(change) + past
      expect(date(ms)).toBe(dateOf(new Date(ms).toISOString(), zone))
    }
  }
})
