import { Temporal } from 'temporal-polyfill'

/** Whole years from a date of birth to a day, both YYYY-MM-DD. */
export const yearsOld = (born: string, today: string): number =>
  Temporal.PlainDate.from(born).until(today, { largestUnit: 'years' }).years
