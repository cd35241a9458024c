import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { type Calendar, daysOfSlots, freeStretches, isOffered, type OpenHours, type Room, wholeDay } from './slots.ts'

const zone = 'America/New_York'
const now = '2026-03-02T12:00:00.000Z'

const calendar = (
  hours: OpenHours[],
  more: Partial<Calendar> & {
    booked?: Calendar['holders'][0]['booked']
    closures?: Calendar['holders'][0]['closures']
  } = {},
): Calendar => {
  const { booked = [], closures = [], ...rest } = more
  return {
    zone,
    durationMinutes: 15,
    leadMinutes: 120,
    horizonDays: 60,
    holders: [{ holderId: 'ada', hours, booked, closures }],
    ...rest,
  }
}
const everyDay = (from: string, to: string): OpenHours[] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }))
const oneDay = (c: Calendar, from: string, at = now, viewZone = zone) => daysOfSlots(c, { from, days: 1, viewZone }, at)[0]
const starts = (day: ReturnType<typeof oneDay>) => day?.slots.map(({ start }) => start.slice(11, 16))

describe('offered slots', () => {
  test('a working hour of quarter-hour calls has four, the last ending at closing time', () => {
    expect(starts(oneDay(calendar(everyDay('09:00', '10:00')), '2026-03-04'))).toEqual(['14:00', '14:15', '14:30', '14:45'])
  })

  test('nothing is offered inside the lead time or beyond the horizon', () => {
    const c = calendar(everyDay('09:00', '10:00'))
    expect(starts(oneDay(c, '2026-03-02'))).toEqual(['14:00', '14:15', '14:30', '14:45'])
    expect(starts(oneDay(c, '2026-03-02', '2026-03-02T12:20:00Z'))).toEqual(['14:30', '14:45'])
    expect(oneDay(calendar(everyDay('09:00', '10:00'), { horizonDays: 2 }), '2026-03-05')?.state).toBe('closed')
  })

  test('a booking takes every slot it touches and leaves its neighbours', () => {
    const c = calendar(everyDay('09:00', '10:00'), { booked: [{ start: '2026-03-04T14:10:00Z', end: '2026-03-04T14:30:00Z' }] })
    expect(starts(oneDay(c, '2026-03-04'))).toEqual(['14:30', '14:45'])
    const exact = calendar(everyDay('09:00', '10:00'), {
      booked: [{ start: '2026-03-04T14:15:00Z', end: '2026-03-04T14:30:00Z' }],
    })
    expect(starts(oneDay(exact, '2026-03-04'))).toEqual(['14:00', '14:30', '14:45'])
  })

  test('full and closed days stay in the list and say which they are', () => {
    const weekdays = everyDay('09:00', '09:30').filter(({ weekday }) => weekday <= 5)
    const c = calendar(weekdays, {
      booked: [{ start: '2026-03-05T14:00:00Z', end: '2026-03-05T14:30:00Z' }],
      closures: [wholeDay(zone, '2026-03-06')],
    })
    const days = daysOfSlots(c, { from: '2026-03-04', days: 4, viewZone: zone }, now)
    expect(days.map(({ date, state }) => [date, state])).toEqual([
      ['2026-03-04', 'open'],
      ['2026-03-05', 'full'],
      ['2026-03-06', 'closed'],
      ['2026-03-07', 'closed'],
    ])
  })

  test('a viewer far away sees the same instants under their own dates', () => {
    const day = oneDay(calendar(everyDay('20:00', '20:30')), '2026-03-05', now, 'Europe/London')
    expect(day?.slots.map(({ start }) => start)).toEqual(['2026-03-05T01:00:00.000Z', '2026-03-05T01:15:00.000Z'])
  })

  test('two holders at the same time are two slots, in order', () => {
    const c = {
      ...calendar([]),
      holders: ['bob', 'ada'].map((holderId) => ({
        holderId,
        hours: everyDay('09:00', '09:15'),
        booked: [],
        closures: [],
      })),
    }
    expect(oneDay(c, '2026-03-04')?.slots.map(({ holderId }) => holderId)).toEqual(['ada', 'bob'])
  })

  test('overlapping working hours never offer one time twice', () => {
    const c = calendar([...everyDay('09:00', '10:00'), ...everyDay('09:30', '10:30')])
    expect(starts(oneDay(c, '2026-03-04'))).toEqual(['14:00', '14:15', '14:30', '14:45', '15:00', '15:15'])
  })
})

