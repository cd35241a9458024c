import {
  drawKe0,
  drawSubject,
  effects,
  fraction,
  infusion,
  models,
  patientVariability,
  simulateEffectSite,
  units,
} from '@dripline/engine'

const seed = 2011
const { reliefDahan2011 } = effects

/** The course of the trial behind the picture: S-ketamine over 100 hours in hospital, 5, 10, 15 and then 20 mg an hour. */
export const trialRegimen = [
  infusion(40, units.hours(8)),
  infusion(80, units.hours(8), units.hours(8)),
  infusion(120, units.hours(8), units.hours(16)),
  infusion(1520, units.hours(76), units.hours(24)),
]
/** The day on which that infusion ends. */
export const endDay = 100 / 24
const people = 20

/** The weeks at which each person is drawn; the infusion ends at 0. */
export const weeks: readonly number[] = [-1.6, ...Array.from({ length: 64 }, (_, i) => -0.6 + i * 0.2)]

// How many respond is the trial's; where among the twenty the others stand is only how the picture is arranged.
const responding = Math.round(people * reliefDahan2011.responder.typical)
const places = [1, 4, 8, 10, 13, 16, 19, 3, 6, 11, 14, 18, 0, 2, 5, 7, 9, 12, 15, 17]
const withoutRelief = new Set(places.slice(0, people - responding))

const reliefOf = (index: number): number[] => {
  const typical = models.kamp2020.parameters({ weightKg: 70, ageYears: 46, sex: 'female' })
  const days = weeks.map((week) => week * 7 + endDay)
  const times = days.filter((day) => day >= 0).map(units.days)
  const disposition = drawSubject(typical, patientVariability, seed, index)
  const { effectSite } = simulateEffectSite(disposition, drawKe0(reliefDahan2011, seed, index), trialRegimen, times)
  const before = days.length - times.length
  return days.map((_, i) => (i < before ? 0 : fraction(effectSite[i - before] ?? 0, reliefDahan2011)))
}

/** Twenty simulated adults after the trial's course; those without relief are flat whatever they are given. */
export const twentyPeople: readonly { relief: readonly number[]; responds: boolean }[] = Array.from(
  { length: people },
  (_, i) => {
    const responds = !withoutRelief.has(i)
    return { responds, relief: responds ? reliefOf(i) : weeks.map(() => 0) }
  },
)

export const withoutReliefCount = people - responding
