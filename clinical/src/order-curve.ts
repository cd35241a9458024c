import { band, effects, infusion, models, type PopulationBand, patientVariability, peak, versions } from '@dripline/engine'

/** Everything that makes an order's curve, frozen with the order: the same inputs draw the same curve on any machine. */
export type CurveInputs = {
  model: { id: string; version: string }
  effect: { id: string; version: string }
  variability: string
  subject: { weightKg: number; ageYears: number; sex: 'female' | 'male' }
  doseMg: number
  minutes: number
  seed: number
  size: number
}

/** Minutes from the start, and mg/L at each for the population around the subject. */
export type OrderCurve = PopulationBand & { times: readonly number[]; typicalPeak: number }

const STEP_MINUTES = 2
const AFTER_MINUTES = 240
const SIZE = 500

/** What the curve says beside itself, wherever it is shown. */
export const curveCaption = {
  model: 'Kamp 2020, 18 pooled studies, clearance by weight to the power 0.75',
  spread: 'Spread borrowed: clearance 25 %, central volume 30 %, second volume 50 %',
  effectSite: 'Effect site: half-time 8.3 min (5.1 to 13), Olofsen 2022, borrowed from S-ketamine, another PK model',
  notModelled: 'Not modelled: other drugs, illness, arm-vein delay, enantiomers, relief',
} as const

type Wanted = { doseMg: string; minutes: number; weightKg: string; ageYears: number; sex: 'female' | 'male'; seed: number }

/** The inputs of an order's curve, with the versions of the model and the effect that are in force now. */
export const curveInputs = ({ doseMg, minutes, weightKg, ageYears, sex, seed }: Wanted): CurveInputs => ({
  model: { id: models.kamp2020.id, version: versions[models.kamp2020.id as keyof typeof versions] },
  effect: { id: effects.perceptionOlofsen2022.id, version: versions[effects.perceptionOlofsen2022.id as keyof typeof versions] },
  variability: patientVariability.id,
  subject: { weightKg: Number(weightKg), ageYears, sex },
  doseMg: Number(doseMg),
  minutes,
  seed,
  size: SIZE,
})

/** Simulated plasma and effect site, with the bands of 50 and 90 of 100 people; a model estimate. */
export const orderCurve = ({ subject, doseMg, minutes, seed, size }: CurveInputs): OrderCurve => {
  const regimen = [infusion(doseMg, minutes)]
  const times = Array.from({ length: (minutes + AFTER_MINUTES) / STEP_MINUTES + 1 }, (_, i) => i * STEP_MINUTES)
  const population = band({ model: models.kamp2020, subject, regimen, times, effect: effects.perceptionOlofsen2022, seed, size })
  return { ...population, times, typicalPeak: peak(models.kamp2020.parameters(subject), regimen).value }
}
