import { type Disposition, dispositionFaults } from './disposition.ts'
import { type Fault, listFaults, numberFaults, objectFaults, refuse, sound } from './fault.ts'
import { Courses } from './kernel/course.ts'
import type { Kernel } from './kernel/kernel.ts'
import { lanes } from './kernel/layout.ts'
import { sharedRoom } from './kernel/room.ts'
import { Sites } from './kernel/sites.ts'
import { type Even, listOf, stopFaults } from './numeric/even.ts'
import { type Modes, modes } from './numeric/modes.ts'
import { stretches } from './numeric/stretch.ts'
import { type Piece, pieces, type Regimen, regimenFaults } from './regimen.ts'
import type { Times } from './simulate.ts'
import { Course } from './turnover/course.ts'
import { Driver, type Site } from './turnover/driver.ts'
import { paceFaults, type Turnover, turnoverFaults } from './turnover/law.ts'

/** The concentration at the site that drives (mg/L) and the response to it, at the same times. */
export type Driven = { site: Float64Array; response: Float64Array }

/**
 * A response that is made and lost, driven by plasma or an effect site, at each time (min, ascending). Exact kinetics and panels of high
 * order: within 1e-10 of the largest response, over weeks as over minutes.
 */
export function simulateTurnover(p: Disposition, site: Site, turnover: Turnover, regimen: Regimen, times: Times | Even): Driven {
  refuse(dispositionFaults(p), siteFaults(site), turnoverFaults(turnover), regimenFaults(regimen), stopFaults(times))
  const [parts, at] = [pieces(regimen), listOf(times)]
  refuse(paceFaults(turnover, at[at.length - 1] - parts[0].from))
  return respond([{ body: p, site, turnover }], parts, at, driven(at.length))
}

/** Somebody, and how the response of interest is made and lost in them. */
export type Responder = { body: Disposition; site: Site; turnover: Turnover }

/** `into`: lists to fill, for a caller who asks again and again. */
export type TurnoverOptions = { kind?: Kernel; into?: Driven }

/** The same for many, person by person: person i at time j is at i·times + j. Each is computed alone, so any split gives the same numbers. */
export function simulateTurnovers(
  people: readonly Responder[],
  regimen: Regimen,
  times: Times | Even,
  { kind, into }: TurnoverOptions = {},
): Driven {
  refuse(
    regimenFaults(regimen),
    stopFaults(times),
    listFaults('people', people, 'a list of body, site and turnover', responderFaults),
  )
  const [parts, at] = [pieces(regimen), listOf(times)]
  const minutes = at[at.length - 1] - parts[0].from
  refuse(people.flatMap(({ turnover }, i) => paceFaults(turnover, minutes, `people[${i}].turnover.lost`)))
  const size = people.length * at.length
  if (into) refuse(roomFaults(into, size))
  return respond(people, parts, at, into ?? driven(size), kind)
}

const driven = (size: number): Driven => ({ site: new Float64Array(size), response: new Float64Array(size) })

const roomFaults = ({ site, response }: Driven, size: number): Fault[] =>
  Object.entries({ site, response })
    .filter(([, list]) => !(list instanceof Float64Array && list.length === size))
    .map(([name, value]) => ({ input: `into.${name}`, value, expected: `a Float64Array of ${size}` }))

const siteFaults = (site: Site): Fault[] => (site === 'plasma' ? [] : numberFaults('ke0', site?.ke0, { above: 0 }))

function responderFaults(one: unknown, name: string): Fault[] {
  const faults = objectFaults(name, one, 'an object with body, site, turnover')
  if (faults.length > 0) return faults
  const { body, site, turnover } = one as Responder
  return [...dispositionFaults(body), ...siteFaults(site), ...turnoverFaults(turnover)].map((fault) => ({
    ...fault,
    input: `${name}.${fault.input}`,
  }))
}

/** Everybody's site, four by four, then everybody's response: in the kernel where it can, else in TypeScript. */
function respond(
  people: readonly Responder[],
  parts: readonly Piece[],
  times: ArrayLike<number>,
  found: Driven,
  kind?: Kernel,
): Driven {
  const count = times.length
  const sites = new Sites(parts, times, kind)
  const room = sharedRoom('turnover', kind)
  const courses = room.kernel.course && new Courses(room, parts, times)
  for (let first = 0; first < people.length; first += lanes) {
    const some = people.slice(first, first + lanes).map((one) => ({ ...one, modes: modes(one.body), ke0: ke0Of(one.site) }))
    sites.write(some, found.site, first * count)
    some.forEach((one, i) => {
      const offset = (first + i) * count
      if (courses && Courses.can(one.modes, one.ke0)) courses.run(one.modes, one.ke0, one.turnover, found.response, offset)
      else plainly(one, parts, times, found.response, offset)
    })
  }
  return { site: sound('site', found.site), response: sound('response', found.response) }
}

const ke0Of = (site: Site) => (site === 'plasma' ? 0 : site.ke0)

type Known = Responder & { modes: Modes; ke0: number }

function plainly(
  { modes, ke0, site, turnover }: Known,
  parts: readonly Piece[],
  times: ArrayLike<number>,
  out: Float64Array,
  offset: number,
): void {
  const course = new Course(turnover, new Driver(modes, site))
  const end = times[times.length - 1]
  for (const stretch of stretches(modes, ke0, parts)) {
    if (stretch.from >= end) break
    course.through(stretch, Math.min(stretch.to, end), times, out, offset)
  }
  course.finish(times, out, offset)
}
