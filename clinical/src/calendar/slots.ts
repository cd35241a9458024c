import { Temporal } from 'temporal-polyfill'
import { type Fault, Problem } from '../problem.ts'
import type { FaultSaid } from '../words/fault-words.ts'
import { keptClear, noRoom, type Room, type Taken } from './kept-clear.ts'
import type { Slot } from './slot.ts'

export { noRoom, type Room, type Slot, type Taken }

/** A stretch of real time between two ISO instants; the end is not part of it. */
export type Stretch = { start: string; end: string }

/** Weekday 1 (Monday) to 7; wall-clock times HH:MM in the clinic's zone, `to` up to 24:00. */
export type OpenHours = { weekday: number; from: string; to: string }

export type HolderCalendar = {
  holderId: string
  hours: readonly OpenHours[]
  booked: readonly Taken[]
  closures: readonly Stretch[]
  /** When (ISO) each begins that counts towards the most of a day, those that are over too. */
  counted?: readonly string[]
}

export type Calendar = {
  zone: string
  durationMinutes: number
  /** Between two starts; the duration when left out. */
  stepMinutes?: number
  /** Nothing is offered that starts sooner than this after now. */
  leadMinutes: number
  /** Nothing is offered that starts later than this after now. */
  horizonDays: number
  /** None when left out. */
  room?: Room
  holders: readonly HolderCalendar[]
}

/** `full`: everything that could have been offered is taken. `closed`: there was nothing to offer. */
export type DayOfSlots = { date: string; state: 'open' | 'full' | 'closed'; slots: readonly Slot[] }

export type DayRange = { from: string; days: number; viewZone: string }

type Candidate = { slot: Slot; startMs: number; endMs: number; free: boolean }

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Days of slots as the viewer's calendar shows them; full and closed days stay in the list. Problem `not-valid` lists all faults. */
export function daysOfSlots(calendar: Calendar, range: DayRange, now: string): DayOfSlots[] {
  checkCalendar(calendar, range)
  const first = Temporal.PlainDate.from(range.from)
  // Two clocks can be more than a day apart, Chatham and Pago Pago by 24 h 45 min: a viewer's day reaches into two days on either side.
  const clinicDays = Array.from({ length: range.days + 4 }, (_, i) => first.add({ days: i - 2 }))
  const byDate = Map.groupBy(
    clinicDays.flatMap((date) => candidatesOn(calendar, date, now)),
    ({ startMs }) => dateIn(range.viewZone, startMs),
  )
  return Array.from({ length: range.days }, (_, i) => {
    const date = first.add({ days: i }).toString()
    const candidates = byDate.get(date) ?? []
    const slots = candidates
      .filter(({ free }) => free)
      .sort(inOrder)
      .map(({ slot }) => slot)
    return { date, state: slots.length > 0 ? 'open' : candidates.length > 0 ? 'full' : 'closed', slots }
  })
}

/** Whether exactly this slot is on offer now: asked of the very function that makes the slots. */
export function isOffered(calendar: Calendar, slot: Slot, now: string): boolean {
  checkCalendar(calendar)
  const [startMs, endMs] = [Date.parse(slot.start), Date.parse(slot.end)]
  if (!Number.isFinite(startMs) || !Number.isFinite(endMs)) return false
  const date = Temporal.PlainDate.from(dateIn(calendar.zone, startMs))
  return candidatesOn(calendar, date, now).some(
    (c) => c.free && c.startMs === startMs && c.endMs === endMs && c.slot.holderId === slot.holderId,
  )
}

/** The stretches of a local day in which a clinician or chair is open, not booked and not past, each at least so many minutes long. */
export function freeStretches(
  { hours, booked, closures }: Omit<HolderCalendar, 'holderId'>,
  { zone, date, now, leastMinutes }: { zone: string; date: string; now: string; leastMinutes: number },
): Stretch[] {
  const day = Temporal.PlainDate.from(date)
  const busy = [...booked.map((each) => keptClear(each, noRoom)), ...closures.map(inMs)].sort((a, b) => a.from - b.from)
  return hours
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .flatMap(({ from, to }) => {
      const open = { from: Math.max(firstShown(zone, day, from), Date.parse(now)), to: firstShown(zone, day, to) }
      return between(open, busy)
    })
    .filter(({ from, to }) => to - from >= leastMinutes * minuteMs)
    .map(({ from, to }) => ({ start: iso(from), end: iso(to) }))
}

type Span = { from: number; to: number }

const between = (open: Span, busy: readonly Span[]): Span[] => {
  const gaps: Span[] = []
  let at = open.from
  for (const { from, to } of busy) {
    if (to <= at || from >= open.to) continue
    if (from > at) gaps.push({ from: at, to: from })
    at = Math.max(at, to)
  }
  if (at < open.to) gaps.push({ from: at, to: open.to })
  return gaps
}

/** A whole local day as a stretch, 23 to 25 hours long: what a closed day is made of. */
export function wholeDay(zone: string, date: string): Stretch {
  const day = Temporal.PlainDate.from(date)
  return { start: iso(startOfDay(zone, day)), end: iso(startOfDay(zone, day.add({ days: 1 }))) }
}

