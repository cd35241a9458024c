import { type Days, daysOf } from './course.ts'
import type { Course } from './door.ts'
import { kinds, latents, level } from './level.ts'
import { logLikelihood } from './likelihood.ts'
import type { Prior } from './prior.ts'
import { type Sampled, sample } from './sampler.ts'

/** People drawn from the posterior, each as likely as another: kind by number, and ten latents to each. */
export type Posterior = {
  people: number
  kinds: Uint8Array
  latents: Float64Array
  /** The chance of each kind, given the scores: no effect, dose-driven, fixed duration. */
  chances: readonly number[]
  lnEvidence: number
  effectiveSize: number
  rounds: number
  draws: number
}

/** The chances of the three kinds before any score. */
export const kindChances = ({ values: { q, m } }: Prior): readonly number[] => [1 - q, q * (1 - m), q * m]

/** What the scores say of the person, with `stage0` prior points for each kind, and as many people drawn. */
export function posterior(course: Course, seed: number, stage0: number): Posterior {
  const { reported, usual, prior } = course
  const row = daysOf(
    course.exposure,
    course.scores.map(({ daysAfterCourse }) => daysAfterCourse),
  )
  const levels = new Float64Array(row.days.length)
  const chances = kindChances(prior)
  const found = sample(
    kinds.map((kind, i) => ({
      chance: chances[i],
      logLikelihood: (z, at) => {
        level(kind, z, at, row, usual, prior.values, levels)
        return logLikelihood(reported, levels, z, at, prior.values)
      },
    })),
    seed,
    stage0,
    course.scores.length > 0,
  )
  return course.scores.length > 0 ? resampled(found, stage0) : unweighed(found, stage0)
}

/** Systematic resampling, from the middle of the first step. */
function resampled({ clouds, weights, ...rest }: Sampled, people: number): Posterior {
  const found = { people, kinds: new Uint8Array(people), latents: new Float64Array(people * latents) }
  let person = 0
  let reached = 0
  clouds.forEach(({ z, count }, kind) => {
    for (let i = 0; i < count; i++) {
      reached += weights[kind][i] * people
      for (; person < people && person + 0.5 <= reached; person++) {
        found.kinds[person] = kind
        found.latents.set(z.subarray(i * latents, (i + 1) * latents), person * latents)
      }
    }
  })
  // Rounding may leave the very last one over: it is as the one before.
  for (; person < people; person++) {
    found.kinds[person] = found.kinds[person - 1]
    found.latents.copyWithin(person * latents, (person - 1) * latents, person * latents)
  }
  return { ...found, ...rest }
}

/** Without scores all points of a kind weigh the same, and the first of an even spread are as even as all: every second or third would not be. */
function unweighed({ clouds, weights: _, ...rest }: Sampled, people: number): Posterior {
  const found = { people, kinds: new Uint8Array(people), latents: new Float64Array(people * latents) }
  let person = 0
  let chance = 0
  clouds.forEach(({ z }, kind) => {
    chance += rest.chances[kind]
    const until = Math.round(chance * people)
    found.kinds.fill(kind, person, until)
    found.latents.set(z.subarray(0, (until - person) * latents), person * latents)
    person = until
  })
  return { ...found, ...rest }
}

/** The underlying pain of every person of a posterior on each day, one person's days after another's. */
export function levelsOf(found: Posterior, row: Days, { usual, prior }: Course): Float64Array {
  const n = row.days.length
  const all = new Float64Array(found.people * n)
  const one = new Float64Array(n)
  for (let person = 0; person < found.people; person++) {
    level(kinds[found.kinds[person]], found.latents, person * latents, row, usual, prior.values, one)
    all.set(one, person * n)
  }
  return all
}
