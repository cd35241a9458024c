import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/local-day.ts'
import { followUp } from '../policies/follow-up.ts'
import { usual } from '../policy.ts'
import { type Ask, asksOf, correctableUntil, dayZeroOf, type FollowUpOf, remindersOf, staffAt } from './schedule.ts'

const zone = 'America/New_York'
const course: FollowUpOf = { indication: 'pain', zone, firstSession: '2026-03-02', given: [], dayZero: null }
const given = (...dates: string[]) => dates.map((date, i) => ({ sessionId: `s${i}`, date }))
const of = (asks: Ask[], kind: Ask['kind']) => asks.filter((ask) => ask.kind === kind)

describe('what is asked over a course', () => {
  test('pain is asked daily for seven days before the first session', () => {
    const asks = asksOf(course)
    expect(asks.map(({ kind, day, date }) => `${kind} ${day} ${date}`)).toEqual([
      'daily pain -7 2026-02-23',
      'daily pain -6 2026-02-24',
      'daily pain -5 2026-02-25',
      'daily pain -4 2026-02-26',
      'daily pain -3 2026-02-27',
      'daily pain -2 2026-02-28',
      'daily pain -1 2026-03-01',
    ])
    expect(asksOf({ ...course, indication: 'depression' })).toEqual([])
  })

  test('each session is asked about after one and three days, once a day at most', () => {
    const asks = of(asksOf({ ...course, given: given('2026-03-02', '2026-03-04') }), 'after session')
    expect(asks.map(({ date, day, sessionId }) => [date, day, sessionId])).toEqual([
      ['2026-03-03', 1, 's0'],
      ['2026-03-05', 1, 's1'],
      ['2026-03-07', 3, 's1'],
    ])
  })

  test('after day 0 there are ten days to day 90, and the last session is not asked about twice', () => {
    const asks = asksOf({ ...course, given: given('2026-03-13'), dayZero: '2026-03-13' })
    expect(of(asks, 'follow-up').map(({ day }) => day)).toEqual([1, 3, 7, 14, 21, 28, 42, 56, 70, 90])
    expect(of(asks, 'follow-up').at(-1)?.date).toBe('2026-06-11')
    expect(of(asks, 'after session')).toEqual([])
    expect(of(asks, 'phq-9')).toEqual([])
  })

  test('in depression staff ask the PHQ-9 on their own days', () => {
    const staff = of(asksOf({ ...course, indication: 'depression', dayZero: '2026-03-13' }), 'phq-9')
    expect(staff.map(({ day }) => day)).toEqual([7, 14, 28, 42, 56, 70, 90])
    expect(staff.every(({ byStaff, asks }) => byStaff && asks[0] === 'phq-9')).toBe(true)
  })

  test('windows are one day to day 7, three to day 28, seven after', () => {
    const asks = of(asksOf({ ...course, dayZero: '2026-04-01' }), 'follow-up')
    const days = ({ opensAt, closesAt }: Ask) => (Date.parse(closesAt) - Date.parse(opensAt)) / 86_400_000
    expect(asks.map(days)).toEqual([3, 3, 3, 7, 7, 7, 15, 15, 15, 15])
  })

  test('it is due at nine on the patient’s own wall clock, whatever the season and the zone', () => {
    const zones = fc.constantFrom(zone, 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kathmandu', 'Africa/Cairo')
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 364 }), (place, offset) => {
        const asks = asksOf({ ...course, zone: place, dayZero: addDays('2026-01-01', offset) })
        for (const { dueAt, date } of of(asks, 'follow-up')) {
          const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: place, dateStyle: 'short', timeStyle: 'short' }).format(
            new Date(dueAt),
          )
          expect(clock).toBe(`${date} 09:00`)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('reminders come on the day, a day and three days later; after three days staff are asked to call', () => {
    const [first] = of(asksOf({ ...course, dayZero: '2026-03-06' }), 'follow-up')
    if (!first) throw new Error('there is a first day')
    expect(remindersOf(first, zone)).toEqual(['2026-03-07T14:00:00.000Z', '2026-03-08T13:00:00.000Z', '2026-03-10T13:00:00.000Z'])
    expect(staffAt(first, zone)).toBe('2026-03-10T13:00:00.000Z')
    expect(staffAt(first, zone, { ...usual(followUp), staffAfterDays: 5 })).toBe('2026-03-12T13:00:00.000Z')
  })

  test('an answer can be corrected until the patient’s own midnight', () => {
    expect(correctableUntil('2026-03-08T03:30:00Z', zone)).toBe('2026-03-08T05:00:00.000Z')
    expect(correctableUntil('2026-03-08T05:30:00Z', zone)).toBe('2026-03-09T04:00:00.000Z')
  })
})

describe('day 0', () => {
  const plan = { plannedSessions: 3, given: given('2026-03-02', '2026-03-04'), isClosed: false, zone }

  test('is set by the last planned session, by the prescriber, or by fourteen days without one', () => {
    expect(dayZeroOf({ ...plan, given: given('2026-03-02', '2026-03-06', '2026-03-04') }, '2026-03-06T20:00:00Z')).toEqual({
      date: '2026-03-06',
      cause: 'last session',
    })
    expect(dayZeroOf({ ...plan, isClosed: true }, '2026-03-06T20:00:00Z')).toEqual({ date: '2026-03-04', cause: 'closed' })
    expect(dayZeroOf(plan, '2026-03-18T03:59:59Z')).toBeNull()
    expect(dayZeroOf(plan, '2026-03-18T04:00:00Z')).toEqual({ date: '2026-03-04', cause: 'fourteen days' })
  })

  test('does not exist before any session was given', () => {
    expect(dayZeroOf({ ...plan, given: [], isClosed: true }, '2026-12-01T00:00:00Z')).toBeNull()
  })
})
