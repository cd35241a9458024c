import { describe, expect, test } from 'vitest'
import { type Calendar, daysOfSlots, isOffered, type OpenHours } from '../calendar/slots.ts'
import { offeredDays, startsOf } from '../calendar/starts.ts'
import { triedZones, tryCalendar } from './calendars.ts'

test('random clinics: every offered slot books, nothing overlaps, buffers and the most of a day hold, the kept table says the same', () => {
  const tried = Array.from({ length: 60 }, (_, number) => tryCalendar(7, number))
  expect(tried.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(tried.reduce((sum, { booked }) => sum + booked, 0)).toBeGreaterThan(120)
})

const everyDay = (from: string, to: string): OpenHours[] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }))
const clinicIn = (zone: string, hours = everyDay('09:00', '10:00'), durationMinutes = 30): Calendar => ({
  zone,
  durationMinutes,
  leadMinutes: 0,
  horizonDays: 62,
  holders: [{ holderId: 'ada', hours, booked: [], closures: [] }],
})
const startsOn = (calendar: Calendar, date: string, viewZone = calendar.zone) =>
  daysOfSlots(calendar, { from: date, days: 1, viewZone }, `${date.slice(0, 8)}01T00:00:00Z`)[0]?.slots.map(({ start }) =>
    start.slice(11, 16),
  )

describe('an hour off at a change of clocks', () => {
  // Standard and summer time of each zone of the United States, in whole hours behind UTC.
  const zones: [zone: string, standard: number, summer: number][] = [
    ['America/New_York', 5, 4],
    ['America/Detroit', 5, 4],
    ['America/Indiana/Indianapolis', 5, 4],
    ['America/Chicago', 6, 5],
    ['America/Menominee', 6, 5],
    ['America/Denver', 7, 6],
    ['America/Boise', 7, 6],
    ['America/Phoenix', 7, 7],
    ['America/Los_Angeles', 8, 7],
    ['America/Anchorage', 9, 8],
    ['America/Adak', 10, 9],
    ['Pacific/Honolulu', 10, 10],
    ['America/Puerto_Rico', 4, 4],
    ['Pacific/Pago_Pago', 11, 11],
    ['Pacific/Guam', -10, -10],
  ]
  // Second Sunday of March, first of November.
  const changes = [
    ['2026-03-08', '2026-11-01'],
    ['2027-03-14', '2027-11-07'],
    ['2028-03-12', '2028-11-05'],
  ] as const
  const nine = (behind: number) => ['00', '30'].map((minutes) => `${String((9 + behind + 24) % 24).padStart(2, '0')}:${minutes}`)
  const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)

  test.each(zones)(
    '%s: nine in the morning stays nine in the morning over both changes of 2026 to 2028',
    (zone, standard, summer) => {
      for (const [spring, fall] of changes) {
        const on = (date: string) => startsOn(clinicIn(zone), date)
        expect([spring, on(dayBefore(spring)), on(spring)]).toEqual([spring, nine(standard), nine(summer)])
        const before = dayBefore(fall)
        const eve = daysOfSlots(clinicIn(zone), { from: before, days: 2, viewZone: zone }, `${dayBefore(before)}T00:00:00Z`)
        const shown = eve.map(({ slots }) => slots.map(({ start }) => start.slice(11, 16)))
        expect([fall, ...shown]).toEqual([fall, nine(summer), nine(standard)])
      }
    },
  )

  test('the night itself: a time that the clock skips is not offered, one that it shows twice is offered twice', () => {
    const night = (zone: string) => clinicIn(zone, everyDay('01:00', '04:00'), 60)
    for (const [spring, fall] of changes) {
      expect(startsOn(night('America/Chicago'), spring)).toHaveLength(2)
      expect(startsOn(night('America/Chicago'), fall)).toHaveLength(4)
      expect(startsOn(night('America/Phoenix'), spring)).toHaveLength(3)
      expect(startsOn(night('America/Phoenix'), fall)).toHaveLength(3)
    }
  })

  test.each([
    ['Asia/Kolkata', ['03:30', '04:00'], ['03:30', '04:00']],
    ['Asia/Kathmandu', ['03:15', '03:45'], ['03:15', '03:45']],
    ['America/St_Johns', ['12:30', '13:00'], ['11:30', '12:00']],
    ['Australia/Eucla', ['00:15', '00:45'], ['00:15', '00:45']],
    ['Pacific/Chatham', ['19:15', '19:45'], ['20:15', '20:45']],
    ['Australia/Lord_Howe', ['22:00', '22:30'], ['22:30', '23:00']],
  ])('%s, off by half an hour or three quarters: winter and summer here', (zone, january, july) => {
    expect(startsOn(clinicIn(zone), '2027-01-15')).toEqual(january)
    expect(startsOn(clinicIn(zone), '2027-07-15')).toEqual(july)
  })
})

