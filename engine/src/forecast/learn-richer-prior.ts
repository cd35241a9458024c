import { refuse } from '../fault.ts'
import { courseFaults, fewestDays, fewestPatients } from './clinic-prior.ts'
import { courseOf, sinceCourse } from './door.ts'
import { hedgedPrior } from './hedged-prior.ts'
import { learnedRicher, type Richer } from './learn-richer.ts'
import { posterior } from './posterior.ts'
import type { Prior } from './prior.ts'
import { drawsOf } from './reweigh.ts'
import type { ForecastInput } from './shape.ts'

/** What a clinic’s finished courses make of the hedged prior (version 3), and how many people stand behind it. */
export type RicherPrior = {
  prior: Prior
  from: Prior
  patients: number
  tooShort: number
  learned: boolean
  found: Richer | null
}

const draws = 2048

/**
 * The prior that every finished course with a score suggests, one for each person, given as for a forecast at the end of its follow-up. One
 * score is enough: asking for more would keep the better ones, since whoever falls silent is worse. Guarded as `learnPrior` is; it also learns in
 * how many relief lasts a time of its own, how long, and how unlike. Every fault of every course at once, by its place.
 */
export function learnRicherPrior(courses: readonly ForecastInput[]): RicherPrior {
  refuse(courseFaults(courses))
  const found = courses.map((input) => ({ input, course: courseOf({ ...input, prior: hedgedPrior }) }))
  const told = found.filter(({ input, course }) => input.nowDaysAfterCourse >= fewestDays && sinceCourse(course).length >= 1)
  const counts = { from: hedgedPrior, patients: told.length, tooShort: courses.length - told.length }
  if (told.length < fewestPatients) return { ...counts, prior: hedgedPrior, learned: false, found: null }
  const { values, id, title } = hedgedPrior
  const richer = learnedRicher(
    told.map(({ course, input }) => drawsOf(posterior(course, input.seed, draws))),
    values,
  )
  const prior = {
    id: `${id}+${told.length}-of-this-clinic`,
    title: `${title}; learned from ${told.length} people of this clinic`,
    values: {
      ...values,
      q: richer.q,
      m: richer.m,
      lnHalfLife: values.lnHalfLife + values.sHalfLife * richer.halfLife,
      lnC50: values.lnC50 + values.sC50 * richer.c50,
      lnDuration: values.lnDuration + values.sDuration * richer.duration,
      sDuration: richer.sDuration,
    },
  }
  return { ...counts, prior, learned: true, found: richer }
}
