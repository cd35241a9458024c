import type { Instant } from './instant.ts'

/** One score, on a day counted from the first infusion; below zero lies before it. */
export type CourseScore = { day: number; score: number }

/** One course in real time: day 0 is the first infusion. */
export type ScoreCourse = {
  start: Instant
  zone: string
  firstDay: number
  lastDay: number
  today: number
  /** Days of the infusions that were given. */
  infusions: readonly number[]
  scores: readonly CourseScore[]
}
