import { mondayOf } from '@dripline/clinical'
import { addDays, weekdayOf, workday, workdaysFrom } from './calendar.ts'

export type Indication = 'pain' | 'depression'

/** One person's way through the clinic, as far as the calendar goes. */
export type Course = {
  readonly number: number
  readonly indication: Indication
  readonly chair: number
  readonly hour: number
  readonly minute: number
  /** Local dates of the sessions. */
  readonly days: readonly string[]
  /** A session ended early, by its number. */
  readonly stopsIn: number | null
}

/** An evaluation that leads to no course yet: deferred by a rule, waiting for a decision, or accepted and waiting for a plan. */
export type Evaluation = { readonly number: number; readonly day: string; readonly ends: 'deferred' | 'undecided' | 'accepted' }

export type Story = {
  readonly opens: string
  readonly courses: readonly Course[]
  readonly evaluations: readonly Evaluation[]
}

const WEEKS = 39
const PAIN_SESSIONS = 10
/** What belongs to the time before the first opening, and how often a new course begins after it. */
const HISTORY = { pain: 16, depression: 12, painEveryDays: 29, depressionEveryDays: 20 } as const
const LATER = 4

/** The size of the play: whole, or the small one that a test can wait for. */
export type Size = 'whole' | 'small'

const painDays = (first: string) => Array.from({ length: PAIN_SESSIONS }, (_, i) => workdaysFrom(first, i))

/** The six days of a depression course, on these weekdays from a Monday on. */
const sixDays = (monday: string, weekdays: readonly number[]) => {
  const days: string[] = []
  for (let day = monday; days.length < 6; day = addDays(day, 1)) if (weekdays.includes(weekdayOf(day))) days.push(day)
  return days
}

const pain = (number: number, chair: number, first: string, stopsIn: number | null = null): Course => ({
  number,
  indication: 'pain',
  chair,
  hour: 8,
  minute: 15,
  days: painDays(first),
  stopsIn,
})

const depression = (number: number, days: readonly string[]): Course => ({
  number,
  indication: 'depression',
  chair: 2,
  hour: 10,
  minute: 15,
  days,
  stopsIn: null,
})

/**
 * The story of nine months before an anchor day and a month after it. It depends on the anchor alone, so that every start
 * tells the same one; on any working day from the anchor on, two pain visits run and one depression visit is at its second check at 10:40.
 */
export const storyOf = (anchor: string, size: Size = 'whole'): Story => {
  const opens = workday(addDays(mondayOf(anchor), -WEEKS * 7))
  const past = size === 'whole' ? history(opens) : smallHistory(anchor)
  const now = presentCourses(anchor, size === 'whole' ? LATER : 1)
  const evaluations: Evaluation[] = [
    ...(size === 'whole' ? [{ number: 400, day: workday(addDays(opens, 100)), ends: 'deferred' as const }] : []),
    { number: 401, day: workdaysFrom(anchor, -3), ends: 'deferred' },
    { number: 402, day: workdaysFrom(anchor, -1), ends: 'undecided' },
    { number: 403, day: workdaysFrom(anchor, -2), ends: 'accepted' },
    // One on the day it opens, and one on the day after.
    { number: 404, day: anchor, ends: 'undecided' },
    { number: 405, day: workdaysFrom(anchor, 1), ends: 'accepted' },
  ]
  return {
    opens: size === 'whole' ? opens : workday(addDays(mondayOf(anchor), -14 * 7)),
    courses: [...past, ...now],
    evaluations,
  }
}

const history = (opens: string): Course[] => [
  ...Array.from({ length: HISTORY.pain }, (_, i) => {
    const first = workday(addDays(opens, 28 + Math.floor(i / 2) * HISTORY.painEveryDays + (i % 2) * 13))
    return pain(i, i % 2, first, i === 3 ? 4 : null)
  }),
  ...Array.from({ length: HISTORY.depression }, (_, i) =>
    depression(100 + i, sixDays(mondayOf(addDays(opens, 28 + i * HISTORY.depressionEveryDays)), [1, 3, 5])),
  ),
]

const smallHistory = (anchor: string): Course[] => [
  pain(0, 0, workday(addDays(mondayOf(anchor), -8 * 7)), 2),
  depression(100, sixDays(mondayOf(addDays(anchor, -7 * 7)), [1, 3, 5])),
]

const presentCourses = (anchor: string, rounds: number): Course[] => {
  const week = addDays(mondayOf(anchor), -7)
  return Array.from({ length: rounds }, (_, k) => [
    pain(200 + k, 0, workdaysFrom(workdaysFrom(anchor, -2), k * PAIN_SESSIONS)),
    pain(220 + k, 1, workdaysFrom(workdaysFrom(anchor, -6), k * PAIN_SESSIONS)),
    depression(240 + k, sixDays(addDays(week, k * 14), [1, 3, 5])),
    depression(260 + k, sixDays(addDays(week, k * 21), [2, 4])),
  ]).flat()
}
