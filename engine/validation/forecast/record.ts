import { daysOf } from '../../src/forecast/course.ts'
import { courseOf } from '../../src/forecast/door.ts'
import { firstLoss, holding, reportedLoss } from '../../src/forecast/holding.ts'
import { latents } from '../../src/forecast/level.ts'
import { levelsOf, posterior } from '../../src/forecast/posterior.ts'
import { quantiles } from '../../src/numeric/quantile.ts'
import { lastDay, type Person, personOf } from './person.ts'
import { type Truth, visitDays } from './truths.ts'

/** How far the scores go when the forecast is asked, and how far ahead it is asked. */
export const askedAt = [3, 7, 14, 28, 42]
export const ahead = [7, 14, 28, 42]
export const levelsAsked = [0.05, 0.25, 0.5, 0.75, 0.95]

/** What came of one forecast of one person: what was said, and what was true. Everything the measures need, and no more. */
export type Record = {
  person: number
  course: number
  now: number
  kind: number
  drugActs: number
  effectiveSize: number
  /** Whether underlying relief is 30 % or more, which nobody can see, and whether the last score heard says so. */
  inRelief: boolean
  reportsRelief: boolean
  lastThree: number
  /** For each horizon: the chance said, and whether it held. */
  said: number[]
  held: boolean[]
  reportedSaid: number[]
  reportedHeld: boolean[]
  /** For each horizon: the five quantiles said, and the relief that came. */
  bands: number[][]
  relief: number[]
  /** Where the truth stands among the draws, 0 to 1: relief +14 and +42, noise, correlation, usual pain, half-life, C50, Emax. */
  ranks: number[]
  /** The median day of loss said, and the day it was lost, days from now; 60 is later. */
  medianLoss: number
  loss: number
  silent: boolean
}

const draws = 2048
const latest = 60

/** The five forecasts of one person. */
export function recordsOf(truth: Truth, seed: number, index: number): Record[] {
  const person = personOf(truth, seed, index)
  return askedAt.map((now) => recordAt(person, index, now))
}

function recordAt(person: Person, index: number, now: number): Record {
  const scores = person.heard.filter(({ daysAfterCourse }) => daysAfterCourse <= now)
  const course = courseOf({ ...person.input, scores, nowDaysAfterCourse: now })
  const found = posterior(course, person.input.seed, draws)
  const n = Math.min(latest, lastDay - now) + 1
  const days = Array.from({ length: n }, (_, i) => now + i)
  const levels = levelsOf(found, daysOf(course.exposure, days), course)
  const losses = firstLoss(levels, n, course.baseline)
  const holds = holding(losses, n)
  const bands = ahead.map((horizon) => quantiles(reliefAt(levels, n, horizon, course.baseline), levelsAsked))
  const trueLoss = lossOf(person.relief, now, n)
  const visits = visitDays.filter((day) => day > now)
  const reported = reportedSaid(found, course, visits, scores[scores.length - 1], person.input.seed)
  const lastThree = scores.slice(-3)
  return {
    person: index,
    course: person.course,
    now,
    kind: person.kind,
    drugActs: round(found.chances[1] + found.chances[2]),
    effectiveSize: Math.round(found.effectiveSize),
    inRelief: person.relief[now] >= 0.3,
    reportsRelief: (scores[scores.length - 1]?.score ?? 10) <= 0.7 * person.input.baseline.mean,
    lastThree:
      lastThree.length === 0
        ? person.input.baseline.mean
        : lastThree.reduce((sum, { score }) => sum + score, 0) / lastThree.length,
    said: ahead.map((horizon) => round(holds[horizon])),
    held: ahead.map((horizon) => trueLoss > horizon),
    reportedSaid: ahead.map((horizon) => round(1 - losses01(reported, visits, now + horizon))),
    reportedHeld: ahead.map((horizon) => trueReportedLoss(person, visits) > now + horizon),
    bands: bands.map((band) => band.map(round)),
    relief: ahead.map((horizon) => round(person.relief[now + horizon])),
    ranks: ranksOf(
      person,
      found.latents,
      [14, 42].map((h) => rank(reliefAt(levels, n, h, course.baseline), person.relief[now + h])),
    ),
    medianLoss: Math.min(latest, medianOf(losses, n)),
    loss: Math.min(latest, trueLoss),
    silent:
      scores.length < 3 || bands[1][3] - bands[1][1] >= 0.2 || now - (scores[scores.length - 1]?.daysAfterCourse ?? -99) > 21,
  }
}

const round = (value: number) => Math.round(value * 1e4) / 1e4

function reliefAt(levels: Float64Array, n: number, day: number, baseline: number): Float64Array {
  return Float64Array.from({ length: levels.length / n }, (_, p) => 1 - levels[p * n + day] / baseline)
}

function lossOf(relief: Float64Array, now: number, n: number): number {
  for (let i = 0; i < n; i++) if (relief[now + i] < 0.3) return i
  return n
}

function medianOf(losses: Int32Array, n: number): number {
  const middle = losses.toSorted()[losses.length / 2]
  return middle >= n ? latest : middle
}

function reportedSaid(
  found: ReturnType<typeof posterior>,
  course: ReturnType<typeof courseOf>,
  visits: readonly number[],
  last: { daysAfterCourse: number; score: number } | undefined,
  seed: number,
): Int32Array {
  const levels = levelsOf(found, daysOf(course.exposure, visits), course)
  const before = last && {
    day: last.daysAfterCourse,
    score: last.score,
    levels: levelsOf(found, daysOf(course.exposure, [last.daysAfterCourse]), course),
  }
  return reportedLoss(found, { days: visits, levels }, course, seed, before)
}

/** The share of people who would have reported loss by a day. */
function losses01(losses: Int32Array, visits: readonly number[], by: number): number {
  const reached = visits.filter((day) => day <= by).length
  let lost = 0
  for (const visit of losses) if (visit < reached) lost++
  return lost / losses.length
}

/** The day of the first of two failing visits in a row; never is Infinity. */
function trueReportedLoss({ reported, input }: Person, visits: readonly number[]): number {
  const fails = (day: number) => reported[day] > 0.7 * input.baseline.mean
  const at = visits.findIndex((day, i) => i + 1 < visits.length && fails(day) && fails(visits[i + 1]))
  return at < 0 ? Number.POSITIVE_INFINITY : visits[at]
}

/** The share of draws below the truth; ties count half. */
function rank(drawn: Float64Array, truth: number): number {
  let below = 0
  for (const value of drawn) below += value < truth ? 1 : value === truth ? 0.5 : 0
  return round(below / drawn.length)
}

const ranked = [8, 9, 4, 1, 0, 2]

const ranksOf = (person: Person, drawn: Float64Array, first: number[]) => [
  ...first,
  ...ranked.map((j) =>
    rank(
      Float64Array.from({ length: drawn.length / latents }, (_, p) => drawn[p * latents + j]),
      person.z[j],
    ),
  ),
]