describe('the two nights a year', () => {
  test('nine in the morning stays nine in the morning across the spring change', () => {
    const c = calendar(everyDay('09:00', '09:15'))
    expect(starts(oneDay(c, '2026-03-07'))).toEqual(['14:00'])
    expect(starts(oneDay(c, '2026-03-08'))).toEqual(['13:00'])
  })

  test('the spring gap offers no time that the clock never shows', () => {
    const c = calendar(everyDay('01:00', '04:00'), { durationMinutes: 60 })
    const local = oneDay(c, '2026-03-08')?.slots.map(({ start }) =>
      new Date(start).toLocaleTimeString('en-GB', { timeZone: zone, timeStyle: 'short' }),
    )
    expect(local).toEqual(['01:00', '03:00'])
  })

  test('hours that open inside the gap open at the jump', () => {
    expect(starts(oneDay(calendar(everyDay('02:30', '03:30')), '2026-03-08'))).toEqual(['07:00', '07:15'])
  })

  test('the autumn overlap offers both halves, each once', () => {
    const c = calendar(everyDay('00:00', '03:00'), { durationMinutes: 60 })
    expect(oneDay(c, '2026-11-01', '2026-10-20T00:00:00Z')?.slots.map(({ start }) => start.slice(11, 16))).toEqual([
      '04:00',
      '05:00',
      '06:00',
      '07:00',
    ])
  })

  test('a closed day is 23 hours long in spring and 25 in autumn', () => {
    const hours = (date: string) => {
      const { start, end } = wholeDay(zone, date)
      return (Date.parse(end) - Date.parse(start)) / 3_600_000
    }
    expect([hours('2026-03-08'), hours('2026-06-01'), hours('2026-11-01')]).toEqual([23, 24, 25])
  })
})

