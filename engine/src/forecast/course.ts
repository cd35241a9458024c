import { clearance, steadyStateVolume } from '../kinetics.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { inNgPerMl } from '../units.ts'
import { driftDays, minutesPerDay, type PriorValues } from './prior.ts'
import type { GivenDose } from './shape.ts'

/** What acts on the slow site: points in time (days, ascending) with the exposure each brings (ng·d/mL of S-ketamine). */
export type Exposure = { days: Float64Array; areas: Float64Array }

/** Every infusion cut into equal pieces of a day or less; each acts in its middle, later by the mean time that the drug stays in the body. */
export function exposureOf(doses: readonly GivenDose[], weightKg: number): Exposure {
  const disposition = kamp2020.parameters({ weightKg })
  const litresPerDay = clearance(disposition) * minutesPerDay
  const residence = steadyStateVolume(disposition) / litresPerDay
  const points = doses.flatMap(({ startDay, endDay, mg, drug }) => {
    const pieces = Math.max(1, Math.ceil(endDay - startDay - 1e-9))
    const mgS = drug === 's-ketamine' ? mg : mg / 2
    return Array.from({ length: pieces }, (_, i) => ({
      day: startDay + ((i + 0.5) * (endDay - startDay)) / pieces + residence,
      area: inNgPerMl(mgS / litresPerDay) / pieces,
    }))
  })
  points.sort((a, b) => a.day - b.day || a.area - b.area)
  return { days: Float64Array.from(points, ({ day }) => day), areas: Float64Array.from(points, ({ area }) => area) }
}

/** Everything about a row of days that does not depend on the person drawn. */
export type Days = {
  exposure: Exposure
  days: Float64Array
  /** For day i the exposures `from[i]` up to `from[i + 1]` came since the day before it. */
  from: Int32Array
  /** Days since the latest exposure, its logarithm, and how far the natural course has drifted; before the first, since is −1. */
  since: Float64Array
  lnSince: Float64Array
  drift: Float64Array
}

export function daysOf(exposure: Exposure, days: ArrayLike<number>): Days {
  const n = days.length
  const found: Days = {
    exposure,
    days: Float64Array.from(days),
    from: new Int32Array(n + 1),
    since: new Float64Array(n),
    lnSince: new Float64Array(n),
    drift: new Float64Array(n),
  }
  let next = 0
  for (let i = 0; i < n; i++) {
    found.from[i] = next
    while (next < exposure.days.length && exposure.days[next] <= days[i]) next++
    found.since[i] = next === 0 ? -1 : days[i] - exposure.days[next - 1]
    found.lnSince[i] = Math.log(found.since[i])
    found.drift[i] = -Math.expm1(-Math.max(0, days[i] - (exposure.days[0] ?? Number.POSITIVE_INFINITY)) / driftDays)
  }
  found.from[n] = next
  return found
}

/** What is left of the variance of one daily score in the mean of n, when neighbours correlate: n⁻²·Σ φ^|i−j|. */
export function varianceOfMean(n: number, correlation: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += correlation ** Math.abs(i - j)
  return sum / n ** 2
}

/** What is believed of the usual pain of a person who came with this baseline. */
export function usualPain(baseline: { mean: number; scores: number }, prior: PriorValues): { mean: number; sd: number } {
  const n = baseline.scores
  const noise = prior.baselineSd ** 2 * varianceOfMean(n, prior.baselineCorrelation) + 1 / (12 * n)
  const weight = prior.sdPain ** 2 / (prior.sdPain ** 2 + noise)
  return {
    mean: prior.meanPain + weight * (baseline.mean - prior.selection - prior.meanPain),
    sd: Math.sqrt(weight * noise),
  }
}
