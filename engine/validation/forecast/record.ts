import { daysOf } from '../../src/forecast/course.ts'
import { courseOf } from '../../src/forecast/door.ts'
import { firstLoss, holding, reportedLoss, stillReported } from '../../src/forecast/holding.ts'
import { latents } from '../../src/forecast/level.ts'
import { levelsOf, posterior } from '../../src/forecast/posterior.ts'
import { literaturePrior, type Prior } from '../../src/forecast/prior.ts'
import type { Score } from '../../src/forecast/shape.ts'
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
  /** The five quantiles of the day of loss said, and the day it was lost, days from now; the last day looked at also stands for later. */
  lossDays: number[]
  loss: number
}

const draws = 2048

/** How far from now a day of loss is looked for. */
export const lookedAhead = (now: number) => Math.min(60, lastDay - now) + 1

/** The forecasts of one person, one for each day on which it is asked, under a prior; that of publications unless said. */
export function recordsOf(truth: Truth, seed: number, index: number, days = askedAt, prior = literaturePrior): Record[] {
  const person = personOf(truth, seed, index)
  return days.map((now) => recordAt(person, index, now, prior))
}

function recordAt(person: Person, index: number, now: number, prior: Prior): Record {
  const scores = person.heard.filter(({ daysAfterCourse }) => daysAfterCourse <= now)
  const course = courseOf({ ...person.input, scores, nowDaysAfterCourse: now, prior })
  const found = posterior(course, person.input.seed, draws)
  const n = lookedAhead(now)
  const days = Array.from({ length: n }, (_, i) => now + i)
  const levels = levelsOf(found, daysOf(course.exposure, days), course)
  const losses = firstLoss(levels, n, course.baseline)
  const holds = holding(losses, n)
  const bands = ahead.map((horizon) => quantiles(reliefAt(levels, n, horizon, course.baseline), levelsAsked))
  const trueLoss = lossOf(person.relief, now, n)
  const visits = visitDays.filter((day) => day > now)
  const last = scores[scores.length - 1]
  const reported = reportedSaid(found, course, visits, last, person.input.seed)
  const reportedLost = trueReportedLoss(person, visits, last)
  const lastThree = scores.slice(-3)
  return {
    person: index,
    course: person.course,
    now,
    kind: person.kind,
    drugActs: round(found.chances[1] + found.chances[2]),
    effectiveSize: Math.round(found.effectiveSize),
    inRelief: person.relief[now] >= 0.3,
    reportsRelief: (last?.score ?? 10) <= 0.7 * person.input.baseline.mean,
    lastThree:
      lastThree.length === 0
        ? person.input.baseline.mean
        : lastThree.reduce((sum, { score }) => sum + score, 0) / lastThree.length,
    said: ahead.map((horizon) => round(holds[horizon])),
    held: ahead.map((horizon) => trueLoss > horizon),
    reportedSaid: ahead.map((horizon) => round(stillReported(reported, visits, now + horizon))),
    reportedHeld: ahead.map((horizon) => reportedLost > now + horizon),
    bands: bands.map((band) => band.map(round)),
    relief: ahead.map((horizon) => round(person.relief[now + horizon])),
    ranks: ranksOf(
      person,
      found.latents,
      [14, 42].map((h) => rank(reliefAt(levels, n, h, course.baseline), person.relief[now + h])),
    ),
    lossDays: quantiles(Float64Array.from(losses), levelsAsked),
    loss: trueLoss,
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

function reportedSaid(
  found: ReturnType<typeof posterior>,
  course: ReturnType<typeof courseOf>,
  visits: readonly number[],
  last: Score | undefined,
  seed: number,
): Int32Array {
  const levels = levelsOf(found, daysOf(course.exposure, visits), course)
  const before = last && { ...last, levels: levelsOf(found, daysOf(course.exposure, [last.daysAfterCourse]), course) }
  return reportedLoss(found, { days: visits, levels }, course, seed, before)
}

/** The day of the first of two failing reports in a row; the last score heard may be that one. Never is Infinity. */
function trueReportedLoss({ reported, input }: Person, visits: readonly number[], last: Score | undefined): number {
  const fails = (score: number) => score > 0.7 * input.baseline.mean
  let failing = last && fails(last.score) ? last.daysAfterCourse : Number.POSITIVE_INFINITY
  for (const day of visits)
    if (!fails(reported[day])) failing = Number.POSITIVE_INFINITY
    else if (failing < day) return failing
    else failing = day
  return Number.POSITIVE_INFINITY
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
