import { noiseOf } from './level.ts'
import type { PriorValues } from './prior.ts'

/** Whole-number scores with the days since the one before each; the first stands alone. */
export type Reported = { scores: Float64Array; gaps: Float64Array }

export const reportedOf = (scores: readonly { daysAfterCourse: number; score: number }[]): Reported => ({
  scores: Float64Array.from(scores, ({ score }) => score),
  gaps: Float64Array.from(scores, ({ daysAfterCourse }, i) =>
    i === 0 ? 0 : Math.max(1, daysAfterCourse - scores[i - 1].daysAfterCourse),
  ),
})

/** Student's t with four degrees of freedom: the chance of a value below x. Its variance is 2. */
export function tail4(x: number): number {
  const v = x / Math.sqrt(1 + 0.25 * x * x)
  return 0.5 + 0.375 * v * (1 - (v * v) / 12)
}

const least = 1e-12
const narrowest = 0.05

/** The scale of a report when so much is kept of how the one before strayed; `sd` is that of the reports of a day. */
export const spreadAfter = (kept: number, sd: number) => Math.max(narrowest, sd * Math.sqrt((1 - kept * kept) / 2))

/**
 * How likely a person is to report these scores when their underlying pain on those days is `levels`. What is reported strays from the
 * level with heavy tails and remembers how it strayed the time before; rounding and the ends of the scale are exact.
 */
export function logLikelihood(reported: Reported, levels: Float64Array, z: Float64Array, at: number, prior: PriorValues): number {
  const { scores, gaps } = reported
  const { sd, correlation } = noiseOf(z, at, prior)
  const lnCorrelation = Math.log(correlation)
  const nextDay = spreadAfter(correlation, sd)
  let sum = 0
  let product = 1
  for (let i = 0; i < scores.length; i++) {
    const gap = gaps[i]
    const kept = gap === 0 ? 0 : gap === 1 ? correlation : Math.exp(gap * lnCorrelation)
    const scale = gap === 1 ? nextDay : spreadAfter(kept, sd)
    const place = i === 0 ? levels[0] : levels[i] + kept * (scores[i - 1] - levels[i - 1])
    const score = scores[i]
    const below = score === 0 ? 0 : tail4((score - 0.5 - place) / scale)
    const above = score === 10 ? 1 : tail4((score + 0.5 - place) / scale)
    product *= Math.max(above - below, least)
    if (product < 1e-200) {
      sum += Math.log(product)
      product = 1
    }
  }
  return sum + Math.log(product)
}
