import { days } from '../units.ts'

/** How far a number of the prior can be trusted: in a paper, worked out from one, or chosen so that what was published comes out. */
export type Mark = 'seen' | 'derived' | 'assumed'

export type Assumption = { value: number; mark: Mark; source: string }

const dahan = 'Dahan et al. Eur J Pain 2011;15:258–267'
const assumed = 'chosen so that published trials come out; to be learned from patients'
const seen = (value: number, source = dahan): Assumption => ({ value, mark: 'seen', source })
const derived = (value: number, source: string): Assumption => ({ value, mark: 'derived', source })
const guess = (value: number, source = assumed): Assumption => ({ value, mark: 'assumed', source })

/** What is believed of a person before any score: medians, and the spread of the normal behind each. Times in days, C50 in ng/mL. */
export const literature = {
  id: 'literature-2026',
  title: 'From publications, with what they leave open assumed',
  values: {
    /** The chance that the drug acts at all. */
    q: derived(0.57, `${dahan}: 67 % under ketamine and 23 % under placebo, taken as independent: 1 − 0.33/0.77`),
    /** Of those, the share in whom relief lasts a fixed time whatever the dose. */
    m: guess(0.2),
    lnC50: seen(Math.log(10.5)),
    sC50: derived(0.72, `${dahan}: its 95 % interval, with a spread of 0.6 between patients assumed`),
    lnHalfLife: seen(Math.log(10.9)),
    sHalfLife: derived(0.53, `${dahan}: its 95 % interval, with a spread of 0.4 between patients assumed`),
    logitEmax: guess(2),
    sEmax: guess(1),
    sGamma: guess(0.25),
    lnDuration: guess(Math.log(30)),
    sDuration: guess(0.8),
    lnSteepness: guess(Math.log(4)),
    sSteepness: guess(0.6),
    sDrift: guess(0.6),
    logitPlacebo: guess(-2),
    sPlacebo: guess(1.1),
    lnPlaceboHalfLife: guess(Math.log(28)),
    sPlaceboHalfLife: guess(0.7),
    /** Baseline pain over people, and by how much they come on a worse day than their usual. */
    meanPain: guess(6.4),
    sdPain: guess(1.6),
    selection: guess(0.3),
    /** Noise of one person’s daily score while the baseline was taken. */
    baselineSd: guess(1.1),
    baselineCorrelation: guess(0.5),
    lnNoise: guess(Math.log(1.1)),
    sNoise: guess(0.35),
    logitCorrelation: guess(0),
    sCorrelation: guess(0.7),
  },
} as const

export type PriorValues = { readonly [name in keyof typeof literature.values]: number }

/** A prior by its name, with the numbers alone. */
export type Prior = { id: string; title: string; values: PriorValues }

const numbers = Object.fromEntries(Object.entries(literature.values).map(([name, { value }]) => [name, value]))

/** The prior from publications. */
export const literaturePrior: Prior = { id: literature.id, title: literature.title, values: numbers as PriorValues }

/** The natural course drifts over this many days. */
export const driftDays = 30

/** Minutes in a day: kinetics counts in minutes, the forecast in days. */
export const minutesPerDay = days(1)
