import { EngineFault } from '../fault.ts'
import type { Basis, Model, Subject } from '../model.ts'
import type { Regimen } from '../regimen.ts'
import { baseOfHydrochloride, hours, inNgPerMl, inNmolPerLitre, kilograms, nmolPerMl } from '../units.ts'
import type { Body } from './body.ts'
import { bodyOf } from './body.ts'
import { type Asked, level, surpriseOf, tested } from './goodness.ts'
import { inOrder, isBlank } from './in-order.ts'
import type { Observation } from './observation.ts'

/** What may have been written down wrongly, in words; samples stand `factor` times as high as they were, or times and weights are that many times too small. */
export type Slip = {
  id: SlipId
  says: string
  factor: number
  /** The only sample it concerns, by its place; all of them unless said. */
  sample?: number
  /** Against the other slips named: its share of what explains the samples. */
  share: number
}

export type SlipId = 'thousand' | 'molar' | 'ten' | 'two' | 'salt' | 'sixty' | 'per kg' | 'hours' | 'pounds'

/** What is fitted, as it was written down. */
export type Written = {
  model: Model
  subject: Subject
  regimen: Regimen
  observations: readonly Observation[]
  asked: Omit<Asked, 'regimen' | 'typical'>
}

type Reading = Omit<Slip, 'share'> & { meant: (written: Written) => Written }

/** Weights of adults (kg), supposed: median and SD of the logarithm. Pounds are likelier where they lead to a usual weight. */
const adults: { median: number; sd: number; basis: Basis } = { median: 77, sd: 0.25, basis: 'inferred' }

const levels = (factor: number, only?: number) => (written: Written) => ({
  ...written,
  observations: written.observations.map((o, i) =>
    'plasma' in o && (only === undefined || only === i) ? { ...o, plasma: o.plasma / factor } : o,
  ),
})

const molar = inNmolPerLitre(1, 'ketamine') / inNgPerMl(inNgPerMl(1))
const thousand = inNgPerMl(1)

/** Factors by which samples are too high, with what would make them so. */
const units: readonly { id: SlipId; factor: number; says: string }[] = [
  { id: 'thousand', factor: thousand, says: 'samples a thousand times too high: pg/mL written as ng/mL' },
  { id: 'thousand', factor: 1 / thousand, says: 'samples a thousand times too low: mg/L (µg/mL) written as ng/mL' },
  { id: 'molar', factor: molar * thousand, says: 'samples in nmol/L written as ng/mL' },
  { id: 'molar', factor: 1 / inNgPerMl(nmolPerMl(1)), says: 'samples in nmol/mL (µmol/L) written as ng/mL' },
  { id: 'ten', factor: 10, says: 'samples ten times too high, or doses ten times too low: a point one place off' },
  { id: 'ten', factor: 0.1, says: 'samples ten times too low, or doses ten times too high: a point one place off' },
]

const shared: readonly { id: SlipId; factor: number; says: string }[] = [
  ...units,
  { id: 'two', factor: 2, says: 'samples of both enantiomers where one was given or is modelled, or a dose given twice' },
  { id: 'two', factor: 0.5, says: 'samples of one enantiomer where both were given, or half the dose' },
  { id: 'salt', factor: 1 / baseOfHydrochloride(1), says: 'samples or doses of which one is hydrochloride: samples too high' },
  { id: 'salt', factor: baseOfHydrochloride(1), says: 'doses of hydrochloride written as base' },
  { id: 'sixty', factor: hours(1), says: 'doses sixty times too low: a rate per minute written as one per hour' },
  { id: 'sixty', factor: 1 / hours(1), says: 'doses sixty times too high: a rate per hour written as one per minute' },
]

const laterBy = (factor: number) => (regimen: Regimen) =>
  regimen.map((dose) => ({ ...dose, from: dose.from * factor, minutes: dose.minutes * factor }))
const drawnLaterBy = (factor: number) => (observations: readonly Observation[]) =>
  observations.map((o) => ({ ...o, time: o.time * factor }))

