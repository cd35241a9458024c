import { effects, models, relief } from '@dripline/engine'
import type { FanPoint } from '../charts/fan.tsx'
import type { ReliefCourse } from './outcomes.ts'

/** Half of a racemate is S-ketamine, and the effect was estimated on S-ketamine alone. */
const S_FRACTION = 0.5

export const curveModel = { kinetics: models.kamp2020, effect: effects.reliefDahan2011 }

/** What the paper expects of pain from 0 to 10 in somebody it works for, around its typical course; `at` in days. */
export type ExpectedPain = { responder: readonly FanPoint[]; nonResponder: number }

/**
 * The pain expected after the doses really given, in real time from the first infusion, for a responder and for a non-responder.
 * Null for depression, where relief does not follow a concentration; null before the first dose and without a baseline.
 */
export function expectedPain(
  { indication, given, outcome }: Pick<ReliefCourse, 'indication' | 'given' | 'outcome'>,
  lastDay: number,
): ExpectedPain | null {
  const { baseline } = outcome.read
  if (indication !== 'pain' || !given || given.regimen.length === 0 || baseline === null) return null
  const { responder } = relief({
    disposition: models.kamp2020.parameters(given.subject),
    regimen: given.regimen,
    days: daysTo(lastDay),
    sFraction: S_FRACTION,
    effect: curveModel.effect,
  })
  const before = Number(baseline)
  const pain = (share: number | undefined) => before * (1 - (share ?? 0))
  const { p5, p25, p75, p95 } = responder.band
  const points = daysTo(lastDay).map((at, i) => ({
    at,
    // Much relief is little pain: the band turns over.
    p5: pain(p95[i]),
    p25: pain(p75[i]),
    median: pain(responder.relief[i]),
    p75: pain(p25[i]),
    p95: pain(p5[i]),
  }))
  return { responder: points, nonResponder: before }
}

const FINE_DAYS = 16

/** Half days while infusions are given, whole days after. */
const daysTo = (lastDay: number): number[] => [
  ...Array.from({ length: FINE_DAYS * 2 }, (_, i) => i / 2),
  ...Array.from({ length: Math.max(1, Math.ceil((lastDay - FINE_DAYS) / 2) + 1) }, (_, i) => FINE_DAYS + i * 2),
]
