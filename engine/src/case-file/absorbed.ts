import { models, routesOf, versions } from '../definitions.ts'
import type { Model } from '../model.ts'
import { type Absorbed, type Path, pathsFaults } from '../path.ts'
import { type Route, type Way, ways } from '../route.ts'
import { type Fields, utmost } from './fields.ts'

/** A dose of a case by another way than the vein: by a published one, or along paths of one’s own with their source. */
export type AbsorbedDose = Absorbed & { way: Way; route: Route | { source: string } }

/** What a case says of such a dose, before the model is asked: mg of free base, and where it stands. */
export type Taken = {
  mg: number
  at: readonly number[]
  way: Way
  own: { paths: Path[]; source: string } | undefined
  fields: Fields
}

const time = { min: 0, max: utmost.minutes }
const rates = { min: 1 / utmost.minutes, max: utmost.perMinute }

/** The way and the paths of a dose, where it has one. */
export function readTaken(dose: Fields, mg: number): Taken {
  const way = dose.oneOf('route', ways)
  const own = dose.has('absorption') ? readOwn(dose.object('absorption', 'an object with paths and source, in words')) : undefined
  dose.raw('absorption')
  const at = dose.number('atMin', time)
  const again = dose.has('repeatAtMin') ? dose.rising('repeatAtMin') : []
  dose.raw('repeatAtMin')
  return { mg, at: [at, ...again], way, own, fields: dose }
}

function readOwn(own: Fields): NonNullable<Taken['own']> {
  const paths = own.objects('paths', 'a list of paths with share, into, ratesPerMin, lagMin, releaseMin').map(readPath)
  if (own.has('paths') && paths.length === 0) own.fault('paths', 'at least one path')
  const source = own.text('source')
  own.nothingElse()
  return { paths, source }
}

function readPath(path: Fields): Path {
  const found = {
    into: path.oneOf('into', ['plasma', 'liver', 'metabolism'] as const, 'plasma'),
    share: path.number('share', { above: 0, max: 1 }),
    lag: path.optionalNumber('lagMin', time) ?? 0,
    release: path.optionalNumber('releaseMin', time) ?? 0,
    rates: readRates(path),
  }
  path.nothingElse()
  return found
}

/** Pools in a row, each by its rate; none where what is released is in plasma at once. */
function readRates(path: Fields): number[] {
  path.raw('ratesPerMin')
  if (!path.has('ratesPerMin')) return []
  const given = path.list('ratesPerMin', 'a list of rates (1/min), one for each pool in a row')
  if (given.length > mostPools) path.fault('ratesPerMin', `at most ${mostPools} pools in a row`)
  return given.map((rate, i) => {
    if (typeof rate === 'number' && rate >= rates.min && rate <= rates.max) return rate
    const input = `${path.at('ratesPerMin')}[${i}]`
    path.faults.push({ input, value: rate, expected: `a number, at least ${rates.min}, at most ${rates.max}` })
    return Number.NaN
  })
}

const mostPools = 5

/** The doses with the paths that the model knows for them; a way that it does not know is a fault by its name. */
export function absorbedOf(taken: readonly Taken[], model: Model): AbsorbedDose[] {
  return taken.flatMap(({ mg, at, way, own, fields }): AbsorbedDose[] => {
    const route = routesOf(model.id).find((each) => each.way === way)
    if (!own && !route && fields.raw('route') === way) fields.fault('route', waysOf(model, way))
    if (!Number.isFinite(mg) || !at.every(Number.isFinite)) return []
    if (own) return at.map((each) => ({ mg, at: each, way, paths: own.paths, route: { source: own.source } }))
    return route ? at.map((each) => ({ mg, at: each, way, paths: route.paths(mg), route })) : []
  })
}

/** Paths of one’s own into a liver that the body does not have. */
export const liverFaults = (taken: readonly Taken[], parent: Parameters<typeof pathsFaults>[2]) =>
  taken.flatMap(({ own, fields }) => (own ? pathsFaults(fields.at('absorption.paths'), own.paths, parent) : []))

const everyModel: readonly Model[] = Object.values(models)

/** What a model knows instead, and who knows the way. */
function waysOf({ id, route }: Model, way: Way): string {
  const known = routesOf(id).map((each) => each.way)
  const own = [...(route === 'intravenous' ? ['the vein'] : []), ...known].join(', ')
  const others = everyModel.filter((each) => routesOf(each.id).some((one) => one.way === way)).map((each) => each.id)
  const elsewhere = others.length > 0 ? `${way} is known with ${others.join(', ')}` : `${way} is known with no model`
  return `a way that was estimated with ${id}: ${own}; ${elsewhere}; or absorption, paths of your own with their source`
}

/** Whether a model can be given this without the vein alone. */
export const knowsWays = ({ id }: Model, asked: readonly Way[]) =>
  asked.every((way) => routesOf(id).some((one) => one.way === way))

/** What of a case was given by which way, as answers name it. */
export const saidWay = ({ way, route }: AbsorbedDose): { way: Way; by: string; version: string | null } => {
  if (!('id' in route)) return { way, by: `own: ${route.source}`, version: null }
  return { way, by: route.id, version: (versions as Readonly<Record<string, string>>)[route.id] }
}
