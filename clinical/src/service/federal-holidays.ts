import { Temporal } from 'temporal-polyfill'

/** A holiday on the same date each year, or on the so-manieth weekday (1 is Monday) of a month; -1 is the last. */
type Holiday = { readonly month: number } & ({ readonly day: number } | { readonly weekday: number; readonly nth: number })

/** The legal public holidays of the United States. */
export const federalHolidayRules: { readonly source: string; readonly basis: 'source'; readonly days: readonly Holiday[] } = {
  source: '5 U.S.C. 6103; observed as Executive Order 11582 has it',
  basis: 'source',
  days: [
    { month: 1, day: 1 },
    { month: 1, weekday: 1, nth: 3 },
    { month: 2, weekday: 1, nth: 3 },
    { month: 5, weekday: 1, nth: -1 },
    { month: 6, day: 19 },
    { month: 7, day: 4 },
    { month: 9, weekday: 1, nth: 1 },
    { month: 10, weekday: 1, nth: 2 },
    { month: 11, day: 11 },
    { month: 11, weekday: 4, nth: 4 },
    { month: 12, day: 25 },
  ],
}

const [SATURDAY, SUNDAY, WEEK] = [6, 7, 7]

const nthWeekday = (first: Temporal.PlainDate, weekday: number, nth: number): Temporal.PlainDate => {
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + WEEK) % WEEK) + (nth - 1) * WEEK })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return last.subtract({ days: (last.dayOfWeek - weekday + WEEK) % WEEK })
}

/** On Saturday it is kept the Friday before, on Sunday the Monday after. */
const observed = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.dayOfWeek === SATURDAY ? date.subtract({ days: 1 }) : date.dayOfWeek === SUNDAY ? date.add({ days: 1 }) : date

const ofYear = (year: number): Temporal.PlainDate[] =>
  federalHolidayRules.days.map((each) => {
    if ('day' in each) return observed(Temporal.PlainDate.from({ year, month: each.month, day: each.day }))
    return nthWeekday(Temporal.PlainDate.from({ year, month: each.month, day: 1 }), each.weekday, each.nth)
  })

const kept = new Map<number, readonly string[]>()

/** The days of a year on which they are kept, as local dates; a New Year of the next year that is kept in December is one of them. */
export function federalHolidays(year: number): readonly string[] {
  const known = kept.get(year)
  if (known) return known
  const days = [...ofYear(year), ...ofYear(year + 1)].filter((date) => date.year === year).map(String)
  kept.set(year, days)
  return days
}
