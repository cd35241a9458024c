import { levels as bandLevels, listed } from '../band.ts'
import { versions as effectVersions } from '../effects/index.ts'
import { versions as modelVersions } from '../models/index.ts'
import { quantiles } from '../numeric/quantile.ts'
import { daysOf, exposureOf } from './course.ts'
import { type Course, courseOf, fewestScores, sinceCourse } from './door.ts'
import { farthestDays, firstLoss, type Heard, holding, reportedLoss, stillReported, windowOf } from './holding.ts'
import { levelsOf, type Posterior, posterior } from './posterior.ts'
import { reportedFan } from './reported.ts'
import type { Fan, Forecast, ForecastInput, Hold, Silence } from './shape.ts'

/** The method this module carries out; a stored forecast names it. */
export const forecastVersion = '2'

const usualDates = [0, 7, 14, 28, 42, 56]

/** The days of follow-up. Beyond the last, visits are as far apart as its last two, so that no date is without a report. */
const followUp = [1, 3, 7, 14, 21, 28, 42, 56, 70, 90]
const thenEvery = 20

function visitsUntil(day: number): number[] {
  const last = followUp[followUp.length - 1]
  const more = Math.max(0, Math.ceil((day - last) / thenEvery) + 1)
  return [...followUp, ...Array.from({ length: more }, (_, i) => last + (i + 1) * thenEvery)]
}

/**
 * What one person's scores so far, and the doses really given, say of the weeks to come: the chance that the drug acts, relief with its
 * fan, the chance that relief of 30 % holds until each date, and a window; or that it cannot be said yet. A model estimate.
 */
export function forecast(input: ForecastInput): Forecast {
  const course = courseOf(input)
  const { nowDaysAfterCourse: now, seed, horizonDays = 90, draws = 2048, datesAfterNow = usualDates } = input
  const { visitDays = visitsUntil(now + Math.max(...datesAfterNow)) } = input
  const found = posterior(course, seed, draws)
  const shown = Math.max(horizonDays, ...datesAfterNow) + 1
  // What must be known before anything is shown does not depend on how much is asked for.
  const n = Math.max(shown, farthestDays + 1)
  const days = Array.from({ length: n }, (_, i) => now + i)
  const levels = levelsOf(found, daysOf(course.exposure, days), course)
  const losses = firstLoss(levels, n, course.baseline)
  const holdsDaily = holding(losses, n).slice(0, shown)
  const relief = fanOf(levels, n, course.baseline)
  const heard = heardOf(course, found)
  const cannotSay = silences(course, now, relief, found)
  const [, dose, fixed] = found.chances
  return {
    model: {
      id: 'relief-forecast',
      version: forecastVersion,
      kinetics: `kamp-2020@${modelVersions['kamp-2020']}`,
      effect: `relief-dahan-2011@${effectVersions['relief-dahan-2011']}`,
    },
    prior: { id: course.prior.id, title: course.prior.title, drugActs: course.prior.values.q },
    seed,
    now,
    drugActs: dose + fixed,
    fixedDuration: fixed,
    cannotSay,
    daysAfterCourse: days.slice(0, shown),
    relief: until(relief, shown),
    reported: until(reportedFan(found, { days, levels }, course, heard), shown),
    ifGiven: input.planned?.length ? ifGiven(input, course, found, days.slice(0, shown)) : null,
    holds: holdsOf(found, course, seed, now, holdsDaily, datesAfterNow, visitDays, heard),
    holdsDaily,
    window: windowOf(holdsDaily, losses, { now, hadRelief: hadRelief(course), isSilent: cannotSay.length > 0 }),
    leftOut: course.leftOut,
    inference: { lnEvidence: found.lnEvidence, effectiveSize: found.effectiveSize, rounds: found.rounds, draws: found.draws },
  }
}

function heardOf(course: Course, found: Posterior): Heard | undefined {
  const last = course.scores[course.scores.length - 1]
  return last && { ...last, levels: levelsOf(found, daysOf(course.exposure, [last.daysAfterCourse]), course) }
}

/** Whether two scores in a row ever stood for relief of 30 %. */
const hadRelief = ({ scores, baseline }: Course) =>
  scores.some(({ score }, i) => i > 0 && score <= 0.7 * baseline && scores[i - 1].score <= 0.7 * baseline)

const until = ({ p5, p25, p50, p75, p95 }: Fan, n: number): Fan => ({
  p5: p5.slice(0, n),
  p25: p25.slice(0, n),
  p50: p50.slice(0, n),
  p75: p75.slice(0, n),
  p95: p95.slice(0, n),
})

function fanOf(levels: Float64Array, n: number, baseline: number): Fan {
  const column = new Float64Array(levels.length / n)
  return listed(n, (i) => {
    for (let person = 0; person < column.length; person++) column[person] = 1 - levels[person * n + i] / baseline
    return quantiles(column, bandLevels)
  })
}

function ifGiven(
  { doses, planned = [], weightKg }: ForecastInput,
  course: Course,
  found: Posterior,
  days: readonly number[],
): Fan {
  const exposure = exposureOf([...doses, ...planned], weightKg)
  return fanOf(levelsOf(found, daysOf(exposure, days), course), days.length, course.baseline)
}

const oldestDays = 21
const widestBand = 0.2
const aheadDays = 14
const leastEffective = 200

function silences(course: Course, now: number, relief: Fan, { effectiveSize }: Posterior): Silence[] {
  const after = sinceCourse(course)
  const last = after[after.length - 1]
  const found: [boolean, Silence][] = [
    [after.length < fewestScores, 'fewer than three scores since the course'],
    [last !== undefined && now - last.daysAfterCourse > oldestDays, 'the last score is older than 21 days'],
    [relief.p75[aheadDays] - relief.p25[aheadDays] >= widestBand, 'relief in two weeks is too uncertain'],
    [course.scores.length > 0 && effectiveSize < leastEffective, 'the computation did not settle'],
  ]
  return found.flatMap(([is, silence]) => (is ? [silence] : []))
}

function holdsOf(
  found: Posterior,
  course: Course,
  seed: number,
  now: number,
  holdsDaily: readonly number[],
  dates: readonly number[],
  visitDays: readonly number[],
  heard: Heard | undefined,
): Hold[] {
  const visits = visitDays.filter((day) => day > now).sort((a, b) => a - b)
  const levels = levelsOf(found, daysOf(course.exposure, visits), course)
  const losses = reportedLoss(found, { days: visits, levels }, course, seed, heard)
  return dates.map((daysFromNow) => ({
    daysFromNow,
    daysAfterCourse: now + daysFromNow,
    underlying: holdsDaily[daysFromNow],
    reported: stillReported(losses, visits, now + daysFromNow),
  }))
}
