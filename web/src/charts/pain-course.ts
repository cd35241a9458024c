import type { FanPoint } from './fan.ts'
import type { Instant } from './instant.ts'

/** One answer, 0 to 10; day 0 is the day of the last infusion. */
export type PainAnswer = { day: number; score: number; isBaseline?: boolean }

/** One course as its patient lived it. Days count from the last infusion. */
export type PainCourse = {
  lastInfusion: Instant
  zone: string
  firstDay: number
  lastDay: number
  today: number
  answers: readonly PainAnswer[]
  infusions: readonly number[]
  /** Mean before the first infusion, and the days it was asked on. */
  before?: { from: number; to: number; mean: number }
  /** Days on which an answer is still to come. */
  due?: readonly number[]
}

/** Usual pain as a fan; where one single answer falls, 90 of 100, as a pair. Drawn from the last infusion on. */
export type PainForecast = {
  usual: readonly FanPoint[]
  single: readonly { at: number; low: number; high: number }[]
}
