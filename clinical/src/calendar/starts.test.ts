import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Calendar, daysOfSlots, isOffered, type Stretch, wholeDay } from './slots.ts'
import { offeredDays, startsNear, startsOf, takeTimes, whoStartsAt } from './starts.ts'

const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns']
const minute = 60_000
// Around the nights on which these zones change their clocks.
const nows = fc
  .tuple(
    fc.constantFrom('2026-03-02T12:00:00Z', '2026-03-26T03:10:00Z', '2026-10-20T22:59:00Z', '2026-11-23T15:00:00Z'),
    fc.nat(20_000),
  )
  .map(([from, minutes]) => new Date(Date.parse(from) + minutes * minute).toISOString())

const time = fc.tuple(fc.integer({ min: 0, max: 11 }), fc.constantFrom('00', '15', '30'))
const hours = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 7 }), time, fc.integer({ min: 1, max: 11 })).map(([weekday, [hour, past], more]) => ({
    weekday,
    from: `${String(hour).padStart(2, '0')}:${past}`,
    to: hour + more >= 23 ? '24:00' : `${String(hour + more).padStart(2, '0')}:45`,
  })),
  { maxLength: 8 },
)
const stretchFrom = (now: string) =>
  fc.tuple(fc.integer({ min: -300, max: 9000 }), fc.constantFrom(5, 15, 30, 45, 200)).map(([from, length]): Stretch => {
    const start = Date.parse(now) + from * 5 * minute
    return { start: new Date(start).toISOString(), end: new Date(start + length * minute).toISOString() }
  })

const takenFrom = (now: string) =>
  fc
    .tuple(stretchFrom(now), fc.constantFrom(0, 0, 10), fc.constantFrom(0, 0, 30))
    .map(([stretch, beforeMinutes, afterMinutes]) => ({ ...stretch, beforeMinutes, afterMinutes }))

const room = fc.record({
  beforeMinutes: fc.constantFrom(0, 0, 5, 20),
  afterMinutes: fc.constantFrom(0, 0, 10, 15),
  mostPerDay: fc.constantFrom(0, 0, 1, 3),
})

const cases = nows.chain((now) =>
  fc.record({
    now: fc.constant(now),
    viewZone: fc.constantFrom(...zones),
    zone: fc.constantFrom(...zones),
    shared: hours,
    closed: fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 3 }),
    duration: fc.constantFrom(15, 20, 30),
    stepMinutes: fc.constantFrom(undefined, 15, 20),
    leadMinutes: fc.constantFrom(0, 60, 120),
    horizonDays: fc.integer({ min: 0, max: 15 }),
    room: fc.option(room),
    people: fc.array(
      fc.record({
        booked: fc.array(takenFrom(now), { maxLength: 6 }),
        own: hours,
        isOwn: fc.boolean(),
        leaves: fc.option(stretchFrom(now)),
      }),
      { maxLength: 5 },
    ),
  }),
)
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

const calendarOf = ({
  now,
  zone,
  shared,
  closed,
  duration,
  stepMinutes,
  leadMinutes,
  horizonDays,
  room,
  people,
}: Case): Calendar => {
  const day = (plus: number) => new Date(Date.parse(now) + plus * 24 * 60 * minute).toISOString().slice(0, 10)
  const closures = closed.map((plus) => wholeDay(zone, day(plus)))
  return {
    zone,
    durationMinutes: duration,
    ...(stepMinutes !== undefined && { stepMinutes }),
    leadMinutes,
    horizonDays,
    ...(room && { room }),
    holders: people.map(({ booked, own, isOwn, leaves }, i) => ({
      holderId: `c${(i * 7) % 10}`,
      hours: isOwn ? own : shared,
      booked,
      counted: booked.map(({ start }) => start),
      closures: leaves ? [...closures, leaves] : closures,
    })),
  }
}

const truth = (calendar: Calendar, viewZone: string, now: string) => {
  const from = new Date(now).toLocaleDateString('sv-SE', { timeZone: viewZone })
  return daysOfSlots(calendar, { from, days: calendar.horizonDays + 1, viewZone }, now).map(({ slots, ...day }) => ({
    ...day,
    slots: slots.filter(({ start }, i) => slots[i - 1]?.start !== start),
  }))
}
const tableOf = (calendar: Calendar, now: string) =>
  startsOf(calendar, now, new Date(Date.parse(now) + 24 * 60 * minute).toISOString())

test('says what is made slot by slot, now and for as long as it says that it holds', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (given, moment) => {
      const calendar = calendarOf(given)
      const { now, viewZone } = given
      const table = tableOf(calendar, now)
      const { days, untilMs } = offeredDays(table, viewZone, now)
      expect(days).toEqual(truth(calendar, viewZone, now))
      const holds = Math.min(untilMs - Date.parse(now), 24 * 60 * minute)
      const later = new Date(Date.parse(now) + (moment % holds)).toISOString()
      expect(days).toEqual(truth(calendar, viewZone, later))
    }),
    { numRuns: 120 },
  )
})

test('after a booking it says what a calendar with that booking says', () => {
  fc.assert(
    fc.property(cases, fc.nat(), fc.nat(), (given, which, whose) => {
      const calendar = calendarOf(given)
      const table = tableOf(calendar, given.now)
      const { starts } = table
      if (starts.length === 0) return
      const start = new Date(starts[which % starts.length]?.ms ?? 0).toISOString()
      const end = new Date(Date.parse(start) + calendar.durationMinutes * minute).toISOString()
      const id = table.holderIds[whose % table.holderIds.length] ?? ''
      takeTimes(table, id, { start, end })
      const booked = {
        ...calendar,
        holders: calendar.holders.map((each) =>
          each.holderId === id
            ? { ...each, booked: [...each.booked, { start, end }], counted: [...(each.counted ?? []), start] }
            : each,
        ),
      }
      expect(offeredDays(table, given.viewZone, given.now).days).toEqual(truth(booked, given.viewZone, given.now))
      const isFree = (each: string) => isOffered(booked, { start, end, holderId: each }, given.now)
      expect(whoStartsAt(table, start, given.now).free).toEqual(table.holderIds.filter(isFree))
      const near = startsNear(table, start, given.now, { atMost: 12, days: 7 })
      const all = truth(booked, calendar.zone, given.now).flatMap(({ slots }) => slots)
      for (const slot of near) expect(all).toContainEqual(slot)
      expect(near).toEqual([...near].sort((a, b) => a.start.localeCompare(b.start)))
    }),
    { numRuns: 80 },
  )
})
