import { levels as bandLevels, listed } from '../band.ts'
import type { Course } from './door.ts'
import type { Heard, Visits } from './holding.ts'
import { latents, noiseOf } from './level.ts'
import { spreadAfter, tail4 } from './likelihood.ts'
import type { Posterior } from './posterior.ts'
import type { Fan } from './shape.ts'

/** People looked at: every so many of the posterior's, enough for quantiles of whole numbers. */
const enough = 512

const highest = 10

/**
 * The fan of relief as it would be reported on each day: of whole-number scores, that stray from the level with heavy tails and remember how
 * the last one strayed. Exact over the people, nothing is drawn; on the day of the last score it is that score.
 */
export function reportedFan(found: Posterior, { days, levels }: Visits, course: Course, last?: Heard): Fan {
  const chances = new Float64Array(highest + 1)
  return listed(days.length, (i) => {
    if (last?.daysAfterCourse === days[i]) chances.fill(0).fill(1, last.score)
    else chancesOn(days[i], i, chances)
    return bandLevels.map((p) => 1 - scoreAt(chances, p) / course.baseline)
  })

  /** The chance of each score or a lower one. */
  function chancesOn(day: number, i: number, out: Float64Array): void {
    const every = Math.max(1, Math.floor(found.people / enough))
    let people = 0
    out.fill(0)
    for (let person = 0; person < found.people; person += every) {
      people += 1
      const { sd, correlation } = noiseOf(found.latents, person * latents, course.prior.values)
      const kept = last ? correlation ** Math.max(1, day - last.daysAfterCourse) : 0
      const scale = spreadAfter(kept, sd)
      const place = levels[person * days.length + i] + (last ? kept * (last.score - last.levels[person]) : 0)
      for (let score = 0; score < highest; score++) out[score] += tail4((score + 0.5 - place) / scale)
    }
    for (let score = 0; score < highest; score++) out[score] /= people
    out[highest] = 1
  }
}

/** The highest score that a share p of reports reach or pass: where relief has its quantile p. */
function scoreAt(chances: Float64Array, p: number): number {
  for (let score = highest; score > 0; score--) if (1 - chances[score - 1] >= p) return score
  return 0
}
