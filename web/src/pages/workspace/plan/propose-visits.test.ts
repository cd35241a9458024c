import { type DayOfSlots, protocolOf } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { proposeVisits, tooNear } from './propose-visits.ts'

const zone = 'America/New_York'
const crps = protocolOf('crps-outpatient-ten-day')
const depression = protocolOf('depression-six-infusions')
if (!crps || !depression) throw new Error('no protocols')

const day = (date: string, ...times: string[]): DayOfSlots => ({
  date,
  state: times.length > 0 ? 'open' : 'closed',
  slots: times.map((time) => {
    const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
    return { start: new Date(start).toISOString(), end: new Date(start + 3_600_000).toISOString(), holderId: 'chair' }
  }),
})
const fourWeeks = (...times: string[]) =>
  Array.from({ length: 28 }, (_, i) => Temporal.PlainDate.from('2026-11-24').add({ days: i })).map((date) =>
    day(date.toString(), ...(date.dayOfWeek < 6 ? times : ['09:00'])),
  )
const datesOf = (visits: readonly { start: string }[]) =>
  visits.map(({ start }) => Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDate().toString())

test('ten weekdays in a row at one time of day, weekends left out though they are open', () => {
  const visits = proposeVisits(fourWeeks('08:00', '10:00'), crps, zone, '10:00:00')
  expect(datesOf(visits)).toEqual([
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-07',
  ])
  expect(new Set(visits.map(({ start }) => start.slice(11, 16)))).toEqual(new Set(['15:00']))
})

test('a full day is skipped and added at the end', () => {
  const days = fourWeeks('10:00').map((each) => (each.date === '2026-11-26' ? day(each.date) : each))
  const dates = datesOf(proposeVisits(days, crps, zone))
  expect(dates).not.toContain('2026-11-26')
  expect(dates.at(-1)).toBe('2026-12-08')
})

test('six in two weeks and a day, a day between each, at most three a week', () => {
  expect(datesOf(proposeVisits(fourWeeks('10:00'), depression, zone))).toEqual([
    '2026-11-24',
    '2026-11-26',
    '2026-11-30',
    '2026-12-02',
    '2026-12-04',
    '2026-12-07',
  ])
})

test('never closer than the protocol allows, even when only an early time is left', () => {
  const days = [day('2026-11-24', '16:00'), day('2026-11-25', '08:00', '10:00')]
  const [first, second] = proposeVisits(days, crps, zone)
  expect(Date.parse(second?.start ?? '') - Date.parse(first?.start ?? '')).toBeGreaterThanOrEqual(18 * 3_600_000)
})

test('too few free days give too few visits, never two on one day', () => {
  expect(proposeVisits([day('2026-11-24', '08:00', '09:00')], crps, zone)).toHaveLength(1)
})

test('a visit moved behind the next one, or too near to it, is named', () => {
  const visits = proposeVisits(fourWeeks('08:00', '10:00', '16:00'), crps, zone, '10:00:00')
  expect(tooNear(visits, crps.spacing)).toEqual([])
  const [first, second, third, ...rest] = visits
  if (!first || !second || !third) throw new Error('too few visits')
  const last = rest.at(-1)?.start ?? ''
  expect(tooNear([first, { ...second, start: last }, third, ...rest], crps.spacing)).toEqual([3])
  const late = { ...second, start: new Date(Date.parse(second.start) + 6 * 3_600_000).toISOString() }
  const early = { ...third, start: new Date(Date.parse(third.start) - 2 * 3_600_000).toISOString() }
  expect(tooNear([first, late, early, ...rest], crps.spacing)).toEqual([3])
})
