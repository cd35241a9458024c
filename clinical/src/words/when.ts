import { type TimeParts, timeParts } from './format.ts'
import type { Reader } from './reader.ts'
import * as time from './time.generated.ts'

const zones: Readonly<Record<string, (to: Reader) => string>> = {
  'America/New_York': time.eastern,
  'America/Chicago': time.central,
  'America/Denver': time.mountain,
  'America/Phoenix': time.arizona,
  'America/Los_Angeles': time.pacific,
  'America/Anchorage': time.alaska,
  'Pacific/Honolulu': time.hawaii,
}

/** A time zone as its people call it: "Eastern", or the place it is named after. */
export const zoneWords = (to: Reader, zone: string): string =>
  zones[zone]?.(to) ?? time.elsewhere(to, { place: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone })

const LONG = { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', hour12: true } as const

const said = (to: Reader, at: Date | string, zone: string, options: Intl.DateTimeFormatOptions = LONG) =>
  timeParts(to.locale, at, zone, options)

const named = ({ weekday = '', month = '', day = '' }: TimeParts) => ({ weekday, month, day })
const clock = ({ hour = '', minute = '', dayPeriod = '' }: TimeParts) => ({ hour, minute, half: dayPeriod.toLowerCase() })

/** A time of day in a zone: "10:15 am". */
export const clockWords = (to: Reader, at: Date | string, zone: string): string => time.clock(to, clock(said(to, at, zone)))

/** The two parts of a time of day, for those who set them apart: "10:15" and "am". */
export const clockParts = (to: Reader, at: Date | string, zone: string) => {
  const { hour, minute, half } = clock(said(to, at, zone))
  return { figures: `${hour}:${minute}`, half }
}

/** A day in a zone: "Tuesday, November 24". */
export const dayWords = (to: Reader, at: Date | string, zone: string): string => time.day(to, named(said(to, at, zone)))

const IN_FULL = { year: 'numeric', month: 'long', day: 'numeric' } as const

/** A date that stands by itself, such as a day of birth: "May 4, 1982". */
export const dateWords = (to: Reader, date: string): string => {
  const { year = '', month = '', day = '' } = said(to, `${date}T12:00:00Z`, 'UTC', IN_FULL)
  return time.date(to, { year, month, day })
}

/** A day and a time: "Tuesday, November 24, 10:15 am". */
export const dayAndClock = (to: Reader, at: Date | string, zone: string): string => {
  const parts = said(to, at, zone)
  return time.dayAndClock(to, { ...named(parts), ...clock(parts) })
}

/** A day of the week and its number, for a strip of days: "Tue" and "24". */
export const stripDay = (to: Reader, at: Date | string, zone: string) => {
  const { weekday = '', day = '' } = said(to, at, zone, { weekday: 'short', day: 'numeric' })
  return { weekday, day }
}

/** The hour of the day in a zone, 0 to 23. */
export const hourOf = (at: Date | string, zone: string): number =>
  Number(timeParts('en', at, zone, { hour: '2-digit', hourCycle: 'h23' }).hour)

/** From when to when, with its zone: "Tuesday, November 24, 10:15 to 10:30 am Eastern". */
export const spanWords = (to: Reader, { start, end }: { start: string; end: string }, zone: string): string => {
  const [first, last] = [clock(said(to, start, zone)), clock(said(to, end, zone))]
  const from = first.half === last.half ? `${first.hour}:${first.minute}` : time.clock(to, first)
  return time.span(to, { day: dayWords(to, start, zone), from, to: time.clock(to, last), zone: zoneWords(to, zone) })
}

/** A time as a letter says it, in its reader's zone: "Tuesday, November 24 at 10:15 AM ET". */
export const letterTime = (to: Reader, at: Date | string, zone: string): string => {
  const { hour = '', minute = '', dayPeriod: half = '', timeZoneName = '', ...parts } = said(to, at, zone, IN_LETTERS)
  return time.letterTime(to, { ...named(parts), hour, minute, half, zone: timeZoneName })
}

const IN_LETTERS = { ...LONG, timeZoneName: 'shortGeneric' } as const