describe('wrong day for a visitor a day away', () => {
  test('Tuesday morning in Kiritimati is Monday in Honolulu, at the same instants', () => {
    const calendar = clinicIn('Pacific/Honolulu', [{ weekday: 1, from: '09:00', to: '10:00' }])
    const days = daysOfSlots(calendar, { from: '2026-11-23', days: 3, viewZone: 'Pacific/Kiritimati' }, '2026-11-22T00:00:00Z')
    expect(days.map(({ date, slots }) => [date, slots.map(({ start }) => start)])).toEqual([
      ['2026-11-23', []],
      ['2026-11-24', ['2026-11-23T19:00:00.000Z', '2026-11-23T19:30:00.000Z']],
      ['2026-11-25', []],
    ])
  })

  test('more than a day away: what Pago Pago offers late on Friday is early on Sunday in the Chatham Islands', () => {
    const calendar = clinicIn('Pacific/Pago_Pago', [{ weekday: 5, from: '23:00', to: '24:00' }])
    const seen = { from: '2026-03-29', days: 1, viewZone: 'Pacific/Chatham' }
    const [day] = daysOfSlots(calendar, seen, '2026-03-28T10:15:00Z')
    expect(day?.slots.map(({ start }) => start)).toEqual(['2026-03-28T10:30:00.000Z'])
    const ahead = clinicIn('Pacific/Kiritimati', [{ weekday: 7, from: '00:00', to: '00:30' }])
    const [before] = daysOfSlots(ahead, { from: '2026-03-27', days: 1, viewZone: 'Pacific/Pago_Pago' }, '2026-03-26T00:00:00Z')
    expect(before?.slots.map(({ start }) => start)).toEqual(['2026-03-28T10:00:00.000Z'])
    const [friday] = daysOfSlots(calendar, { ...seen, from: '2026-03-28' }, '2026-03-26T00:00:00Z')
    expect(friday?.slots.map(({ start }) => start)).toEqual(['2026-03-28T10:00:00.000Z'])
  })

  test('a clinic a day ahead: its Monday is the Sunday of whoever looks from Pago Pago', () => {
    const calendar = clinicIn('Pacific/Kiritimati', [{ weekday: 1, from: '09:00', to: '10:00' }])
    const days = daysOfSlots(calendar, { from: '2026-11-22', days: 2, viewZone: 'Pacific/Pago_Pago' }, '2026-11-20T00:00:00Z')
    expect(days.map(({ date, state }) => [date, state])).toEqual([
      ['2026-11-22', 'open'],
      ['2026-11-23', 'closed'],
    ])
  })
})

test('host zone overwritten by visitor: from wherever somebody looks, the same instants are offered', () => {
  const calendar = { ...clinicIn('America/New_York', everyDay('08:00', '18:00')), horizonDays: 14 }
  const now = '2026-10-28T12:00:00Z'
  const table = startsOf(calendar, now, '2026-10-29T12:00:00Z')
  const from = (viewZone: string) =>
    offeredDays(table, viewZone, now)
      .days.flatMap(({ slots }) => slots.map(({ start }) => start))
      .sort()
  const own = from('America/New_York')
  expect(own.length).toBeGreaterThan(200)
  for (const zone of triedZones) expect(from(zone)).toEqual(own)
})

test('a clinic that changes its zone: from then on its hours are those of the new clock, and what was offered by the old one is not', () => {
  const before = clinicIn('America/New_York')
  const after = { ...before, zone: 'America/Denver' }
  const slot = { start: '2026-11-24T14:00:00.000Z', end: '2026-11-24T14:30:00.000Z', holderId: 'ada' }
  const now = '2026-11-23T12:00:00Z'
  expect([isOffered(before, slot, now), isOffered(after, slot, now)]).toEqual([true, false])
  expect(startsOn(after, '2026-11-24')).toEqual(['16:00', '16:30'])
})

test('past slot offered after midnight: what began before now is gone on every clock, and today is the viewer’s own', () => {
  const calendar = { ...clinicIn('America/New_York', everyDay('00:00', '24:00')), horizonDays: 3 }
  for (const viewZone of triedZones)
    for (const now of ['2026-11-24T04:59:00Z', '2026-11-24T05:00:00Z', '2026-11-24T05:01:00Z']) {
      const table = startsOf(calendar, '2026-11-23T12:00:00Z', '2026-11-25T12:00:00Z')
      const { days } = offeredDays(table, viewZone, now)
      expect(days[0]?.date).toBe(new Date(now).toLocaleDateString('sv-SE', { timeZone: viewZone }))
      for (const { slots } of days)
        for (const { start } of slots) expect(Date.parse(start)).toBeGreaterThanOrEqual(Date.parse(now))
    }
})
