import type { Days } from './course.ts'
import type { PriorValues } from './prior.ts'

/** The three kinds of patient: the drug does nothing, acts by its dose, or acts for a fixed time. */
export const kinds = ['none', 'dose-driven', 'fixed-duration'] as const

export type Kind = (typeof kinds)[number]

/** How many standard normals make one person. */
export const latents = 10

/** What is known of the person before the course: the usual pain, as a normal. */
export type Usual = { mean: number; sd: number }

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/**
 * The underlying pain (0 to 10) of the person that the ten standard normals at `z[at]` stand for, on each of the days, written from
 * `out[0]` on. Order: C50 or duration, half-life or steepness, Emax, gamma, usual pain, placebo, its half-life, drift, noise, correlation.
 */
export function level(
  kind: Kind,
  z: Float64Array,
  at: number,
  row: Days,
  usual: Usual,
  prior: PriorValues,
  out: Float64Array,
): void {
  const n = row.days.length
  if (kind === 'none') out.fill(0, 0, n)
  else if (kind === 'dose-driven') slowSite(z, at, row, prior, out)
  else fixedDuration(z, at, row, prior, out)
  const pain = usual.mean + usual.sd * z[at + 4]
  const placebo = logistic(prior.logitPlacebo + prior.sPlacebo * z[at + 5])
  const fading = Math.LN2 / Math.exp(prior.lnPlaceboHalfLife + prior.sPlaceboHalfLife * z[at + 6])
  const drift = prior.sDrift * z[at + 7]
  for (let i = 0; i < n; i++) {
    const natural = Math.min(10, Math.max(0, pain + drift * row.drift[i]))
    const since = row.since[i]
    const expected = since < 0 ? 0 : placebo * Math.exp(-fading * since)
    out[i] = natural * (1 - out[i]) * (1 - expected)
  }
}

/** The share of pain the drug takes, through a slow site that fills with every exposure and empties between them. */
function slowSite(z: Float64Array, at: number, row: Days, prior: PriorValues, out: Float64Array): void {
  const { days, from, exposure } = row
  const lnC50 = prior.lnC50 + prior.sC50 * z[at]
  const rate = Math.LN2 / Math.exp(prior.lnHalfLife + prior.sHalfLife * z[at + 1])
  const most = logistic(prior.logitEmax + prior.sEmax * z[at + 2])
  const gamma = Math.exp(prior.sGamma * z[at + 3])
  let lnSite = Number.NEGATIVE_INFINITY
  let last = 0
  for (let i = 0; i < days.length; i++) {
    lnSite -= rate * (days[i] - last)
    last = days[i]
    if (from[i] < from[i + 1]) {
      let site = Math.exp(lnSite)
      for (let j = from[i]; j < from[i + 1]; j++) site += rate * exposure.areas[j] * Math.exp(-rate * (last - exposure.days[j]))
      lnSite = Math.log(site)
    }
    out[i] = most / (1 + Math.exp(gamma * (lnC50 - lnSite)))
  }
}

/** The same where relief lasts a time of its own, whatever the dose. */
function fixedDuration(z: Float64Array, at: number, row: Days, prior: PriorValues, out: Float64Array): void {
  const lnDuration = prior.lnDuration + prior.sDuration * z[at]
  const steepness = Math.exp(prior.lnSteepness + prior.sSteepness * z[at + 1])
  const most = logistic(prior.logitEmax + prior.sEmax * z[at + 2])
  for (let i = 0; i < row.days.length; i++)
    out[i] = row.since[i] < 0 ? 0 : most / (1 + Math.exp(steepness * (row.lnSince[i] - lnDuration)))
}

/** The person's noise: daily SD of a score, and the correlation of neighbouring days. */
export const noiseOf = (z: Float64Array, at: number, prior: PriorValues) => ({
  sd: Math.exp(prior.lnNoise + prior.sNoise * z[at + 8]),
  correlation: logistic(prior.logitCorrelation + prior.sCorrelation * z[at + 9]),
})
