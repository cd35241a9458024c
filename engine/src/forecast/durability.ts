import { type Fault, numberFaults, refuse } from '../fault.ts'
import type { Source } from '../model.ts'

/**
 * How long a response of depression is kept: a Weibull hazard that differs between people by a gamma factor of variance 1/frailty.
 * Days only. No dose and no concentration enters, since nothing published links them to how long it lasts.
 */
export type DurabilityPrior = {
  id: string
  title: string
  source: Source
  frailty: { value: number; basis: 'assumed' }
  shape: number
  scaleDays: number
  /** Beyond this day there are few data to be right about. */
  fewDataAfterDay: number
  examples: readonly { day: number; survival: number }[]
}

/** The trial’s people who were still well at day 83 are not reproduced: from here on its curve is not to be leaned on. */
const trialDays = 40

/** The last day of which the clinics tell anything. */
const clinicDays = 56

/** The two there are; they differ more than three-fold at four weeks, so they are shown together. */
export const durabilityPriors: readonly [DurabilityPrior, DurabilityPrior] = [
  {
    id: 'trial-six-infusions',
    title: 'After six infusions in a trial, nothing given afterwards',
    source: {
      citation: 'Murrough et al. Biol Psychiatry 2013;74:250–256',
      population: '24 adults with resistant depression, responders followed to day 83; quartiles of relapse 11, 18 and 27 days',
      confidence:
        'quartiles seen in a second source, the reading of the outer two recalled; the few still well at day 83 are not reproduced',
    },
    frailty: { value: 4, basis: 'assumed' },
    shape: 1.91,
    scaleDays: 20.769,
    fewDataAfterDay: trialDays,
    examples: [
      { day: 7, survival: 0.8839 },
      { day: 14, survival: 0.6408 },
      { day: 28, survival: 0.2311 },
      { day: 56, survival: 0.0199 },
    ],
  },
  {
    id: 'community-clinics',
    title: 'In community clinics, maintenance allowed, of those who stayed',
    source: {
      citation: 'McInnes et al. J Affect Disord 2022;301:486–495',
      population: 'people treated in clinics who responded and came back: 80 % at 28 days, 60 % at 56 days',
      confidence: 'abstract read; who left is not counted',
    },
    frailty: { value: 4, basis: 'assumed' },
    shape: 1.246,
    scaleDays: 91.235,
    fewDataAfterDay: clinicDays,
    examples: [
      { day: 7, survival: 0.9602 },
      { day: 14, survival: 0.9088 },
      { day: 28, survival: 0.8 },
      { day: 56, survival: 0.6003 },
    ],
  },
]

/** An earlier course: how many days response was kept, and whether it was then lost or only no longer watched. */
export type PastCourse = { days: number; lost: boolean }

export type KeptInput = { wellAtDay: number; days: readonly number[]; past?: readonly PastCourse[] }

/** The chance under one prior that a response kept until `wellAtDay` is still kept on each of the days after the course. */
export function kept(prior: DurabilityPrior, { wellAtDay, days, past = [] }: KeptInput): number[] {
  refuse(keptFaults(wellAtDay, days, past))
  const { frailty, shape, scaleDays } = prior
  const hazard = (day: number) => (day / scaleDays) ** shape
  const known = past.reduce((sum, course) => sum + hazard(course.days), frailty.value)
  const power = frailty.value + past.filter(({ lost }) => lost).length
  return days.map((day) => ((known + hazard(wellAtDay)) / (known + hazard(Math.max(day, wellAtDay)))) ** power)
}

/** The day by which half of such people have lost their response. */
export function medianKept(prior: DurabilityPrior, { wellAtDay, past = [] }: Omit<KeptInput, 'days'>): number {
  refuse(keptFaults(wellAtDay, [wellAtDay], past))
  const { frailty, shape, scaleDays } = prior
  const hazard = (day: number) => (day / scaleDays) ** shape
  const known = past.reduce((sum, course) => sum + hazard(course.days), frailty.value)
  const power = frailty.value + past.filter(({ lost }) => lost).length
  return scaleDays * ((known + hazard(wellAtDay)) * 2 ** (1 / power) - known) ** (1 / shape)
}

export type Kept = { prior: DurabilityPrior; chances: number[]; medianDay: number; fewDataAfterDay: number }

/** The chances under both priors, which are shown side by side. Only for people who responded. */
export const keptUnderBoth = (input: KeptInput): readonly Kept[] =>
  durabilityPriors.map((prior) => ({
    prior,
    chances: kept(prior, input),
    medianDay: medianKept(prior, input),
    fewDataAfterDay: prior.fewDataAfterDay,
  }))

function keptFaults(wellAtDay: unknown, days: unknown, past: unknown): Fault[] {
  const list = (input: string, value: unknown) => (Array.isArray(value) ? [] : [{ input, value, expected: 'a list' }])
  return [
    ...numberFaults('wellAtDay', wellAtDay, { min: 0 }),
    ...list('days', days),
    ...(Array.isArray(days) ? days.flatMap((day, i) => numberFaults(`days[${i}]`, day, { min: 0 })) : []),
    ...list('past', past),
    ...(Array.isArray(past) ? past.flatMap(pastFaults) : []),
  ]
}

const pastFaults = (course: unknown, i: number): Fault[] => {
  const { days, lost } = (course ?? {}) as Record<string, unknown>
  const isSaid = typeof lost === 'boolean'
  return [
    ...numberFaults(`past[${i}].days`, days, { above: 0 }),
    ...(isSaid ? [] : [{ input: `past[${i}].lost`, value: lost, expected: 'true or false' }]),
  ]
}
