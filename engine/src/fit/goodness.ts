import { anyBeyond, chiSquaredAbove } from '../numeric/chi-squared.ts'
import { distribution } from '../numeric/normal.ts'
import type { Regimen } from '../regimen.ts'
import type { Protocol } from './batch.ts'
import type { Body } from './body.ts'
import { drawnAt, type InOrder, type Placed, samplesOf } from './in-order.ts'
import { Look } from './look.ts'
import { modeOf } from './mode.ts'
import { levelOf } from './observation.ts'
import { sessionOf } from './sessions.ts'

/**
 * Below this joint chance a fit objects. Curves bend, so that at this chance about seven in a thousand fits with nothing wrong do
 * (`engine/validation/objections.ts`): at most one in a hundred is meant.
 */
export const level = 0.0065

/** One way to be wrong: how far off (SDs, or a χ²), and how often a fit with nothing wrong is as far off. */
export type GoodnessTest = { id: TestId; statistic: number; degrees?: number; chance: number }

export type TestId =
  | 'joint'
  | 'lack of fit'
  | 'prior distance'
  | 'largest residual'
  | 'common factor'
  | 'sessions'
  | 'below'
  | 'blank'

/** How each way is weighed against the others: most slips are a factor common to all samples. */
const shares: Readonly<Record<TestId, number>> = {
  joint: 0.05,
  'lack of fit': 0.025,
  'prior distance': 0.025,
  'largest residual': 0.05,
  'common factor': 0.8,
  sessions: 0.1,
  below: 0.05,
  blank: 0,
}

/** What the samples say against a fit: one joint chance over all ways to be wrong. */
export type Tested = {
  chance: number
  tests: readonly GoodnessTest[]
  /** By place among the observations: how far a sample is from where the others would have it (SDs). */
  apart: ReadonlyMap<number, number>
  /** By place: how likely a sample was to lie below its limit, from the others. */
  below: ReadonlyMap<number, number>
  surprise: number
}

/** The fit of everything but its samples. */
export type Asked = Omit<Protocol, 'times' | 'before'> & { typical: Body }

/** All tests of one person’s samples. What was measured is fitted without what only lies below a limit, which is then asked how likely it was. */
export function tested(asked: Asked, { told, blanks }: InOrder): Tested {
  const measured = told.filter(({ observation }) => 'plasma' in observation)
  const found = measured.length > 0 ? lookAt(asked, measured) : undefined
  const below = belowChances(asked, told, found?.eta)
  const tests = [...(found ? ofLook(found.look, asked, measured) : []), ...ofBelow(below), ...ofBlanks(blanks)].map(finite)
  return {
    chance: jointly(tests),
    tests,
    apart: new Map(found ? measured.map(({ place }, i) => [place, within(found.look.apart(i))]) : []),
    below,
    surprise: found?.look.surprise ?? 0,
  }
}

/** What is farther off than a double can say is as far off as one can. */
const within = (x: number) => (Number.isFinite(x) ? x : Number.MAX_VALUE)
const finite = (test: GoodnessTest): GoodnessTest =>
  Number.isFinite(test.statistic) ? test : { ...test, statistic: Number.MAX_VALUE, chance: 0 }

/** The surprise alone, of what was measured. */
export function surpriseOf(asked: Asked, { told }: InOrder): number {
  const measured = told.filter(({ observation }) => 'plasma' in observation)
  return measured.length > 0 ? lookAt(asked, measured).look.surprise : 0
}

type Found = { look: Look; eta: Float64Array }

/** All samples divided by a factor, seen from their mode. */
function lookAt(asked: Asked, measured: readonly Placed[], factor = 1): Found {
  const { below, values: written } = samplesOf(measured)
  const samples = { below, values: written.map((y) => y / factor) }
  const { fitter } = modeOf({ ...asked, ...drawnAt(measured) }, asked.typical, samples)
  const eta = fitter.scoring.eta.slice()
  return { look: new Look(fitter.objective, asked.prior, eta, samples.values, asked.robust ?? 'none'), eta }
}

/**
 * Their Cauchy combination (Liu and Xie 2020): a mean of the chances on a scale with tails so heavy that far out it does not matter how the
 * tests hang together. What is likely is cut, so that one test that is content cannot speak for the others.
 */
function jointly(tests: readonly GoodnessTest[]): number {
  if (tests.some(({ chance }) => chance === 0)) return 0
  const sum = tests.reduce((all, { id }) => all + shares[id], 0)
  const scale = tests.reduce((all, { id, chance }) => all + (shares[id] / sum) * cotangent(Math.min(content, chance)), 0)
  return scale > far ? 1 / (Math.PI * scale) : Math.atan2(1, scale) / Math.PI
}

const [content, far] = [0.9, 1e8]

/** cot(π·p) */
const cotangent = (p: number) => (p < 1e-8 ? 1 / (Math.PI * p) : 1 / Math.tan(Math.PI * p))

