import { Temporal } from 'temporal-polyfill'

/** The Monday of the week of a local date. */
export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
