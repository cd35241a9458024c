import { factor, forward, logDeterminant, lowerTimes } from '../numeric/cholesky.ts'
import { normalAt } from '../numeric/random.ts'
import type { Objective, Prior } from './objective.ts'

/** Degrees of freedom of the proposal around the mode: its tails are heavier than any posterior here. */
const df = 5

/** Every tenth proposal comes from the prior, so that no part of the posterior is left without one. */
const fromPrior = 10

/** Below this share of the proposals the weights rest on too few of them. */
const enough = 0.1

export type Resampled = { etas: Float64Array[]; effectiveSize: number; proposals: number; trusted: boolean }

/** A place to propose from: around a centre, with the factor of a scale matrix; a Student-t, or a normal with df Infinity. */
type Proposal = { centre: Float64Array; lower: Float64Array; df: number; constant: number }

/**
 * Equally likely η from the posterior: proposed around the mode and from the prior, weighted by the true posterior over what was proposed,
 * then resampled systematically. The effective size says how many independent draws the weighted ones are worth.
 */
export function resample(
  objective: Objective,
  prior: Prior,
  mode: { eta: Float64Array; covariance: Float64Array },
  want: { seed: number; draws: number },
): Resampled {
  const n = objective.size
  const proposals = Math.max(1000, 4 * want.draws)
  const around = proposal(mode.eta, mode.covariance, df)
  const before = proposal(new Float64Array(n), prior.covariance, Infinity)
  const etas = Array.from({ length: proposals }, (_, k) => proposed(k % fromPrior === 0 ? before : around, want.seed, k))
  const floor = Math.log(1 / fromPrior)
  const share = Math.log1p(-1 / fromPrior)
  const logs = etas.map((eta) => {
    objective.at(eta)
    return -objective.value / 2 - logSum(share + logDensity(around, eta), floor + logDensity(before, eta))
  })
  const most = Math.max(...logs)
  const weights = Float64Array.from(logs, (x) => Math.exp(x - most))
  const sum = weights.reduce((a, b) => a + b, 0)
  const effectiveSize = sum ** 2 / weights.reduce((a, b) => a + b * b, 0)
  return {
    etas: systematic(etas, weights, sum, want.draws),
    effectiveSize,
    proposals,
    trusted: effectiveSize >= enough * proposals,
  }
}

const logSum = (a: number, b: number) => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))

function proposal(centre: Float64Array, covariance: Float64Array, degrees: number): Proposal {
  const n = centre.length
  const lower = covariance.slice()
  factor(lower, n)
  const half = logDeterminant(lower, n) / 2
  const norm = degrees === Infinity ? (n / 2) * Math.log(2 * Math.PI) : studentNorm(degrees, n)
  return { centre, lower, df: degrees, constant: -half - norm }
}

const studentNorm = (nu: number, n: number) => Math.log(gammaOfHalf(nu) / gammaOfHalf(nu + n)) + (n / 2) * Math.log(nu * Math.PI)

/** Γ(n/2) for a whole n above 0. */
const gammaOfHalf = (n: number): number => (n === 1 ? Math.sqrt(Math.PI) : n === 2 ? 1 : (n / 2 - 1) * gammaOfHalf(n - 2))

function proposed({ centre, lower, df: nu }: Proposal, seed: number, k: number): Float64Array {
  const n = centre.length
  const first = k * (n + df)
  const z = centre.map((_, i) => normalAt(seed, 0, first + i))
  let squares = 0
  if (nu < Infinity) for (let i = 0; i < nu; i++) squares += normalAt(seed, 0, first + n + i) ** 2
  const stretch = nu === Infinity ? 1 : Math.sqrt(nu / squares)
  const out = new Float64Array(n)
  lowerTimes(lower, n, z, out)
  return out.map((x, i) => centre[i] + stretch * x)
}

function logDensity({ centre, lower, df: nu, constant }: Proposal, eta: Float64Array): number {
  const n = eta.length
  const off = eta.map((x, i) => x - centre[i])
  forward(lower, n, off)
  const squared = off.reduce((sum, x) => sum + x * x, 0)
  return constant - (nu === Infinity ? squared / 2 : ((nu + n) / 2) * Math.log1p(squared / nu))
}

/** From the middle of the first step, so that no chance is added. */
function systematic(etas: readonly Float64Array[], weights: Float64Array, sum: number, draws: number): Float64Array[] {
  let [k, passed] = [0, weights[0]]
  return Array.from({ length: draws }, (_, i) => {
    const at = ((i + 0.5) / draws) * sum
    while (passed < at && k < etas.length - 1) passed += weights[++k]
    return etas[k]
  })
}
