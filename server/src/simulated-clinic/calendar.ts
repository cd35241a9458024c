import { Temporal } from 'temporal-polyfill'

export const zone = 'America/New_York'

/** A wall-clock time of a local day as an instant; minutes may run past the hour. */
export const at = (date: string, hour: number, minute = 0): Date =>
  new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).add({ minutes: minute })
      .epochMilliseconds,
  )

export const addDays = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()
const isWeekend = (date: string) => Temporal.PlainDate.from(date).dayOfWeek > 5

/** The day itself, or the Monday after a weekend. */
export const workday = (date: string): string => (isWeekend(date) ? workday(addDays(date, 1)) : date)

/** So many working days later; below zero, earlier. */
export const workdaysFrom = (date: string, count: number): string => {
  const step = Math.sign(count)
  let day = date
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step)
    if (!isWeekend(day)) left -= 1
  }
  return day
}

export const weekdayOf = (date: string) => Temporal.PlainDate.from(date).dayOfWeek
export const dateAt = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

const SATURDAY = 6
const SUNDAY = 7

/** Where the play opens: 10:40 on the nearest working day, Friday on a Saturday and Monday on a Sunday. */
export const openingOf = (now: Date): Date => {
  const today = dateAt(now)
  const shift = { [SATURDAY]: -1, [SUNDAY]: 1 }[weekdayOf(today)] ?? 0
  return at(addDays(today, shift), 10, 40)
}
