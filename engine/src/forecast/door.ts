import { type Fault, numberFaults, refuse } from '../fault.ts'
import { type Exposure, exposureOf, usualPain } from './course.ts'
import type { Usual } from './level.ts'
import { type Reported, reportedOf } from './likelihood.ts'
import { literaturePrior, type Prior } from './prior.ts'
import type { Forecast, ForecastInput, Score } from './shape.ts'

/** An input that was found sound, worked out as far as no one has to be drawn for. */
export type Course = {
  exposure: Exposure
  baseline: number
  usual: Usual
  prior: Prior
  scores: readonly Score[]
  reported: Reported
  leftOut: Forecast['leftOut']
}

/** The least mean of at most 90 whole scores that is not 0, of which nothing could be relieved, is 1/90. */
export const leastMean = 0.01

/** Acute analgesia is another, faster effect: scores so soon after an infusion say nothing of the long one. */
const acuteDays = 0.5

/** What the input says, or every fault in it at once. Days count from the end of the last infusion of the course. */
export function courseOf(input: ForecastInput): Course {
  refuse(inputFaults(input))
  const { doses, weightKg, baseline, scores, nowDaysAfterCourse, prior = literaturePrior } = input
  const because = (score: Score) =>
    score.daysAfterCourse > nowDaysAfterCourse
      ? ('after now' as const)
      : doses.some(({ startDay, endDay }) => score.daysAfterCourse >= startDay && score.daysAfterCourse < endDay + acuteDays)
        ? ('within 12 h of an infusion' as const)
        : undefined
  const used = scores.filter((score) => because(score) === undefined)
  return {
    exposure: exposureOf(doses, weightKg),
    baseline: baseline.mean,
    usual: usualPain(baseline, prior.values),
    prior,
    scores: used,
    reported: reportedOf(used),
    leftOut: scores.flatMap((score) => {
      const reason = because(score)
      return reason ? [{ ...score, because: reason }] : []
    }),
  }
}

/** Below this many scores since the course nothing is said. */
export const fewestScores = 3

/** The usable scores that came after the course, not between its infusions. */
export const sinceCourse = ({ scores }: Course) => scores.filter(({ daysAfterCourse }) => daysAfterCourse > 0)

const longestDays = 3660
const within = { min: -longestDays, max: longestDays }

/** From the smallest newborn to beyond the heaviest person, and more than anybody is given: outside, a number is a slip of the pen. */
const soundKg = { min: 0.1, max: 700 }
const soundMg = { above: 0, max: 100_000 }

/** Everything that is wrong with an input. */
export function inputFaults(input: unknown): Fault[] {
  if (typeof input !== 'object' || input === null)
    return [
      { input: 'forecast', value: input, expected: 'an object with doses, weightKg, baseline, scores, nowDaysAfterCourse, seed' },
    ]
  const {
    doses,
    weightKg,
    baseline,
    scores,
    nowDaysAfterCourse,
    seed,
    planned = [],
    horizonDays = 90,
    draws = 2048,
  } = input as Record<string, unknown>
  const { datesAfterNow = [1] } = input as Record<string, unknown>
  return [
    ...listFaults('doses', doses, 1, doseFaults),
    ...lastDoseFaults(doses),
    ...numberFaults('weightKg', weightKg, soundKg),
    ...baselineFaults(baseline),
    ...listFaults('scores', scores, 0, scoreFaults),
    ...orderFaults(scores),
    ...numberFaults('nowDaysAfterCourse', nowDaysAfterCourse, within),
    ...wholeFaults('seed', seed, 0, Number.MAX_SAFE_INTEGER),
    ...listFaults('planned', planned, 0, doseFaults),
    ...plannedFaults(planned, nowDaysAfterCourse),
    ...wholeFaults('horizonDays', horizonDays, 1, 365),
    ...wholeFaults('draws', draws, 128, 4_194_304),
    ...listFaults('datesAfterNow', datesAfterNow, 1, (name, day) => wholeFaults(name, day, 0, 365)),
    ...visitFaults(input as Record<string, unknown>),
    ...priorFaults((input as Record<string, unknown>).prior),
  ]
}

function listFaults(name: string, list: unknown, least: number, each: (name: string, value: unknown) => Fault[]): Fault[] {
  if (!Array.isArray(list) || list.length < least)
    return [{ input: name, value: list, expected: least > 0 ? 'a list with at least one entry' : 'a list' }]
  return list.flatMap((value: unknown, i) => each(`${name}[${i}]`, value))
}

const wholeFaults = (name: string, value: unknown, min: number, max: number): Fault[] =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max
    ? []
    : [{ input: name, value, expected: `a whole number, ${min} to ${max}` }]

