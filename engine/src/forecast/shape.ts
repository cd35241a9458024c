import type { Quantiles } from '../band.ts'
import type { Drug } from '../model.ts'
import type { Prior } from './prior.ts'

/** A dose really given. Day 0 is the end of the last infusion of the course; earlier days are negative. */
export type GivenDose = { startDay: number; endDay: number; mg: number; drug: Drug }

export type Score = { daysAfterCourse: number; score: number }

export type ForecastInput = {
  doses: readonly GivenDose[]
  weightKg: number
  /** The mean of the daily scores before the course, and of how many. */
  baseline: { mean: number; scores: number }
  /** Whole numbers 0 to 10, at most one a day, in the order of days. */
  scores: readonly Score[]
  nowDaysAfterCourse: number
  /** Of the random numbers; the same for all forecasts of one person, so that the picture moves only when the scores do. */
  seed: number
  prior?: Prior
  /** How far to look beyond now, days; 90 unless said. */
  horizonDays?: number
  /** Days from now for which the chance that relief holds is listed. */
  datesAfterNow?: readonly number[]
  /** When scores will be asked for, days after the course, at least until the last date; loss as it is reported is read from these. */
  visitDays?: readonly number[]
  /** Infusions that might be given: the curve shows them as "if given", the window does without. */
  planned?: readonly GivenDose[]
  /** Draws of stage 0 for each kind; more is slower and finer. */
  draws?: number
}

/** Quantiles of relief (a fraction of baseline; below 0 is worse than before) on each day. */
export type Fan = Quantiles

/**
 * The chance that relief of 30 % holds from now until a day: the underlying relief, and as visits report it, where loss is the first of two
 * failing scores in a row. The last score heard may be that first one; then nothing reported holds any more once the next one fails.
 */
export type Hold = { daysFromNow: number; daysAfterCourse: number; underlying: number; reported: number }

/** The days on which the chance that relief still holds falls through 80 and 50 %; `null` is later than the horizon. */
export type Window =
  | { kind: 'window'; opensDaysAfterCourse: number | null; closesDaysAfterCourse: number | null; means: typeof windowMeans }
  | { kind: 'none'; because: 'relief has probably ended' | 'relief was not reached' }
  | { kind: 'cannot say yet'; because: 'the day of loss is too uncertain' | 'there is no forecast yet'; spanDays: number }

/** What the window is not. */
export const windowMeans =
  'One in five may lose relief before it opens and one in two after it closes; it is not where the loss will fall.'

export type Silence =
  | 'fewer than three scores since the course'
  | 'the last score is older than 21 days'
  | 'relief in two weeks is too uncertain'
  | 'the computation did not settle'

export type Forecast = {
  model: { id: 'relief-forecast'; version: string; kinetics: string; effect: string }
  /** The prior, and what it says of the drug: to be shown beside what the scores say. A clinic’s own names in its title how many stand behind it. */
  prior: { id: string; title: string; drugActs: number }
  seed: number
  now: number
  /** The chance that the drug acts in this person, which leans on the prior; not whether they are a responder by the clinic's rule. */
  drugActs: number
  /** Of that, the chance that relief lasts a fixed time whatever the dose. */
  fixedDuration: number
  /** ‘Cannot say yet’: then only scores and prior are to be shown. */
  cannotSay: readonly Silence[]
  daysAfterCourse: number[]
  relief: Fan
  /** The same as whole-number scores would report it: steps, and wider. */
  reported: Fan
  /** The same with the planned infusions, if given. */
  ifGiven: Fan | null
  holds: readonly Hold[]
  /** The chance that relief of 30 % or more has held on every whole day from now on, by day. */
  holdsDaily: number[]
  window: Window
  /** Scores that were not used, and why. */
  leftOut: readonly (Score & { because: 'within 12 h of an infusion' | 'after now' })[]
  inference: { lnEvidence: number; effectiveSize: number; rounds: number; draws: number }
}