function ofLook(look: Look, asked: Asked, measured: readonly Placed[]): GoodnessTest[] {
  const { count, size } = look
  const free = Math.max(0, count - size)
  const farthest = measured.reduce((most, _, i) => further(most, look.apart(i)), 0)
  const common = commonFactor(look, asked, measured)
  const squared = (id: TestId, statistic: number, degrees: number): GoodnessTest[] =>
    degrees > 0 ? [{ id, statistic, degrees, chance: chiSquaredAbove(statistic, degrees) }] : []
  return [
    ...squared('joint', look.joint, count),
    ...squared('lack of fit', look.lack, free),
    ...squared('prior distance', look.joint - look.lack, count - free),
    { id: 'largest residual', statistic: farthest, chance: anyBeyond(farthest, count) },
    { id: 'common factor', statistic: common, chance: 2 * distribution(-Math.abs(common)) },
    ...ofSessions(look, asked.regimen, measured),
  ]
}

/**
 * How far a factor common to all samples is from 1: the signed root of what the samples gain by it, normal when nothing is wrong. Errors
 * that grow with what is measured make this lopsided, which a step from the mode alone would not see. The best factor is looked for by
 * parabolas; where it is missed the gain is less, and nobody is accused for it.
 */
function commonFactor(look: Look, asked: Asked, measured: readonly Placed[]): number {
  const first = Math.max(-widest, Math.min(widest, look.best(look.common)))
  if (first === 0) return 0
  const at = (log: number) => ({ log, surprise: lookAt(asked, measured, Math.exp(log)).look.surprise })
  let tried = [{ log: 0, surprise: look.surprise }, at(first), at(1.5 * first)]
  for (let i = 0; i < parabolas; i++) {
    const lowest = lowestOf(tried)
    if (Number.isFinite(lowest) && Math.abs(lowest) < 2 * widest) tried = [...tried, at(lowest)].sort(bySurprise).slice(0, 3)
  }
  const [best] = tried.sort(bySurprise)
  return Math.sign(best.log) * Math.sqrt(Math.max(0, look.surprise - best.surprise))
}

const [widest, parabolas] = [7, 2]

type Tried = { log: number; surprise: number }

const bySurprise = (a: Tried, b: Tried) => a.surprise - b.surprise

/** Where the parabola through three places is lowest. */
function lowestOf([a, b, c]: readonly Tried[]): number {
  const [left, right] = [(b.log - a.log) * (b.surprise - c.surprise), (b.log - c.log) * (b.surprise - a.surprise)]
  return b.log - ((b.log - a.log) * left - (b.log - c.log) * right) / (2 * (left - right))
}

const further = (a: number, b: number) => (Math.abs(b) > Math.abs(a) ? b : a)

/** Two sessions of one person can each fit and yet be of two bodies. */
function ofSessions(look: Look, regimen: Regimen, measured: readonly Placed[]): GoodnessTest[] {
  const sessions = measured.map(({ observation }) => sessionOf(regimen, observation.time))
  const held = [...new Set(sessions)]
  if (held.length < 2) return []
  const directions = [look.common, ...Array.from({ length: look.size }, (_, p) => look.direction(p))]
  const offs = held.flatMap((session) =>
    directions.map((direction) => look.off(direction.map((x, i) => (sessions[i] === session ? x : 0)))),
  )
  const farthest = offs.reduce(further, 0)
  return [{ id: 'sessions', statistic: farthest, chance: anyBeyond(farthest, offs.length) }]
}

/** How likely each sample was to lie below its limit, from the samples that were measured (or, without any, from the prior). */
function belowChances(asked: Asked, told: readonly Placed[], measuredEta: Float64Array | undefined): Map<number, number> {
  const below = told.filter(({ observation }) => 'below' in observation)
  if (below.length === 0) return new Map()
  const { fitter } = modeOf({ ...asked, ...drawnAt(below) }, asked.typical, samplesOf(below))
  const { objective } = fitter
  const eta = measuredEta ?? new Float64Array(objective.size)
  objective.at(eta)
  const { loss, predicted } = objective
  return new Map(
    below.map(({ place, observation }, i): [number, number] => {
      const f = predicted[i]
      const [limit, unit] = [levelOf(observation), loss.unit(f)]
      const spread = priorSpread(
        asked,
        objective.sensitivities(i).map((d) => (d * f) / unit),
      )
      const chance = distribution(loss.standardised(limit, f) / Math.hypot(1, spread))
      return [place, Number.isNaN(chance) ? 0 : chance]
    }),
  )
}

/** SD of a sample for how people differ: wider than what is left once others were measured, so that nobody is accused in haste. */
function priorSpread({ prior }: Asked, along: Float64Array): number {
  const n = along.length
  const variance = prior.covariance.reduce((sum, x, i) => sum + x * along[Math.floor(i / n)] * along[i % n], 0)
  return Math.sqrt(variance)
}

function ofBelow(below: ReadonlyMap<number, number>): GoodnessTest[] {
  if (below.size === 0) return []
  const least = Math.min(...below.values())
  return [{ id: 'below', statistic: least, chance: -Math.expm1(below.size * Math.log1p(-least)) }]
}

/** A blank that holds drug was drawn after a dose that nobody wrote down. */
const ofBlanks = (blanks: readonly Placed[]): GoodnessTest[] =>
  blanks
    .filter(({ observation }) => 'plasma' in observation && observation.plasma > 0)
    .slice(0, 1)
    .map(({ observation }) => ({ id: 'blank', statistic: levelOf(observation), chance: 0 }))
