import { band, effects, type ForecastInput, forecast, infusion, models, patientVariability } from '../src/index.ts'

/** What a person does not wait for: the forecast of one patient, and the band of the plan screen. They run in Node, a page, a worker. */
export type Screen = { id: string; about: string; limitMs: number; runs: number; prepare: () => () => void }

export type Where = 'page' | 'worker'

/** Somebody with so many daily scores after a week of infusions: good relief that fades. */
function patient(scores: number): ForecastInput {
  const stray = [0, 1, -1, 0, 0, 1, -1, 1, 0, -1]
  return {
    doses: [-4, -3, -2, -1, 0].map((day) => ({ startDay: day - 40 / 1440, endDay: day, mg: 40, drug: 'racemic-ketamine' })),
    weightKg: 80,
    baseline: { mean: 7, scores: 7 },
    scores: Array.from({ length: scores }, (_, i) => ({
      daysAfterCourse: i + 1,
      score: Math.round(7 - 4 * Math.exp(-i / 40)) + stray[i % stray.length],
    })),
    nowDaysAfterCourse: scores,
    seed: 1,
  }
}

const forecastOf = (scores: number) => () => {
  const input = patient(scores)
  return () => {
    const { drugActs, holdsDaily } = forecast(input)
    if (!(drugActs >= 0 && drugActs <= 1) || holdsDaily.some((x, i) => x > (holdsDaily[i - 1] ?? 1)))
      throw new Error('the forecast is not one')
  }
}

/** As the plan screen asks: 100 mg in four hours, every two minutes until four hours after. */
const bandOfThousand = () => {
  const times = Array.from({ length: 241 }, (_, i) => 2 * i)
  const regimen = [infusion(100, 240)]
  const subject = { weightKg: 72, ageYears: 44, sex: 'female' } as const
  return () => {
    const { plasma } = band({
      model: models.kamp2020,
      subject,
      regimen,
      times,
      effect: effects.perceptionOlofsen2022,
      seed: 20_090_115,
      size: 1000,
      variability: patientVariability,
    })
    const [low, middle, high] = [plasma.p5[120], plasma.p50[120], plasma.p95[120]]
    if (!(low < middle && middle < high && middle > 0.195 && middle < 0.235)) throw new Error('the band is not one')
  }
}

export const screens: readonly Screen[] = [
  { id: 'T5', about: 'a relief forecast from 30 scores', limitMs: 100, runs: 15, prepare: forecastOf(30) },
  { id: 'T5/90', about: 'a relief forecast from 90 scores', limitMs: 1000, runs: 9, prepare: forecastOf(90) },
  { id: 'T6', about: 'a band of 1,000 patients for the plan screen', limitMs: 50, runs: 25, prepare: bandOfThousand },
]