function candidatesOn(calendar: Calendar, date: Temporal.PlainDate, now: string): Candidate[] {
  const length = calendar.durationMinutes * minuteMs
  const step = (calendar.stepMinutes ?? calendar.durationMinutes) * minuteMs
  const earliest = Date.parse(now) + calendar.leadMinutes * minuteMs
  const latest = Date.parse(now) + calendar.horizonDays * dayMs
  const found = new Map<string, Candidate>()
  const room = calendar.room ?? noRoom
  for (const { holderId, hours, booked, closures, counted = [] } of calendar.holders) {
    const [taken, shut] = [booked.map((each) => keptClear(each, room)), closures.map(inMs)]
    const isDayFull = room.mostPerDay > 0 && countOn(calendar.zone, date, counted) >= room.mostPerDay
    for (const open of hours.filter(({ weekday }) => weekday === date.dayOfWeek)) {
      const closing = firstShown(calendar.zone, date, open.to)
      for (let startMs = firstShown(calendar.zone, date, open.from); startMs + length <= closing; startMs += step) {
        const endMs = startMs + length
        if (startMs < earliest || startMs > latest || shut.some(meets(startMs, endMs))) continue
        const slot = { start: iso(startMs), end: iso(endMs), holderId }
        found.set(`${holderId} ${startMs}`, { slot, startMs, endMs, free: !isDayFull && !taken.some(meets(startMs, endMs)) })
      }
    }
  }
  return [...found.values()]
}

const countOn = (zone: string, date: Temporal.PlainDate, counted: readonly string[]): number =>
  counted.filter((start) => dateIn(zone, Date.parse(start)) === date.toString()).length

/** The first instant (ms) at which the wall clock shows this time or, where the clock jumps over it, the instant of the jump. */
export function firstShown(zone: string, date: Temporal.PlainDate, time: string): number {
  if (time === '24:00') return startOfDay(zone, date.add({ days: 1 }))
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(time))
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (earlier.toPlainDateTime().equals(wall)) return earlier.epochMilliseconds
  const jump = earlier.getTimeZoneTransition('next')
  return jump ? jump.epochMilliseconds : earlier.epochMilliseconds
}

/** Refuses a calendar or a range that cannot be one, with every fault. */
export function checkCalendar({ zone, holders, room = noRoom, ...numbers }: Calendar, range?: DayRange): void {
  const faults: Fault[] = []
  const expect = (holds: boolean, field: string, said: FaultSaid, value: unknown) =>
    holds || faults.push({ ...said, field, value })
  expect(isZone(zone), 'zone', { code: 'iana-time-zone' }, zone)
  expect(isCount(numbers.durationMinutes, 1), 'durationMinutes', { code: 'whole-minutes-at-least-1' }, numbers.durationMinutes)
  if (numbers.stepMinutes !== undefined)
    expect(isCount(numbers.stepMinutes, 1), 'stepMinutes', { code: 'whole-minutes-at-least-1' }, numbers.stepMinutes)
  expect(isCount(numbers.leadMinutes, 0), 'leadMinutes', { code: 'whole-minutes-at-least-0' }, numbers.leadMinutes)
  expect(isCount(numbers.horizonDays, 0), 'horizonDays', { code: 'whole-days-at-least-0' }, numbers.horizonDays)
  expect(isCount(room.beforeMinutes, 0), 'room.beforeMinutes', { code: 'whole-minutes-at-least-0' }, room.beforeMinutes)
  expect(isCount(room.afterMinutes, 0), 'room.afterMinutes', { code: 'whole-minutes-at-least-0' }, room.afterMinutes)
  expect(isCount(room.mostPerDay, 0), 'room.mostPerDay', { code: 'whole-number-at-least-0' }, room.mostPerDay)
  for (const [i, { hours }] of holders.entries())
    for (const [j, { weekday, from, to }] of hours.entries()) {
      const at = `holders.${i}.hours.${j}`
      expect(isCount(weekday, 1) && weekday <= 7, `${at}.weekday`, { code: 'monday-to-sunday' }, weekday)
      expect(
        isTime(from) && (isTime(to) || to === '24:00') && from < to,
        `${at}.to`,
        { code: 'time-after-from' },
        `${from}–${to}`,
      )
    }
  if (range) {
    expect(isDate(range.from), 'from', { code: 'date-as-year-month-day' }, range.from)
    expect(isCount(range.days, 1) && range.days <= 92, 'days', { code: '1-to-92' }, range.days)
    expect(isZone(range.viewZone), 'viewZone', { code: 'iana-time-zone' }, range.viewZone)
  }
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}

const isCount = (value: number, least: number) => Number.isInteger(value) && value >= least
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
const isDate = (text: string) => holds(() => Temporal.PlainDate.from(text).toString() === text)
/** Whether this names a time zone. */
export const isZone = (text: string) => holds(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text) !== null)

/** Temporal answers a malformed name by throwing; here that is a plain no. */
function holds(question: () => boolean): boolean {
  try {
    return question()
  } catch (refusal) {
    if (refusal instanceof RangeError) return false
    throw refusal
  }
}

const startOfDay = (zone: string, date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds
const dateIn = (zone: string, ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()
const inMs = ({ start, end }: Stretch) => ({ from: Date.parse(start), to: Date.parse(end) })
const meets = (startMs: number, endMs: number) => (busy: { from: number; to: number }) => busy.from < endMs && startMs < busy.to
const inOrder = (a: Candidate, b: Candidate) => a.startMs - b.startMs || a.slot.holderId.localeCompare(b.slot.holderId)
const iso = (ms: number) => new Date(ms).toISOString()
