import { literaturePrior, type PriorValues } from '../../src/forecast/prior.ts'

/** How virtual people really are, beside what the forecast believes of them. */
export type Truth = {
  id: string
  title: string
  /** What a title has no room for. */
  detail?: string
  /** What they are drawn from; the forecast keeps its own prior. */
  values: PriorValues
  /** Days on which they are asked; every day when absent. */
  askedOn?: readonly number[]
  /** The chance that a day’s score is missing. */
  missing: number
  /** The chance of falling silent for good, each day, while relief is 30 % or more and while it is less. */
  silence: { well: number; worse: number }
  noise: { factor: number; degrees: 3 | 4; flareChance: number; flare: number; weekdays: number }
}

const quiet = { factor: 1, degrees: 4, flareChance: 0, flare: 3, weekdays: 0 } as const
const matched: Truth = {
  id: 'matched',
  title: 'as the forecast believes',
  values: literaturePrior.values,
  missing: 0,
  silence: { well: 0, worse: 0 },
  noise: quiet,
}
const logit = (p: number) => Math.log(p / (1 - p))
const differing = (id: string, title: string, values: Partial<PriorValues>, rest: Partial<Truth> = {}): Truth => ({
  ...matched,
  ...rest,
  id,
  title,
  values: { ...matched.values, ...values },
})

/** Several beliefs broken at once. "Half for a fixed 45 d" can be read as the same for nearly everybody, or as a median with the spread that is believed: both are tried. */
const rich = (id: string, title: string, sDuration: number) =>
  differing(
    id,
    title,
    { m: 0.5, lnDuration: Math.log(45), sDuration, sGamma: 0.6 },
    {
      detail:
        'a fixed duration in half of those the drug acts in, spread of γ 0.6, 5 % flare days of 3 points, weekdays ± 0.4, 15 % missing, dropout',
      missing: 0.15,
      silence: { well: 0.005, worse: 0.015 },
      noise: { ...quiet, flareChance: 0.05, weekdays: 0.4 },
    },
  )

/** The visits of three months of follow-up. */
export const visitDays = [1, 3, 7, 14, 21, 28, 42, 56, 70, 90]

/** The truths under which the forecast is tried; it is told of none of them. */
export const truths: readonly Truth[] = [
  matched,
  differing('visits', 'asked at visits only', {}, { askedOn: visitDays }),
  differing('missing', '30 % missing', {}, { missing: 0.3 }),
  differing('silent-worse', 'silent when worse (6 against 1 % a day)', {}, { silence: { well: 0.01, worse: 0.06 } }),
  differing('silent-well', 'silent when well (6 against 1 % a day)', {}, { silence: { well: 0.06, worse: 0.01 } }),
  differing(
    'heavy',
    'noise × 1.5, t with 3 d.f., 5 % flare days of 3 points',
    {},
    { noise: { ...quiet, factor: 1.5, degrees: 3, flareChance: 0.05 } },
  ),
  differing('steep', 'γ = 3 for all', { sGamma: 1e-9 }),
  differing('slow', 'typical half-life 20 d', { lnHalfLife: Math.log(20) }),
  differing('fast', 'typical half-life 6 d', { lnHalfLife: Math.log(6) }),
  differing('expectant', 'expectancy 35 %, fading in 10 d', { logitPlacebo: logit(0.35), lnPlaceboHalfLife: Math.log(10) }),
  differing('few', 'the drug acts in 25 %', { q: 0.25 }),
  rich('rich', 'rich, 45 d for nearly everybody', 0.1),
  rich('rich-spread', 'rich, 45 d as a median', literaturePrior.values.sDuration),
]

/** γ is e to a normal of this centre; everywhere but in one truth it is 1. */
export const gammaCentre = (truth: Truth) => (truth.id === 'steep' ? Math.log(3) : 0)
