import {
  auc,
  band,
  drawKe0,
  drawSubject,
  effects,
  infusion,
  type Model,
  models,
  patientVariability,
  peak,
  type Regimen,
  timeAbove,
  versions,
} from '@dripline/engine'
import { curve } from '../policies/curve.ts'
import { usual } from '../policy.ts'
import type { CurveInputs, OrderCurve } from './curve-inputs.ts'
import { cannotDraw, sayCannotDraw } from './frozen-curve.ts'

const { stepMinutes, orderAfterMinutes, people, dissociationFrom, dissociationTo, analgesiaFrom, analgesiaTo } = usual(curve)
// One seed for every order: what the prescriber saw before signing is what is frozen.
const SEED = 20_090_115

/** The models that can be drawn, the one that orders are frozen with first. */
export const curveModels = [
  { id: 'kamp-2020', name: 'Kamp 2020', of: '18 pooled studies, clearance by weight to the power 0.75' },
  { id: 'domino', name: 'Domino', of: 'the set that infusion pumps carry, all constants by weight' },
] as const

export type CurveModelId = (typeof curveModels)[number]['id']

/** The model that inputs were frozen with; whoever draws has asked `cannotDraw` first. */
const modelOf = (inputs: CurveInputs): Model => {
  const why = cannotDraw(inputs)
  const model = Object.values(models).find(({ id }) => id === inputs.model.id)
  if (why || !model) throw new TypeError(why ? sayCannotDraw(why) : `No such model: ${inputs.model.id}`)
  return model
}

/** What the curve says beside itself, wherever it is shown. */
export const curveCaption = {
  spread: 'Spread borrowed: clearance 25 %, central volume 30 %, second volume 50 %',
  effectSite: 'Effect site: half-time 8.3 min (5.1 to 13), Olofsen 2022, borrowed from S-ketamine, another PK model',
  notModelled: 'Not modeled: other drugs, illness, arm-vein delay, enantiomers, relief',
} as const

/** Plasma concentrations in ng/mL at which others saw an effect; they stand beside plasma only. */
export const plasmaRanges = {
  source: 'Zanos et al. 2018',
  basis: 'source',
  ranges: [
    { label: 'dissociation', from: dissociationFrom, to: dissociationTo },
    { label: 'analgesia', from: analgesiaFrom, to: analgesiaTo },
  ],
} as const

type Wanted = {
  doseMg: string
  minutes: number
  weightKg: string
  ageYears: number
  sex: 'female' | 'male'
  model?: CurveModelId
}

/** The inputs of an order's curve, with the versions of the model and the effect that are in force now. */
export const curveInputs = ({ doseMg, minutes, weightKg, ageYears, sex, model = 'kamp-2020' }: Wanted): CurveInputs => ({
  model: { id: model, version: versions[model] },
  effect: { id: effects.perceptionOlofsen2022.id, version: versions[effects.perceptionOlofsen2022.id as keyof typeof versions] },
  variability: patientVariability.id,
  subject: { weightKg: Number(weightKg), ageYears, sex },
  doseMg: Number(doseMg),
  minutes,
  seed: SEED,
  size: people,
})

const regimenOf = ({ doseMg, minutes }: CurveInputs): Regimen => [infusion(doseMg, minutes)]

/** Simulated plasma and effect site, with the bands of 50 and 90 of 100 people; a model estimate. */
export const orderCurve = (inputs: CurveInputs): OrderCurve => {
  const { subject, minutes, seed, size } = inputs
  const times = Array.from({ length: Math.ceil((minutes + orderAfterMinutes) / stepMinutes) + 1 }, (_, i) => i * stepMinutes)
  const regimen = regimenOf(inputs)
  const effect = effects.perceptionOlofsen2022
  return {
    ...band({ model: modelOf(inputs), subject, regimen, times, effect, seed, size, variability: patientVariability }),
    times,
  }
}

/** The middle of so many people, and where 90 of 100 lie. */
export type Spread = { median: number; p5: number; p95: number }

/** Peaks in ng/mL, plasma above the lowest published range in min, exposure for all time in ng·h/mL. */
export type CurveSummary = { plasmaPeak: Spread; effectPeak: Spread; minutesAbove: Spread; exposure: Spread }

const NG_PER_ML = 1000
const lowest = Math.min(...plasmaRanges.ranges.map(({ from }) => from))

/** The summary of the same people as the curve's, each worked out exactly and not read off the drawing. */
export const curveSummary = (inputs: CurveInputs): CurveSummary => {
  const { subject, seed, size } = inputs
  const typical = modelOf(inputs).parameters(subject)
  const regimen = regimenOf(inputs)
  const people = Array.from({ length: size }, (_, i) => ({
    p: drawSubject(typical, patientVariability, seed, i),
    ke0: drawKe0(effects.perceptionOlofsen2022, seed, i),
  }))
  return {
    plasmaPeak: spreadOf(people.map(({ p }) => peak(p, regimen).value * NG_PER_ML)),
    effectPeak: spreadOf(people.map(({ p, ke0 }) => peak(p, regimen, ke0).value * NG_PER_ML)),
    minutesAbove: spreadOf(people.map(({ p }) => timeAbove(p, regimen, lowest / NG_PER_ML))),
    exposure: spreadOf(people.map(({ p }) => (auc(p, regimen) * NG_PER_ML) / 60)),
  }
}

function spreadOf(values: number[]): Spread {
  const sorted = values.sort((a, b) => a - b)
  const at = (share: number) => {
    const place = share * (sorted.length - 1)
    const low = sorted[Math.floor(place)] ?? Number.NaN
    return low + (place % 1) * ((sorted[Math.ceil(place)] ?? low) - low)
  }
  return { median: at(0.5), p5: at(0.05), p95: at(0.95) }
}
