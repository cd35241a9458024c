import { type Fault, refuse } from '../fault.ts'
import { courseOf, fewestScores, inputFaults, sinceCourse } from './door.ts'
import { posterior } from './posterior.ts'
import { literaturePrior, type Prior } from './prior.ts'
import { type Draws, drawsOf, reweighed } from './reweigh.ts'
import type { ForecastInput } from './shape.ts'

/** What a clinic’s own finished courses make of a prior, and how many people stand behind it. */
export type LearnedPrior = {
  prior: Prior
  /** The one it began with, to be shown beside it. */
  from: Prior
  patients: number
  /** Courses that say too little yet: less than four weeks of follow-up, or fewer than three usable scores. */
  tooShort: number
  learned: boolean
  /** Shifts in standard deviations of the prior: of the logarithm of the half-life, and of C50. */
  shifts: { halfLife: number; c50: number }
}

export const fewestPatients = 10
export const fewestDays = 28
const draws = 2048

/**
 * The prior that a clinic’s own finished courses suggest, each given as for a forecast at the end of its follow-up, one for each patient.
 * Guarded: it moves slowly, never far, and not at all below ten people. Spreads and noise are left alone. Every fault of every course at
 * once, by its place.
 */
export function learnPrior(courses: readonly ForecastInput[], prior: Prior = literaturePrior): LearnedPrior {
  refuse(courseFaults(courses))
  const found = courses.map((input) => ({ input, course: courseOf({ ...input, prior }) }))
  const told = found.filter(
    ({ input, course }) => input.nowDaysAfterCourse >= fewestDays && sinceCourse(course).length >= fewestScores,
  )
  // Too few change nothing, so nobody is drawn for them.
  const counted = told.length < fewestPatients ? [] : told
  const drawn = counted.map(({ input, course }) => drawsOf(posterior(course, input.seed, draws)))
  return { ...learnFrom(drawn, prior), patients: told.length, tooShort: courses.length - told.length }
}

/** The same from draws of people that were made under this very prior. */
export function learnFrom(patients: readonly Draws[], prior: Prior): LearnedPrior {
  const untouched = { prior, from: prior, patients: patients.length, tooShort: 0 }
  if (patients.length < fewestPatients) return { ...untouched, learned: false, shifts: { halfLife: 0, c50: 0 } }
  const { values } = prior
  const { q, halfLife, c50 } = reweighed(patients, values.q)
  return {
    ...untouched,
    prior: {
      id: `${prior.id}+${patients.length}-of-this-clinic`,
      title: `${prior.title}; learned from ${patients.length} people of this clinic`,
      values: {
        ...values,
        q,
        lnHalfLife: values.lnHalfLife + values.sHalfLife * halfLife,
        lnC50: values.lnC50 + values.sC50 * c50,
      },
    },
    learned: true,
    shifts: { halfLife, c50 },
  }
}

export function courseFaults(courses: unknown): Fault[] {
  if (!Array.isArray(courses))
    return [{ input: 'courses', value: courses, expected: 'a list of courses, each as for a forecast' }]
  return courses.flatMap((course, i) => inputFaults(course).map((fault) => ({ ...fault, input: `courses[${i}].${fault.input}` })))
}
