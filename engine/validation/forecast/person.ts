import { daysOf, exposureOf, usualPain, varianceOfMean } from '../../src/forecast/course.ts'
import { type Kind, kinds, level, noiseOf } from '../../src/forecast/level.ts'
import { kindChances } from '../../src/forecast/posterior.ts'
import { literaturePrior, type PriorValues } from '../../src/forecast/prior.ts'
import type { ForecastInput, GivenDose, Score } from '../../src/forecast/shape.ts'
import { normalAt, philox } from '../../src/numeric/random.ts'
import { gammaCentre, type Truth } from './truths.ts'

/** One virtual person: what the forecast is told, and what is true of them on every whole day from 0 on. */
export type Person = {
  course: number
  input: Omit<ForecastInput, 'scores' | 'nowDaysAfterCourse'>
  kind: number
  z: Float64Array
  /** Relief (a fraction of baseline) and reported score on day 0, 1, 2 …; what was heard of the scores. */
  relief: Float64Array
  reported: Float64Array
  heard: readonly Score[]
}

export const lastDay = 90

const racemic = (days: readonly number[], minutes: number, mg: number): GivenDose[] =>
  days.map((day) => ({ startDay: day - minutes / 1440, endDay: day, mg, drug: 'racemic-ketamine' }))

/** The five courses, by weight. */
const courses: readonly ((kg: number) => GivenDose[])[] = [
  (kg) => [{ startDay: -100 / 24, endDay: 0, mg: (2000 * kg) / 70, drug: 's-ketamine' }],
  () => racemic([-11, -10, -9, -8, -7, -4, -3, -2, -1, 0], 240, 100),
  () => racemic([-4, -3, -2, -1, 0], 240, 100),
  () => racemic([-2, -1, 0], 240, 100),
  (kg) => racemic([-4, -3, -2, -1, 0], 40, kg / 2),
]
export const courseCount = courses.length
export const dosesOf = (course: number, kg: number) => courses[course](kg)

const uniform = (seed: number, index: number, stream: number, place: number) =>
  (philox([index, place, stream, 5], [seed, 77])[0] + 0.5) / 2 ** 32

/** Person number `index` of a truth: a pure function of seed and index. */
export function personOf(truth: Truth, seed: number, index: number): Person {
  const course = index % courseCount
  const kg = 72 * Math.exp(0.18 * normalAt(seed, index, 40))
  const z = Float64Array.from({ length: 10 }, (_, j) => normalAt(seed, index, j))
  const chances = kindChances({ id: truth.id, title: truth.title, values: truth.values })
  const place = uniform(seed, index, 1, 0)
  const kind = place < chances[0] ? 0 : place < chances[0] + chances[1] ? 1 : 2
  const { usual, baseline } = baselineOf(truth.values, seed, index)
  const row = daysOf(
    exposureOf(dosesOf(course, kg), kg),
    Array.from({ length: lastDay + 1 }, (_, day) => day),
  )
  const believed = usualPain({ mean: baseline, scores: 7 }, literaturePrior.values)
  z[4] = (usual - believed.mean) / believed.sd
  const levels = new Float64Array(lastDay + 1)
  level(kinds[kind] as Kind, shifted(z, truth), 0, row, believed, truth.values, levels)
  const reported = reportedBy(truth, z, levels, seed, index)
  const relief = levels.map((pain) => 1 - pain / baseline)
  return {
    course,
    input: { doses: dosesOf(course, kg), weightKg: kg, baseline: { mean: baseline, scores: 7 }, seed: 1 },
    kind,
    z,
    relief,
    reported,
    heard: heardOf(truth, reported, relief, seed, index),
  }
}

/** The truth’s γ has a centre of its own: carried by its latent, in units of its spread. */
function shifted(z: Float64Array, truth: Truth): Float64Array {
  const centre = gammaCentre(truth)
  if (centre === 0) return z
  const moved = z.slice()
  moved[3] = centre / truth.values.sGamma
  return moved
}

/** Usual pain, and the mean of a week’s scores before the course; nobody comes with less than 4. */
function baselineOf(values: PriorValues, seed: number, index: number): { usual: number; baseline: number } {
  const n = 7
  const sd = Math.sqrt(values.baselineSd ** 2 * varianceOfMean(n, values.baselineCorrelation) + 1 / (12 * n))
  for (let again = 0; ; again++) {
    const usual = values.meanPain + values.sdPain * normalAt(seed, index, 50 + 2 * again)
    const baseline = usual + values.selection + sd * normalAt(seed, index, 51 + 2 * again)
    if (baseline >= 4 && baseline <= 10) return { usual, baseline }
  }
}

/** Daily whole numbers that stray from the level, with memory, heavy tails, flares and weekdays as the truth has them. */
function reportedBy({ noise, values }: Truth, z: Float64Array, levels: Float64Array, seed: number, index: number): Float64Array {
  const { sd, correlation } = noiseOf(z, 0, values)
  let stray = 0
  return levels.map((pain, day) => {
    const kept = day === 0 ? 0 : correlation
    const scale = Math.max(0.05, noise.factor * sd * Math.sqrt((1 - kept * kept) / (noise.degrees === 4 ? 2 : 3)))
    const weekday = noise.weekdays * Math.sin((2 * Math.PI * day) / 7)
    const flare = uniform(seed, index, 2, day) < noise.flareChance ? noise.flare : 0
    const drawn = pain + kept * stray + scale * studentAt(noise.degrees, seed, index, day)
    const calm = Math.min(10, Math.max(0, Math.round(drawn + weekday)))
    stray = calm - pain
    return Math.min(10, Math.max(0, Math.round(drawn + weekday + flare)))
  })
}

/** Student’s t as a normal over the root of a mean of squares. */
function studentAt(degrees: number, seed: number, index: number, day: number): number {
  const at = 1000 + day * 8
  let squares = 0
  for (let i = 1; i <= degrees; i++) squares += normalAt(seed, index, at + i) ** 2
  return normalAt(seed, index, at) / Math.sqrt(squares / degrees)
}

function heardOf(truth: Truth, reported: Float64Array, relief: Float64Array, seed: number, index: number): Score[] {
  const heard: Score[] = []
  for (let day = 1; day <= lastDay; day++) {
    const isWell = relief[day] >= 0.3
    if (uniform(seed, index, 3, day) < (isWell ? truth.silence.well : truth.silence.worse)) break
    if (truth.askedOn && !truth.askedOn.includes(day)) continue
    if (uniform(seed, index, 4, day) < truth.missing) continue
    heard.push({ daysAfterCourse: day, score: reported[day] })
  }
  return heard
}
