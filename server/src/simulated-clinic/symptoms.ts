import { type Dose, effects, fraction, models, scaled, simulateEffectSite, units } from '@dripline/engine'
import type { Chance } from './seed.ts'

/** How one invented person feels: a baseline, whether the drug works for them, and how long. */
export type Symptoms = {
  readonly baseline: number
  readonly isResponder: boolean
  /** Pain 0–10 so many days after the first session began, with what was really given by then. */
  pain(days: number, given: readonly Dose[]): number
  /** Mood 0–10 and a PHQ-9 total so many days after day 0, or before it. */
  depression(days: number): { mood: number; total: number; item9: number }
  /** Whether this question is left unanswered; about one in six is. */
  isSilent(what: string): boolean
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))
const logNormal = (chance: Chance, spread: number, ...what: (string | number)[]) => Math.exp(spread * chance.normal(...what))

const RESPOND = { pain: 0.67, depression: 0.6 } as const
const SILENT = 1 / 6
const NOISE = 0.8

/** Draws a person; pain follows the long-relief model of the engine plus noise, and depression a response that is kept for some weeks. */
export const symptomsOf = (chance: Chance, number: number, indication: 'pain' | 'depression', weightKg: number): Symptoms => {
  const isResponder = chance.of('responder', number) < RESPOND[indication]
  const baseline = indication === 'pain' ? 6 + 3 * chance.of('baseline', number) : 16 + 8 * chance.of('baseline', number)
  const { reliefDahan2011: dahan } = effects
  const ke0 = dahan.ke0 / logNormal(chance, 0.5, 'half-life', number)
  const c50 = { ...dahan.c50, typical: dahan.c50.typical * logNormal(chance, 0.8, 'c50', number) }
  const disposition = models.kamp2020.parameters({ weightKg, ageYears: 45, sex: 'female' })
  const keptDays = 40 * logNormal(chance, 0.6, 'kept', number)
  return {
    baseline,
    isResponder,
    isSilent: (what) => chance.of('silent', number, what) < SILENT,
    pain: (days, given) => {
      const time = units.days(Math.max(0, days))
      const ce =
        given.length === 0 || days <= 0
          ? 0
          : (simulateEffectSite(disposition, ke0, scaled(given, 0.5), [time]).effectSite[0] ?? 0)
      const relief = isResponder ? fraction(ce, { ...dahan, c50 }) : 0.08 * chance.of('placebo', number)
      return clamp(baseline * (1 - relief) + NOISE * chance.normal('pain', number, Math.round(days * 10)), 10)
    },
    depression: (days) => {
      const isWell = isResponder && days > -10 && days < keptDays
      const level = baseline * (isWell ? 0.35 : isResponder && days >= keptDays ? 0.8 : 0.92)
      const total = clamp(level + 1.5 * chance.normal('phq', number, days), 27)
      return {
        total,
        mood: clamp(10 - total / 2.7 + NOISE * chance.normal('mood', number, days), 10),
        item9: total >= 20 && chance.of('item9', number, days) < 0.25 ? 1 : 0,
      }
    },
  }
}
