import { type Claim, claims } from '@dripline/clinical'
import { course, endOf, infusion, models, type Regimen, relief, simulate, units } from '@dripline/engine'
import { once } from '../once.ts'

export const kinds = ['one', 'ten', 'hundred'] as const
export type Kind = (typeof kinds)[number]

const lastDay = 84
/** Closer where the line bends: after the last infusion it first rises, as the slow site fills. */
const days = [0, 1, 2, 4, 6, ...Array.from({ length: 20 }, (_, i) => 8 + 4 * i)]
const hours = [0, 0.5, 1, 1.5, ...Array.from({ length: 24 }, (_, i) => 2 + 2 * i)]
/** Less pain than this much of a hundred is not counted as worth having. */
const WORTH = 30
const weekdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]

/** Each published course: what was given, and which part of it was S-ketamine. */
const regimens: Record<Kind, { regimen: Regimen; sFraction: number }> = {
  one: { regimen: [infusion(35, 40)], sFraction: 0.5 },
  ten: { regimen: course([infusion(100, units.hours(4))], weekdays.map(units.days)), sFraction: 0.5 },
  hundred: {
    regimen: [
      infusion(40, units.hours(8)),
      infusion(80, units.hours(8), units.hours(8)),
      infusion(120, units.hours(8), units.hours(16)),
      infusion(1520, units.hours(76), units.hours(24)),
    ],
    sFraction: 1,
  },
}

/** Of 100, the relief of a typical person who responds and the doubt around it. */
export type OfRelief = readonly [p5: number, p25: number, typical: number, p75: number, p95: number]

/** From the end of the last infusion on: what is left of the drug, of 100, by hours; relief by days. */
export type AfterCourse = {
  drug: readonly number[]
  relief: readonly OfRelief[]
  /** The first day on which relief is under the line, and by the doubt at the soonest and at the latest; null beyond the last day drawn. */
  under: { typical: number | null; soonest: number | null; latest: number | null }
}

export type WeeksNumbers = {
  worth: number
  lastDay: number
  days: readonly number[]
  hours: readonly number[]
  courses: Readonly<Record<Kind, AfterCourse>>
  /** Of twenty in the trial of the hundred hours: relief on the drug, and on placebo. */
  twenty: { relief: number; placebo: number }
}

/** The first whole day under the line, read off between two days that are drawn. */
function firstUnder(values: ArrayLike<number>): number | null {
  const of100 = days.map((_, i) => 100 * (values[i] ?? 0))
  const i = of100.findLastIndex((value) => value >= WORTH)
  const [before = 0, after = 0, from = 0, to] = [of100[i], of100[i + 1], days[i], days[i + 1]]
  if (i < 0) return 0
  return to === undefined ? null : Math.ceil(from + ((to - from) * (before - WORTH)) / (before - after))
}

const tenth = (share: number) => Math.round(1000 * share) / 10

function afterCourse({ regimen, sFraction }: { regimen: Regimen; sFraction: number }): AfterCourse {
  const disposition = models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
  const end = endOf(regimen)
  const { responder } = relief({ disposition, regimen, sFraction, days: days.map((day) => day + end / units.days(1)) })
  const plasma = simulate(
    disposition,
    regimen,
    hours.map((hour) => end + units.hours(hour)),
  )
  const { p5, p25, p75, p95 } = responder.band
  return {
    drug: [...plasma].map((each) => tenth(each / (plasma[0] ?? 1))),
    relief: days.map((_, i) => {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = [p5, p25, responder.relief, p75, p95].map((values) => tenth(values[i] ?? 0))
      return [a, b, c, d, e] as const
    }),
    under: { typical: firstUnder(responder.relief), soonest: firstUnder(p5), latest: firstUnder(p95) },
  }
}

const ofTwenty = (of100: number) => Math.round(of100 / 5)
const trial = (): Claim['estimates'][number] | undefined => claims.find(({ id }) => id === 'relief-two-thirds')?.estimates[0]

export const weeksNumbers = once('weeks', (): WeeksNumbers => {
  const { one, ten, hundred } = regimens
  const found = trial()
  return {
    worth: WORTH,
    lastDay,
    days,
    hours,
    courses: { one: afterCourse(one), ten: afterCourse(ten), hundred: afterCourse(hundred) },
    twenty: { relief: ofTwenty(found?.value ?? 0), placebo: ofTwenty(found?.against?.value ?? 0) },
  }
})
