import { levels as bandLevels } from '../band.ts'
import { versions as effectVersions } from '../effects/index.ts'
import { versions as modelVersions } from '../models/index.ts'
import { quantiles } from '../numeric/quantile.ts'
import { daysOf, exposureOf } from './course.ts'
import { type Course, courseOf } from './door.ts'
import { firstLoss, holding, reportedLoss, windowOf } from './holding.ts'
import { levelsOf, type Posterior, posterior } from './posterior.ts'
import type { Fan, Forecast, ForecastInput, Hold, Silence } from './shape.ts'

/** The method this module carries out; a stored forecast names it. */
export const forecastVersion = '1'

const defaults = {
  horizonDays: 90,
  draws: 2048,
  datesAfterNow: [0, 7, 14, 28, 42, 56],
  visitDays: [1, 3, 7, 14, 21, 28, 42, 56, 70, 90],
}

/**
 * What one person's scores so far, and the doses really given, say of the weeks to come: the chance that the drug acts, relief with its
 * fan, the chance that relief of 30 % holds until each date, and a window; or that it cannot be said yet. A model estimate.
 */
export function forecast(input: ForecastInput): Forecast {
  const course = courseOf(input)
  const { nowDaysAfterCourse: now, seed } = input
  const { horizonDays, draws, datesAfterNow, visitDays } = { ...defaults, ...input }
  const found = posterior(course, seed, draws)
  const n = Math.max(horizonDays, ...datesAfterNow) + 1
  const days = Array.from({ length: n }, (_, i) => now + i)
  const levels = levelsOf(found, daysOf(course.exposure, days), course)
  const losses = firstLoss(levels, n, course.baseline)
  const holdsDaily = holding(losses, n)
  const relief = fanOf(levels, n, course.baseline)
  const [, dose, fixed] = found.chances
  return {
    model: {
      id: 'relief-forecast',
      version: forecastVersion,
      kinetics: `kamp-2020@${modelVersions['kamp-2020']}`,
      effect: `relief-dahan-2011@${effectVersions['relief-dahan-2011']}`,
    },
    prior: { id: course.prior.id, drugActs: course.prior.values.q },
    seed,
    now,
    drugActs: dose + fixed,
    fixedDuration: fixed,
    cannotSay: silences(course, now, relief, found),
    daysAfterCourse: days,
    relief,
    ifGiven: input.planned?.length ? ifGiven(input, course, found, days) : null,
    holds: holdsOf(found, course, seed, now, holdsDaily, datesAfterNow, visitDays),
    holdsDaily,
    window: windowOf(holdsDaily, losses, now, hadRelief(course)),
    leftOut: course.leftOut,
    inference: { lnEvidence: found.lnEvidence, effectiveSize: found.effectiveSize, rounds: found.rounds, draws: found.draws },
  }
}

/** Whether two scores in a row ever stood for relief of 30 %. */
const hadRelief = ({ scores, baseline }: Course) =>
  scores.some(({ score }, i) => i > 0 && score <= 0.7 * baseline && scores[i - 1].score <= 0.7 * baseline)

function fanOf(levels: Float64Array, n: number, baseline: number): Fan {
  const fan: Fan = { p5: [], p25: [], p50: [], p75: [], p95: [] }
  const column = new Float64Array(levels.length / n)
  for (let i = 0; i < n; i++) {
    for (let person = 0; person < column.length; person++) column[person] = 1 - levels[person * n + i] / baseline
    const [p5, p25, p50, p75, p95] = quantiles(column, bandLevels)
    fan.p5.push(p5)
    fan.p25.push(p25)
    fan.p50.push(p50)
    fan.p75.push(p75)
    fan.p95.push(p95)
  }
  return fan
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

const fewestScores = 3
const oldestDays = 21
const widestBand = 0.2
const aheadDays = 14
const leastEffective = 200

function silences({ scores }: Course, now: number, relief: Fan, { effectiveSize }: Posterior): Silence[] {
  const after = scores.filter(({ daysAfterCourse }) => daysAfterCourse > 0)
  const last = after[after.length - 1]
  const ahead = Math.min(aheadDays, relief.p75.length - 1)
  const found: [boolean, Silence][] = [
    [after.length < fewestScores, 'fewer than three scores since the course'],
    [last !== undefined && now - last.daysAfterCourse > oldestDays, 'the last score is older than 21 days'],
    [relief.p75[ahead] - relief.p25[ahead] >= widestBand, 'relief in two weeks is too uncertain'],
    [scores.length > 0 && effectiveSize < leastEffective, 'the computation did not settle'],
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
): Hold[] {
  const visits = visitDays.filter((day) => day > now).sort((a, b) => a - b)
  const last = course.scores[course.scores.length - 1]
  const losses = reportedLoss(
    found,
    { days: visits, levels: levelsOf(found, daysOf(course.exposure, visits), course) },
    course,
    seed,
    last && {
      day: last.daysAfterCourse,
      score: last.score,
      levels: levelsOf(found, daysOf(course.exposure, [last.daysAfterCourse]), course),
    },
  )
  return dates.map((daysFromNow) => {
    const reached = visits.filter((day) => day <= now + daysFromNow).length
    const lost = losses.reduce((count, visit) => count + (visit < reached ? 1 : 0), 0)
    return {
      daysFromNow,
      daysAfterCourse: now + daysFromNow,
      underlying: holdsDaily[daysFromNow],
      reported: 1 - lost / found.people,
    }
  })
}