/** Every slip that is looked for in a case. */
function readings({ subject: { weightKg } }: Written): Reading[] {
  const hour = hours(1)
  return [
    ...shared.map((slip) => ({ ...slip, meant: levels(slip.factor) })),
    { id: 'per kg', factor: weightKg, says: 'doses in mg per kg written as mg', meant: levels(weightKg) },
    { id: 'per kg', factor: 1 / weightKg, says: 'doses in mg taken as mg per kg', meant: levels(1 / weightKg) },
    {
      id: 'hours',
      factor: hour,
      says: 'times of the samples in hours written as minutes',
      meant: (written) => ({ ...written, observations: drawnLaterBy(hour)(written.observations) }),
    },
    {
      id: 'hours',
      factor: hour,
      says: 'times of the doses in hours written as minutes',
      meant: (written) => ({ ...written, regimen: laterBy(hour)(written.regimen) }),
    },
    {
      id: 'hours',
      factor: hour,
      says: 'all times in hours written as minutes',
      meant: (written) => ({
        ...written,
        regimen: laterBy(hour)(written.regimen),
        observations: drawnLaterBy(hour)(written.observations),
      }),
    },
    {
      id: 'pounds',
      factor: 1 / kilograms(1),
      says: `a weight in pounds written as kilograms: ${kilograms(weightKg).toFixed(1)} kg`,
      meant: (written) => ({ ...written, subject: { ...written.subject, weightKg: kilograms(weightKg) } }),
    },
  ]
}

/** The same of one sample alone, where only that one stands apart. */
const readingsOf = (sample: number): Reading[] => units.map((slip) => ({ ...slip, sample, meant: levels(slip.factor, sample) }))

type Weighed = Reading & { surprise: number; fits: () => boolean }

const unlikely = ({ weightKg }: Subject) => (Math.log(weightKg / adults.median) / adults.sd) ** 2

/** A case read as meant and fitted; undefined where that is no case at all. */
function weighed(written: Written, reading: Reading): Weighed | undefined {
  const { model, subject, regimen, observations, asked: rest } = reading.meant(written)
  if (observations.some((o) => 'plasma' in o && o.plasma > 0 && isBlank(regimen, o))) return undefined
  const typical = bodyIn(model, subject)
  if (!typical) return undefined
  const [asked, samples] = [{ ...rest, regimen, typical }, inOrder(regimen, observations)]
  const heavier = reading.id === 'pounds' ? unlikely(subject) - unlikely(written.subject) : 0
  return { ...reading, surprise: surpriseOf(asked, samples) + heavier, fits: () => tested(asked, samples).chance >= level }
}

function bodyIn(model: Model, subject: Subject): Body | undefined {
  try {
    return bodyOf(model.parameters(subject))
  } catch (error) {
    if (error instanceof EngineFault) return undefined
    throw error
  }
}

/** What a slip must gain to be named, and how far behind the best one another may be (−2 ln of a ratio of 20 and of 12). */
const [gain, behind] = [6, 5]

/** The slips with which the samples fit, likeliest first; none where nothing that is looked for explains them. */
export function slipsOf(written: Written, surprise: number, apart: ReadonlyMap<number, number>): Slip[] {
  const farthest = [...apart].reduce((most, next) => (Math.abs(next[1]) > Math.abs(most[1]) ? next : most), [-1, 0])[0]
  const all = [...readings(written), ...(apart.size > 2 ? readingsOf(farthest) : [])]
  const found = all
    .flatMap((reading) => weighed(written, reading) ?? [])
    .filter((one) => one.surprise < surprise - gain)
    .sort((a, b) => a.surprise - b.surprise)
  const named: Weighed[] = []
  for (const one of found) if (!(one.surprise > (named[0]?.surprise ?? Infinity) + behind) && one.fits()) named.push(one)
  const weights = named.map((one) => Math.exp((named[0].surprise - one.surprise) / 2))
  const sum = weights.reduce((a, b) => a + b, 0)
  return named.map(({ id, says, factor, sample }, i) => ({
    id,
    says,
    factor,
    ...(sample !== undefined && { sample }),
    share: weights[i] / sum,
  }))
}