function doseFaults(name: string, dose: unknown): Fault[] {
  if (typeof dose !== 'object' || dose === null)
    return [{ input: name, value: dose, expected: 'a dose with startDay, endDay, mg, drug' }]
  const { startDay, endDay, mg, drug } = dose as Record<string, unknown>
  const isDrug = drug === 's-ketamine' || drug === 'racemic-ketamine'
  return [
    ...numberFaults(`${name}.startDay`, startDay, within),
    ...numberFaults(
      `${name}.endDay`,
      endDay,
      typeof startDay === 'number' && Number.isFinite(startDay) ? { min: startDay, max: longestDays } : within,
    ),
    ...numberFaults(`${name}.mg`, mg, soundMg),
    ...(isDrug ? [] : [{ input: `${name}.drug`, value: drug, expected: "'s-ketamine' or 'racemic-ketamine'" }]),
  ]
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const quarterOfAnHour = 1 / 96

/** Day 0 is the end of the last infusion: what was really given cannot end later, and something ends then. */
function lastDoseFaults(doses: unknown): Fault[] {
  if (!Array.isArray(doses)) return []
  const ends = doses.map((dose: { endDay?: unknown } | null) => dose?.endDay)
  const late = ends.flatMap((endDay, i) =>
    isNumber(endDay) && endDay > 1e-6
      ? [
          {
            input: `doses[${i}].endDay`,
            value: endDay,
            expected: 'at most 0, the end of the last infusion of the course; later ones are planned',
          },
        ]
      : [],
  )
  const last = Math.max(...ends.filter(isNumber))
  if (last >= -quarterOfAnHour || !ends.every(isNumber) || ends.length === 0) return late
  return [{ input: 'doses', value: last, expected: 'the last of them to end on day 0, from which all days here count' }]
}

function plannedFaults(planned: unknown, now: unknown): Fault[] {
  if (!Array.isArray(planned) || !isNumber(now)) return []
  return planned.flatMap((dose: { startDay?: unknown } | null, i) =>
    isNumber(dose?.startDay) && dose.startDay < now
      ? [{ input: `planned[${i}].startDay`, value: dose.startDay, expected: `not before now, day ${now}` }]
      : [],
  )
}

/** Where visits are listed, the last of them is not before the last date asked about: later than that nothing is reported. */
function visitFaults({ visitDays, datesAfterNow = [56], nowDaysAfterCourse: now }: Record<string, unknown>): Fault[] {
  if (visitDays === undefined) return []
  const faults = listFaults('visitDays', visitDays, 1, (name, day) => numberFaults(name, day, within))
  if (faults.length > 0 || !Array.isArray(datesAfterNow) || !datesAfterNow.every(isNumber) || !isNumber(now)) return faults
  const last = Math.max(...(visitDays as number[]))
  const until = now + Math.max(...datesAfterNow)
  return last >= until
    ? []
    : [{ input: 'visitDays', value: last, expected: `visits until day ${until}, the last date of datesAfterNow` }]
}

/** A prior of one's own: every number there, and finite. */
function priorFaults(prior: unknown): Fault[] {
  if (prior === undefined) return []
  const values: unknown = (prior as { values?: unknown } | null)?.values
  if (typeof values !== 'object' || values === null)
    return [{ input: 'prior', value: prior, expected: 'an object with id, title, values' }]
  const given = values as Record<string, unknown>
  const range = (name: string) => (name === 'q' ? { above: 0, max: 1 } : name === 'm' ? { min: 0, max: 1 } : {})
  return Object.keys(literaturePrior.values).flatMap((name) => numberFaults(`prior.values.${name}`, given[name], range(name)))
}

function baselineFaults(baseline: unknown): Fault[] {
  if (typeof baseline !== 'object' || baseline === null)
    return [{ input: 'baseline', value: baseline, expected: 'an object with mean, scores' }]
  const { mean, scores } = baseline as Record<string, unknown>
  return [...numberFaults('baseline.mean', mean, { min: leastMean, max: 10 }), ...wholeFaults('baseline.scores', scores, 1, 90)]
}

function scoreFaults(name: string, score: unknown): Fault[] {
  if (typeof score !== 'object' || score === null)
    return [{ input: name, value: score, expected: 'an object with daysAfterCourse, score' }]
  const { daysAfterCourse, score: value } = score as Record<string, unknown>
  return [...numberFaults(`${name}.daysAfterCourse`, daysAfterCourse, within), ...wholeFaults(`${name}.score`, value, 0, 10)]
}

/** One score a day, in the order of days. */
function orderFaults(scores: unknown): Fault[] {
  if (!Array.isArray(scores)) return []
  return scores.flatMap((score: { daysAfterCourse?: unknown } | null, i) => {
    const [day, before] = [score?.daysAfterCourse, i > 0 ? scores[i - 1]?.daysAfterCourse : undefined]
    if (typeof day !== 'number' || typeof before !== 'number') return []
    if (Math.floor(day) > Math.floor(before)) return []
    const expected = day < before ? `after the one before it, ${before}` : 'a day that has no score yet'
    return [{ input: `scores[${i}].daysAfterCourse`, value: day, expected }]
  })
}
