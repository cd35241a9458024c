import { philox } from '../numeric/random.ts'
import type { Course } from './door.ts'
import { latents, noiseOf } from './level.ts'
import { spreadAfter } from './likelihood.ts'
import type { Posterior } from './posterior.ts'
import type { Score, Window } from './shape.ts'
import { windowMeans } from './shape.ts'

/** Relief that counts: 30 % of baseline. */
export const enoughRelief = 0.3

/** For every person, the index of the first day on which underlying relief is below 30 %; n when there is none. */
export function firstLoss(levels: Float64Array, n: number, baseline: number): Int32Array {
  const most = (1 - enoughRelief) * baseline
  return Int32Array.from({ length: levels.length / n }, (_, person) => {
    for (let i = 0; i < n; i++) if (levels[person * n + i] > most) return i
    return n
  })
}

/** The share of people who are still without loss on each of n days. */
export function holding(losses: Int32Array, n: number): number[] {
  const fallen = new Float64Array(n + 1)
  for (const day of losses) fallen[day]++
  let left = losses.length
  return Array.from({ length: n }, (_, i) => {
    left -= fallen[i]
    return left / losses.length
  })
}

/** Where a falling row crosses a height, days from its start, linear between days; null when it stays above. */
export function crossing(row: readonly number[], height: number): number | null {
  const at = row.findIndex((value) => value < height)
  if (at < 0) return null
  return at === 0 ? 0 : at - 1 + (row[at - 1] - height) / (row[at - 1] - row[at])
}

const likely = 0.8
const even = 0.5
const widestDays = 28

/** A day of loss is looked for this far from now; the forecast always looks as far. */
export const farthestDays = 56

type Told = { now: number; hadRelief: boolean; isSilent: boolean }

/** The days between which relief will more and more probably have gone, or why they cannot be named. */
export function windowOf(holds: readonly number[], losses: Int32Array, { now, hadRelief, isSilent }: Told): Window {
  const spanDays = middleHalf(losses)
  if (isSilent) return { kind: 'cannot say yet', because: 'there is no forecast yet', spanDays }
  if (holds[0] < even) return { kind: 'none', because: hadRelief ? 'relief has probably ended' : 'relief was not reached' }
  if (spanDays > widestDays) return { kind: 'cannot say yet', because: 'the day of loss is too uncertain', spanDays }
  const [opens, closes] = [crossing(holds, likely), crossing(holds, even)]
  return {
    kind: 'window',
    opensDaysAfterCourse: opens === null ? null : now + opens,
    closesDaysAfterCourse: closes === null ? null : now + closes,
    means: windowMeans,
  }
}

/** How many days the middle half of the days of loss spans, none counted later than 56 days from now. */
function middleHalf(losses: Int32Array): number {
  const sorted = losses.map((day) => Math.min(day, farthestDays)).sort()
  return sorted[Math.floor(0.75 * sorted.length)] - sorted[Math.floor(0.25 * sorted.length)]
}

/** Student's t with four degrees of freedom, by its closed quantile. */
function t4(p: number): number {
  const alpha = 4 * p * (1 - p)
  const root = Math.sqrt(alpha)
  const q = Math.cos(Math.acos(Math.min(1, root)) / 3) / root
  return Math.sign(p - 0.5) * 2 * Math.sqrt(Math.max(0, q - 1))
}

const none = Number.NEGATIVE_INFINITY

/** The last score heard and every person's level on its day. */
export type Heard = Score & { levels: Float64Array }

/** Days from now on, and the levels of all people on them. */
export type Visits = { days: readonly number[]; levels: Float64Array }

/** The visit before the first of those asked about: a loss that the last score already began. */
const already = -1

/**
 * For every person, the visit (by its number) on which loss would be reported: the first of two in a row with less than 30 % relief; −1
 * when the last score heard is that first one, n when there is none. Scores are drawn on from how the last one strayed; `last` is that
 * score with the level on its day.
 */
export function reportedLoss(
  found: Posterior,
  visits: Visits,
  course: Course,
  seed: number,
  last: Heard | undefined,
): Int32Array {
  const n = visits.days.length
  const most = (1 - enoughRelief) * course.baseline
  return Int32Array.from({ length: found.people }, (_, person) => {
    const { sd, correlation } = noiseOf(found.latents, person * latents, course.prior.values)
    let stray = last ? last.score - last.levels[person] : 0
    let day = last ? last.daysAfterCourse : Number.NEGATIVE_INFINITY
    let failing = last && last.score > most ? already : none
    for (let i = 0; i < n; i++) {
      const kept = correlation ** Math.max(1, visits.days[i] - day)
      const [word] = philox([person, i, 7, 0], [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0])
      const place = visits.levels[person * n + i] + kept * stray
      const drawn = place + spreadAfter(kept, sd) * t4((word + 0.5) / 2 ** 32)
      const score = Math.min(10, Math.max(0, Math.round(drawn)))
      if (score <= most) failing = none
      else if (failing !== none) return failing
      else failing = i
      stray = score - visits.levels[person * n + i]
      day = visits.days[i]
    }
    return n
  })
}

/** The share of people in whom no loss has been reported by a day. */
export function stillReported(losses: Int32Array, visits: readonly number[], by: number): number {
  const reached = visits.filter((day) => day <= by).length
  let lost = 0
  for (const visit of losses) if (visit < reached) lost++
  return 1 - lost / losses.length
}
