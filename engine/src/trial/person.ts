import { daysOf, type Exposure, exposureOf, usualPain } from '../forecast/course.ts'
import { kinds, latents, level, noiseOf } from '../forecast/level.ts'
import { kindChances } from '../forecast/posterior.ts'
import type { Prior } from '../forecast/prior.ts'
import { distribution } from '../numeric/normal.ts'
import { normalAt } from '../numeric/random.ts'
import type { Arm } from './definition.ts'

/** One virtual person of an arm: the baseline, and the score reported on each day asked for; NaN once they are not heard of any more. */
export type Diary = { baseline: number; scores: Float64Array }

const place = { weight: 40, kind: 41, usual: 42, baseline: 43, dropout: 44, noise: 100 } as const
/** Assumed, since the trials print no weights; they matter only to doses per kg. */
const typicalKg = 72
const spreadKg = 0.18

/** Between 0 and 1, evenly. */
const evenAt = (seed: number, index: number, at: number) => distribution(normalAt(seed, index, at))

/** Person number `index`: a pure function of seed and index, whatever thread or machine draws them. */
export function diaryOf(
  arm: Arm,
  days: readonly number[],
  prior: Prior,
  dropoutPerWeek: number,
  seed: number,
  index: number,
): Diary {
  const { values } = prior
  const weightKg = typicalKg * Math.exp(spreadKg * normalAt(seed, index, place.weight))
  const z = Float64Array.from({ length: latents }, (_, j) => normalAt(seed, index, j))
  const usual = values.meanPain + values.sdPain * normalAt(seed, index, place.usual)
  const baseline = Math.min(
    10,
    Math.max(1, usual + values.selection + 0.5 * values.baselineSd * normalAt(seed, index, place.baseline)),
  )
  const believed = usualPain({ mean: baseline, scores: 7 }, values)
  z[4] = (usual - believed.mean) / believed.sd
  const row = daysOf(exposureIn(arm, weightKg), days)
  const levels = new Float64Array(days.length)
  const kind = arm.placebo ? 0 : kindAt(evenAt(seed, index, place.kind), kindChances(prior))
  level(kinds[kind], z, 0, row, believed, values, levels)
  const heardUntil = lastHeard(dropoutPerWeek, evenAt(seed, index, place.dropout))
  return { baseline, scores: reported(levels, days, noiseOf(z, 0, values), heardUntil, seed, index) }
}

/** What nobody was given still raises hope: a placebo acts on the same days with nothing in it. */
function exposureIn(arm: Arm, weightKg: number): Exposure {
  const exposure = exposureOf(arm.doses(weightKg), weightKg)
  return arm.placebo ? { ...exposure, areas: new Float64Array(exposure.areas.length) } : exposure
}

function kindAt(u: number, chances: readonly number[]): number {
  if (u < chances[0]) return 0
  return u < chances[0] + chances[1] ? 1 : 2
}

/** Constant hazard: the day after which somebody is not heard of. */
const lastHeard = (perWeek: number, u: number) =>
  perWeek === 0 ? Number.POSITIVE_INFINITY : (7 * Math.log(1 - u)) / Math.log(1 - perWeek)

function reported(
  levels: Float64Array,
  days: readonly number[],
  noise: { sd: number; correlation: number },
  heardUntil: number,
  seed: number,
  index: number,
): Float64Array {
  let stray = 0
  return levels.map((pain, i) => {
    const kept = i === 0 ? 0 : noise.correlation ** Math.max(1, days[i] - days[i - 1])
    const shock = heavyAt(seed, index, place.noise + 6 * i)
    const drawn = pain + kept * stray + Math.max(0.05, noise.sd * Math.sqrt((1 - kept * kept) / 2)) * shock
    const score = Math.min(10, Math.max(0, Math.round(drawn)))
    stray = score - pain
    return days[i] > heardUntil ? Number.NaN : score
  })
}

/** Student's t with four degrees of freedom. */
function heavyAt(seed: number, index: number, at: number): number {
  let squares = 0
  for (let i = 1; i <= 4; i++) squares += normalAt(seed, index, at + i) ** 2
  return normalAt(seed, index, at) / Math.sqrt(squares / 4)
}
