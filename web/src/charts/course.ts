import { sayTime } from '../ui/when.ts'
import { type Instant, ms } from './instant.ts'

/** One score, on a day counted from the course's day 0. */
export type CourseScore = { day: number; score: number }

/** One course in real time. */
export type Course = {
  dayZero: Instant
  /** Which infusion day 0 is. */
  counts: 'first' | 'last'
  zone: string
  firstDay: number
  lastDay: number
  today: number
  /** Days of the infusions that were given. */
  infusions: readonly number[]
  scores: readonly CourseScore[]
  /** Mean before the first infusion, and the days it was asked on. */
  before?: { from: number; to: number; mean: number }
  /** Days on which an answer is still to come. */
  due?: readonly number[]
}

const dayMs = 86_400_000

/** `4 Dec`: the date so many days after day 0. Counted from its noon, so that a change of clocks moves no date. */
export function dayLabel({ dayZero, zone }: Pick<Course, 'dayZero' | 'zone'>, day: number): string {
  const hour = Number(sayTime(new Date(ms(dayZero)), zone, 'time').slice(0, 2))
  const noon = ms(dayZero) + (12 - hour) * 3_600_000
  return sayTime(new Date(noon + Math.round(day) * dayMs), zone, 'short day')
}

/** `4.3`: as it stands in a table. */
export const toTenth = (value: number) => String(Math.round(value * 10) / 10)
