import { Temporal } from 'temporal-polyfill'
import { federalHolidays } from './federal-holidays.ts'

const SATURDAY = 6
const weekdayOf = (date: string) => Temporal.PlainDate.from(date).dayOfWeek
const step = (date: string, days: number) => Temporal.PlainDate.from(date).add({ days }).toString()

/** Whether this local date (YYYY-MM-DD) is a business day in the United States: no Saturday, no Sunday, no federal holiday. */
export const isBusinessDay = (date: string): boolean =>
  weekdayOf(date) < SATURDAY && !federalHolidays(Number(date.slice(0, 4))).includes(date)

/** The local date so many business days after another, which is not counted itself. */
export function businessDaysAfter(date: string, days: number): string {
  let at = date
  for (let left = days; left > 0; ) {
    at = step(at, 1)
    if (isBusinessDay(at)) left -= 1
  }
  return at
}

/** How many business days a date lies after another, which is not counted itself; 0 where it is no later. */
export function businessDaysBetween(from: string, to: string): number {
  let count = 0
  for (let at = step(from, 1); at <= to; at = step(at, 1)) if (isBusinessDay(at)) count += 1
  return count
}

/** When an estimate is owed, as the law of good-faith estimates says. */
export const estimateRule = {
  source: 'No Surprises Act, 45 CFR 149.610(b)(1)(vi)',
  basis: 'source',
  /** Booked so many business days ahead, it is sent within so many business days; the first that fits. */
  booked: [
    { aheadDays: 10, withinDays: 3 },
    { aheadDays: 3, withinDays: 1 },
  ],
  /** Asked for, it is sent within so many. */
  askedWithinDays: 3,
} as const

/** By the end of which local date the estimate for a service on `serviceOn`, booked on `bookedOn`, is sent; null where the law asks for none. */
export function estimateDueBy({ bookedOn, serviceOn }: { bookedOn: string; serviceOn: string }): string | null {
  const ahead = businessDaysBetween(bookedOn, serviceOn)
  const rule = estimateRule.booked.find(({ aheadDays }) => ahead >= aheadDays)
  return rule ? businessDaysAfter(bookedOn, rule.withinDays) : null
}

/** By the end of which local date an estimate that was asked for is sent. */
export const estimateAskedDueBy = (askedOn: string): string => businessDaysAfter(askedOn, estimateRule.askedWithinDays)