describe('one function makes and validates', () => {
  test('whatever is offered validates, on any day of the year, in any zone', () => {
    const zones = fc.constantFrom(zone, 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Phoenix')
    fc.assert(
      fc.property(
        zones,
        zones,
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 20 }),
        (clinic, viewZone, day, hour) => {
          const at = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString()
          const c = {
            ...calendar(everyDay(`${String(hour).padStart(2, '0')}:10`, '24:00'), { durationMinutes: 25, leadMinutes: 0 }),
            zone: clinic,
          }
          for (const { slots } of daysOfSlots(c, { from: at.slice(0, 10), days: 2, viewZone }, at))
            for (const slot of slots) expect(isOffered(c, slot, at)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a slot with another length, clinician or minute is not on offer', () => {
    const c = calendar(everyDay('09:00', '10:00'))
    const slot = { start: '2026-03-04T14:00:00Z', end: '2026-03-04T14:15:00Z', holderId: 'ada' }
    expect(isOffered(c, slot, now)).toBe(true)
    expect(isOffered(c, { ...slot, end: '2026-03-04T14:30:00Z' }, now)).toBe(false)
    expect(isOffered(c, { ...slot, holderId: 'bob' }, now)).toBe(false)
    expect(isOffered(c, { ...slot, start: '2026-03-04T14:05:00Z', end: '2026-03-04T14:20:00Z' }, now)).toBe(false)
    expect(isOffered(c, { ...slot, start: 'tomorrow' }, now)).toBe(false)
    expect(isOffered(c, slot, '2026-03-04T13:00:00Z')).toBe(false)
  })

  test('a calendar that cannot be right is refused with every fault at once', () => {
    const wrong = { ...calendar([{ weekday: 8, from: '10:00', to: '09:00' }]), zone: 'Mars/Base', durationMinutes: 0 }
    const refused = () => daysOfSlots(wrong, { from: '2026-02-30', days: 0, viewZone: zone }, now)
    expect(refused).toThrow(Problem)
    try {
      refused()
    } catch (problem) {
      expect((problem as Problem).faults.map(({ field }) => field)).toEqual([
        'zone',
        'durationMinutes',
        'holders.0.hours.0.weekday',
        'holders.0.hours.0.to',
        'from',
        'days',
      ])
    }
  })
})

describe('room around a time', () => {
  const before = { beforeMinutes: 10, afterMinutes: 0, mostPerDay: 0 }
  const booked = (own = {}) => [{ start: '2026-03-04T14:30:00Z', end: '2026-03-04T14:45:00Z', ...own }]
  const open = (room: Room | undefined, own = {}, counted: string[] = []) => {
    const c = calendar(everyDay('09:00', '10:30'), room && { room })
    const holders = c.holders.map((each) => ({ ...each, booked: booked(own), counted }))
    return starts(oneDay({ ...c, holders }, '2026-03-04'))
  }
  const bare = ['14:00', '14:15', '14:45', '15:00', '15:15']

  test('is nothing where nobody asks for any', () => {
    expect(open(undefined)).toEqual(bare)
  })

  test('before a time keeps what comes next away, after a time what comes before', () => {
    expect(open(before)).toEqual(['14:00', '14:15', '15:00', '15:15'])
    expect(open({ ...before, beforeMinutes: 0, afterMinutes: 10 })).toEqual(['14:00', '14:45', '15:00', '15:15'])
  })

  test('that a booking was given with stays, whatever is asked now; of two the longer counts and not their sum', () => {
    expect(open(undefined, { afterMinutes: 16 })).toEqual(['14:00', '14:15', '15:15'])
    expect(open(before, { afterMinutes: 15 })).toEqual(['14:00', '14:15', '15:00', '15:15'])
    expect(open(undefined, { beforeMinutes: 1 })).toEqual(['14:00', '14:45', '15:00', '15:15'])
  })

  test('the most of a day leaves the rest of it taken, by the clinic’s own date, and no other day', () => {
    const room = { beforeMinutes: 0, afterMinutes: 0, mostPerDay: 2 }
    expect(open(room, {}, ['2026-03-04T14:30:00Z'])).toEqual(bare)
    expect(open(room, {}, ['2026-03-04T14:30:00Z', '2026-03-04T13:00:00Z'])).toEqual([])
    expect(open(room, {}, ['2026-03-04T14:30:00Z', '2026-03-05T04:59:00Z'])).toEqual([])
    expect(open(room, {}, ['2026-03-04T14:30:00Z', '2026-03-05T05:00:00Z'])).toEqual(bare)
  })

  test('that cannot be is refused', () => {
    const refused = () => open({ beforeMinutes: -1, afterMinutes: 0.5, mostPerDay: Number.NaN })
    expect(refused).toThrow(Problem)
    try {
      refused()
    } catch (problem) {
      const fields = (problem as Problem).faults.map(({ field }) => field)
      expect(fields).toEqual(['room.beforeMinutes', 'room.afterMinutes', 'room.mostPerDay'])
    }
  })

  test('a hand-made slot inside it is not on offer', () => {
    const c = calendar(everyDay('09:00', '10:30'), { room: before })
    const holders = c.holders.map((each) => ({ ...each, booked: booked() }))
    const slot = { start: '2026-03-04T14:45:00Z', end: '2026-03-04T15:00:00Z', holderId: 'ada' }
    expect(isOffered({ ...c, holders }, slot, now)).toBe(false)
    expect(isOffered({ ...c, holders, room: { ...before, beforeMinutes: 0 } }, slot, now)).toBe(true)
  })
})

describe('what is free of a day', () => {
  const zone = 'America/New_York'
  const hours = [{ weekday: 1, from: '08:00', to: '12:00' }]
  const at = (clock: string) => `2026-11-23T${clock}:00.000Z`
  const free = (booked: { start: string; end: string }[], now = at('10:00'), leastMinutes = 15) =>
    freeStretches({ hours, booked, closures: [] }, { zone, date: '2026-11-23', now, leastMinutes }).map(
      ({ start, end }) => `${start.slice(11, 16)}-${end.slice(11, 16)}`,
    )

  test('is what nobody has, from now on', () => {
    expect(free([])).toEqual(['13:00-17:00'])
    expect(free([{ start: at('14:00'), end: at('15:00') }])).toEqual(['13:00-14:00', '15:00-17:00'])
    expect(
      free([
        { start: at('12:00'), end: at('13:30') },
        { start: at('13:15'), end: at('16:50') },
      ]),
    ).toEqual([])
    expect(free([], at('16:30'))).toEqual(['16:30-17:00'])
    expect(free([], at('16:50'))).toEqual([])
    expect(free([], at('23:00'))).toEqual([])
  })

  test('is nothing on a closed day', () => {
    const closures = [wholeDay(zone, '2026-11-23')]
    expect(
      freeStretches({ hours, booked: [], closures }, { zone, date: '2026-11-23', now: at('10:00'), leastMinutes: 15 }),
    ).toEqual([])
  })
})
