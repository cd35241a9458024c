import type { Basis, Source } from './model.ts'
import type { Regimen } from './regimen.ts'
import { days, hours, inDays, inHours } from './units.ts'
import type { Warning } from './warnings.ts'

/** After how little rest a second long course is said: the study had 16 days. Times in min. */
const repeatedCourse: {
  source: Source
  infused: { value: number; basis: Basis }
  rest: { value: number; basis: Basis }
  /** Doses no farther apart than this are of one course. */
  oneCourse: { value: number; basis: Basis }
} = {
  source: {
    citation: 'Noppers et al. Pain 2011;152:2173',
    population: 'six people given S-ketamine 10–20 mg/h over 100 h twice, 16 days apart; the liver was injured in three of them',
    confidence: 'abstract read; nobody studied where the limits lie, so both are set wider than what was seen',
  },
  infused: { value: hours(72), basis: 'inferred' },
  rest: { value: days(21), basis: 'inferred' },
  oneCourse: { value: days(2), basis: 'inferred' },
}

type Course = { from: number; to: number; infused: number }

/** Doses in the order of their start, gathered to courses. Overlapping infusions count once. */
function coursesOf(regimen: Regimen): Course[] {
  const given = regimen.filter(({ mg, minutes }) => mg > 0 && minutes > 0).toSorted((a, b) => a.from - b.from)
  const courses: Course[] = []
  for (const { from, minutes } of given) {
    const end = from + minutes
    const last = courses.at(-1)
    if (last && from - last.to <= repeatedCourse.oneCourse.value) {
      last.infused += Math.max(0, end - Math.max(from, last.to))
      last.to = Math.max(last.to, end)
    } else courses.push({ from, to: end, infused: minutes })
  }
  return courses
}

/** A second long course soon after a first: the liver. The limits are `repeatedCourse`. */
export function regimenWarnings(regimen: Regimen): Warning[] {
  const long = coursesOf(regimen).filter(({ infused }) => infused >= repeatedCourse.infused.value)
  return long.slice(1).flatMap(({ from, infused }, i) => {
    const rest = from - long[i].to
    if (rest >= repeatedCourse.rest.value) return []
    const said = `${Math.round(inHours(long[i].infused))} h and ${Math.round(inHours(infused))} h of infusion with ${inDays(rest).toFixed(1)} days between`
    return [
      {
        about: 'regimen' as const,
        message: `${said}: two courses of 100 h, 16 days apart, injured the liver of three people in six (${repeatedCourse.source.citation})`,
      },
    ]
  })
}
