import { Temporal } from 'temporal-polyfill'
import { dateOf } from '../calendar/local-day.ts'

/** Whole calendar years from a date of birth to a day (both YYYY-MM-DD); below zero when it lies before. A birthday counts from its own day on. */
export const yearsOn = (born: string, day: string): number =>
  Temporal.PlainDate.from(born).until(day, { largestUnit: 'years' }).years

/** The age in whole calendar years at an instant (ISO), by the clinic's own day. */
export const ageAt = (born: string, instant: string, zone: string): number => yearsOn(born, dateOf(instant, zone))
