import { type Disposition, dispositionFaults } from './disposition.ts'
import { numberFaults, refuse, sound } from './fault.ts'
import { type Even, listOf, stopFaults } from './numeric/even.ts'
import { modes } from './numeric/modes.ts'
import { stretches } from './numeric/stretch.ts'
import { Walk } from './numeric/walk.ts'
import { type Piece, pieces, type Regimen, regimenFaults } from './regimen.ts'
import type { Times } from './simulate.ts'
import { Course } from './turnover/course.ts'
import { Driver, type Site } from './turnover/driver.ts'
import { type Turnover, turnoverFaults } from './turnover/law.ts'

/** The concentration at the site that drives (mg/L) and the response to it, at the same times. */
export type Driven = { site: Float64Array; response: Float64Array }

/**
 * A response that is made and lost, driven by plasma or an effect site, at each time (min, ascending). Exact kinetics and panels of high
 * order: within 1e-10 of the largest response, over weeks as over minutes.
 */
export function simulateTurnover(p: Disposition, site: Site, turnover: Turnover, regimen: Regimen, times: Times | Even): Driven {
  refuse(
    dispositionFaults(p),
    site === 'plasma' ? [] : numberFaults('ke0', site?.ke0, { above: 0 }),
    turnoverFaults(turnover),
    regimenFaults(regimen),
    stopFaults(times),
  )
  const at = listOf(times)
  const found = { site: new Float64Array(at.length), response: new Float64Array(at.length) }
  respond(p, site, turnover, pieces(regimen), at, found, 0)
  return { site: sound('site', found.site), response: sound('response', found.response) }
}

/** Somebody, and how the response of interest is made and lost in them. */
export type Responder = { body: Disposition; site: Site; turnover: Turnover }

/** The same for many, person by person: person i at time j is at i·times + j. Each is computed alone, so any split gives the same numbers. */
export function simulateTurnovers(people: readonly Responder[], regimen: Regimen, times: Times | Even): Driven {
  refuse(
    regimenFaults(regimen),
    stopFaults(times),
    people.flatMap(({ body, site, turnover }, i) =>
      [
        ...dispositionFaults(body),
        ...(site === 'plasma' ? [] : numberFaults('ke0', site?.ke0, { above: 0 })),
        ...turnoverFaults(turnover),
      ].map((fault) => ({ ...fault, input: `people[${i}].${fault.input}` })),
    ),
  )
  const at = listOf(times)
  const parts = pieces(regimen)
  const found = { site: new Float64Array(people.length * at.length), response: new Float64Array(people.length * at.length) }
  people.forEach(({ body, site, turnover }, i) => {
    respond(body, site, turnover, parts, at, found, i * at.length)
  })
  return { site: sound('site', found.site), response: sound('response', found.response) }
}

/** One body, written from `offset` on. */
function respond(
  p: Disposition,
  site: Site,
  turnover: Turnover,
  parts: readonly Piece[],
  times: ArrayLike<number>,
  out: Driven,
  offset: number,
): void {
  const known = modes(p)
  const ke0 = site === 'plasma' ? 0 : site.ke0
  const [plasma, effect] =
    site === 'plasma' ? [out.site, new Float64Array(out.site.length)] : [new Float64Array(out.site.length), out.site]
  new Walk(known, ke0, parts).along(times, 0, times.length, plasma, effect, offset)
  const course = new Course(turnover, new Driver(known, site))
  const end = times[times.length - 1]
  for (const stretch of stretches(known, ke0, parts)) {
    if (stretch.from >= end) break
    course.through(stretch, Math.min(stretch.to, end), times, out.response, offset)
  }
  course.finish(times, out.response, offset)
}
