import { Temporal } from 'temporal-polyfill'

/** What people wait for. */
export const waitingServices = ['call', 'evaluation', 'infusion'] as const
export type WaitingService = (typeof waitingServices)[number]

/** Parts of a day, on the clock of whoever comes. */
export const partsOfDay = ['any', 'morning', 'afternoon', 'evening'] as const
export type PartOfDay = (typeof partsOfDay)[number]

/** At which hour the parts of a day begin. */
export type DayHours = { readonly afternoonHour: number; readonly eveningHour: number }

const partAt = (hour: number, { afternoonHour, eveningHour }: DayHours): PartOfDay => {
  if (hour < afternoonHour) return 'morning'
  return hour < eveningHour ? 'afternoon' : 'evening'
}

/** When somebody who waits can come, on the clock of a zone. */
export type Wish = {
  /** How soon they can come, in minutes from now. */
  readonly noticeMinutes: number
  /** 1 is Monday; none is any day. */
  readonly weekdays: readonly number[]
  readonly part: PartOfDay
  /** ISO instant after which they do not want to wait any more. */
  readonly until: string
  readonly zone: string
  readonly hours: DayHours
}

const MINUTE_MS = 60_000

/** Whether a time (ISO instant) fits what somebody wished for. */
export const fitsWish = (wish: Wish, start: string, now: string): boolean => {
  const at = Date.parse(start)
  if (at < Date.parse(now) + wish.noticeMinutes * MINUTE_MS || at > Date.parse(wish.until)) return false
  const { dayOfWeek, hour } = Temporal.Instant.from(start).toZonedDateTimeISO(wish.zone)
  const isDay = wish.weekdays.length === 0 || wish.weekdays.includes(dayOfWeek)
  return isDay && (wish.part === 'any' || wish.part === partAt(hour, wish.hours))
}

/** A stretch that somebody has already (ISO instants). */
type Taken = { readonly start: string; readonly end: string }

/** Somebody who waits, with what they have booked already. */
export type Waiter = {
  readonly id: string
  readonly wish: Wish
  readonly own: readonly Taken[]
  /** Where they have a time of this kind already: only an earlier one is of use to them. */
  readonly before: string | null
}

/** Whether a free time is one to offer to somebody. */
export const isOfUse = ({ wish, own, before }: Waiter, { start, end }: Taken, now: string): boolean =>
  fitsWish(wish, start, now) &&
  (before === null || start < before) &&
  own.every((taken) => Date.parse(taken.end) <= Date.parse(start) || Date.parse(taken.start) >= Date.parse(end))

/** Who is asked next of those whom a time fits, in the order in which they joined: so many of them, or all where that is 0. */
export const nextAsked = <W>(fitting: readonly W[], atOnce: number): readonly W[] =>
  atOnce === 0 ? fitting : fitting.slice(0, atOnce)
