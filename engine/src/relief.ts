import { type Band, emptyBand, levels, setPoint } from './band.ts'
import { type Disposition, dispositionFaults } from './disposition.ts'
import { type Chance, type Effect, type Shape, spreadOf } from './effect.ts'
import { reliefDahan2011 } from './effects/relief-dahan-2011.ts'
import { numberFaults, refuse, sound, timesFaults } from './fault.ts'
import { density, distribution, type LogNormal } from './numeric/normal.ts'
import { bisect } from './numeric/root.ts'
import { type Regimen, regimenFaults, scaled } from './regimen.ts'
import { simulateEffectSite } from './simulate.ts'
import * as units from './units.ts'

/** An effect whose response is a sigmoid, in those who respond at all. */
export type ReliefEffect = Effect & { emax: Shape; gamma: Shape; responder: Chance; placebo: Chance }

export type ReliefInput = {
  disposition: Disposition
  regimen: Regimen
  /** Days from time 0, ascending; day 0 is the start of the regimen if its first dose begins at 0. */
  days: readonly number[]
  /** The share of S-ketamine in what is given: 1 for S-ketamine, 0.5 for the racemate. */
  sFraction: number
  effect?: ReliefEffect
}

/** Relief in fractions of the baseline pain, at the same days. */
export type Relief = {
  days: readonly number[]
  /** Slow effect site, mg/L of S-ketamine. */
  effectSite: Float64Array
  /** Somebody the drug works for: the typical course, and what the paper's own uncertainty allows around it. */
  responder: { chance: Chance; relief: Float64Array; band: Band }
  /** Somebody it does not work for: no relief at any dose. */
  nonResponder: { chance: Chance; relief: Float64Array }
  /** How many feel relief without the drug. */
  placebo: Chance
}

/** The long relief after a regimen, exact, for a responder and for a non-responder, who are never averaged into one. */
export function relief({ disposition, regimen, days, sFraction, effect = reliefDahan2011 }: ReliefInput): Relief {
  refuse(
    dispositionFaults(disposition),
    regimenFaults(regimen),
    timesFaults(days).map((fault) => ({ ...fault, input: fault.input.replace('times', 'days') })),
    numberFaults('sFraction', sFraction, { above: 0, max: 1 }),
  )
  const times = days.map(units.days)
  const siteAt = (ke0: number) => simulateEffectSite(disposition, ke0, scaled(regimen, sFraction), times).effectSite
  const effectSite = siteAt(effect.ke0)
  const { responder, placebo } = effect
  return {
    days,
    effectSite,
    responder: { chance: responder, relief: effectSite.map((ce) => fraction(ce, effect)), band: uncertainty(effect, siteAt) },
    nonResponder: { chance: { ...responder, typical: 1 - responder.typical }, relief: new Float64Array(days.length) },
    placebo,
  }
}

/** The fraction of pain relieved at an effect-site concentration (mg/L), in a responder. */
export function fraction(ce: number, { c50, emax, gamma }: Pick<ReliefEffect, 'c50' | 'emax' | 'gamma'>): number {
  return ce === 0 ? 0 : emax.value / (1 + (c50.typical / ce) ** gamma.value)
}

/** One possible half-life: its weight, and the slow site it gives. */
type Course = { weight: number; effectSite: Float64Array }

const nodes = Array.from({ length: 49 }, (_, i) => (i - 24) / 4)

/**
 * Quantiles over C50 and half-life, both log-normal with the printed 95 % intervals and taken as independent. Over the half-life by
 * trapezoid nodes on the normal scale, over C50 in closed form: the logit of relief is normal. No random number is drawn.
 */
function uncertainty(effect: ReliefEffect, siteAt: (ke0: number) => Float64Array): Band {
  const halfLife = spreadOf(effect.halfLife)
  const c50 = spreadOf(effect.c50)
  const total = nodes.reduce((sum, z) => sum + density(z), 0)
  const courses = nodes.map((z) => ({
    weight: density(z) / total,
    effectSite: siteAt(Math.LN2 / (halfLife.median * Math.exp(halfLife.omega * z))),
  }))
  const band = emptyBand(courses[0].effectSite.length)
  for (let i = 0; i < band.p50.length; i++) {
    setPoint(
      band,
      i,
      levels.map((level) => quantileAt(level, courses, i, c50, effect)),
    )
  }
  for (const [name, values] of Object.entries(band)) sound(`band.${name}`, values)
  return band
}

function quantileAt(level: number, courses: readonly Course[], i: number, c50: LogNormal, { emax, gamma }: ReliefEffect): number {
  if (courses.every(({ effectSite }) => effectSite[i] === 0)) return 0
  const below = (lnRatio: number) =>
    courses.reduce(
      (sum, { weight, effectSite }) => sum + weight * distribution((lnRatio - Math.log(effectSite[i] / c50.median)) / c50.omega),
      0,
    )
  const lnRatio = bisect((x) => below(x) - level, ...reachOf(courses, i, c50))
  return emax.value / (1 + Math.exp(-gamma.value * lnRatio))
}

/** Where every quantile must lie: nine standard deviations beyond the lowest and the highest course. */
function reachOf(courses: readonly Course[], i: number, { median, omega }: LogNormal): [number, number] {
  const centres = courses.map(({ effectSite }) => Math.log(effectSite[i] / median)).filter(Number.isFinite)
  return [Math.min(...centres) - 9 * omega, Math.max(...centres) + 9 * omega]
}
