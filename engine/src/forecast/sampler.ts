import { evenNormals } from './draws.ts'
import { latents } from './level.ts'
import { carry, overStandard, type Proposal, proposal } from './proposal.ts'

/** Points of one kind: their latents, the logarithm of their likelihood, and Σ n·q/φ over every stage they could have come from. */
type Cloud = { z: Float64Array; lnL: Float64Array; mixture: Float64Array; count: number }

/** One kind of patient: the chance of it before any score, and how likely the scores are of one drawn so. */
export type KindOf = { chance: number; logLikelihood: (z: Float64Array, at: number) => number }

export type Sampled = {
  clouds: readonly Cloud[]
  /** Weights of all points of all kinds, which sum to one. */
  weights: readonly Float64Array[]
  /** The chance of each kind, given the scores. */
  chances: readonly number[]
  lnEvidence: number
  effectiveSize: number
  rounds: number
  draws: number
}

const enough = 2500
const mostRounds = 6

/**
 * Draws from the posterior by adaptive importance sampling with the balance heuristic: even points of the prior first, then normals
 * fitted to what has been learned, each weight taken against everything that could have drawn it. `stage0` points for each kind.
 */
export function sample(kinds: readonly KindOf[], seed: number, stage0: number, hasScores: boolean): Sampled {
  const perRound = 1.5 * stage0
  const clouds = kinds.map((kind, c) => {
    const z = evenNormals(stage0, seed, 0, 0)
    return { ...added(empty, z, kind), mixture: new Float64Array(stage0).fill(stage0), kind: c }
  }) as Cloud[]
  const proposals: { normal: Proposal; count: number }[][] = kinds.map(() => [])
  let found = weighed(kinds, clouds, 0)
  for (let round = 1; hasScores && round <= mostRounds && (round <= 2 || found.effectiveSize < enough); round++) {
    const growth = round < 3 ? 1 : round === 3 ? 2 : 4
    const shares = found.chances.map((chance) => Math.max(0.15, chance))
    const total = shares.reduce((sum, share) => sum + share, 0)
    kinds.forEach((kind, c) => {
      const count = Math.max(64, 64 * Math.round((growth * perRound * shares[c]) / total / 64))
      const normal = fitted(clouds[c], round === 1 ? 120 : 200)
      const z = evenNormals(count, seed, round, c)
      carry(normal, z)
      clouds[c] = mixed(added(clouds[c], z, kind), clouds[c].count, stage0, proposals[c], { normal, count })
      proposals[c].push({ normal, count })
    })
    found = weighed(kinds, clouds, round)
  }
  return found
}

const empty: Cloud = { z: new Float64Array(), lnL: new Float64Array(), mixture: new Float64Array(), count: 0 }

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}

/** The cloud with more points and their likelihoods; their mixture is yet to be filled. */
function added(cloud: Cloud, z: Float64Array, { logLikelihood }: KindOf): Cloud {
  const more = z.length / latents
  const lnL = new Float64Array(more)
  for (let i = 0; i < more; i++) lnL[i] = logLikelihood(z, i * latents)
  return {
    z: joined(cloud.z, z),
    lnL: joined(cloud.lnL, lnL),
    mixture: joined(cloud.mixture, new Float64Array(more)),
    count: cloud.count + more,
  }
}

type Stage = { normal: Proposal; count: number }

/** Old points learn of the new stage; new points of every stage there has been. */
function mixed(cloud: Cloud, old: number, stage0: number, before: readonly Stage[], now: Stage): Cloud {
  const { z, mixture, count } = cloud
  for (let i = 0; i < count; i++) {
    if (i >= old) {
      mixture[i] = stage0
      for (const { normal, count: drawn } of before) mixture[i] += drawn * overStandard(normal, z, i * latents)
    }
    mixture[i] += now.count * overStandard(now.normal, z, i * latents)
  }
  return cloud
}

/** Weights, evidence and chances of the clouds as they are. */
function weighed(kinds: readonly KindOf[], clouds: readonly Cloud[], rounds: number): Sampled {
  const top = Math.max(...clouds.map(({ lnL }) => highest(lnL)))
  const raw = clouds.map(({ lnL, mixture }, c) => lnL.map((value, i) => (kinds[c].chance * Math.exp(value - top)) / mixture[i]))
  const sums = raw.map(sum)
  const total = sums.reduce((all, one) => all + one, 0)
  const weights = raw.map((values) => values.map((value) => value / total))
  return {
    clouds,
    weights,
    chances: sums.map((one) => one / total),
    lnEvidence: Math.log(total) + top,
    effectiveSize: 1 / weights.reduce((all, values) => all + sum(values.map((w) => w * w)), 0),
    rounds,
    draws: clouds.reduce((all, { count }) => all + count, 0),
  }
}

function highest(values: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > top) top = value
  return top
}

function sum(values: Float64Array): number {
  let all = 0
  for (const value of values) all += value
  return all
}

const bisections = 12
const widening = 1.15
const floor = 0.6
const trust = 20

/** A normal round the points, weighted as far as leaves an effective size of at least `size`, drawn towards the prior when they are few. */
function fitted({ z, lnL, mixture, count }: Cloud, size: number): Proposal {
  const lnW = lnL.map((value, i) => value - Math.log(mixture[i]))
  const weights = new Float64Array(count)
  let effective = tempered(lnW, 1, weights)
  if (effective < size) {
    let [low, high] = [0, 1]
    for (let i = 0; i < bisections; i++) {
      const middle = (low + high) / 2
      if (tempered(lnW, middle, weights) < size) high = middle
      else low = middle
    }
    effective = tempered(lnW, low, weights)
  }
  const mean = meanOf(z, weights)
  const covariance = covarianceOf(z, weights, mean)
  const share = effective / (effective + trust)
  for (let j = 0; j < latents; j++)
    for (let k = 0; k <= j; k++) {
      const prior = j === k ? (1 - share) * floor : 0
      covariance[j * latents + k] = share * widening * covariance[j * latents + k] + prior
    }
  return proposal(mean, covariance)
}

function meanOf(z: Float64Array, weights: Float64Array): Float64Array {
  const mean = new Float64Array(latents)
  for (let i = 0; i < weights.length; i++) for (let j = 0; j < latents; j++) mean[j] += weights[i] * z[i * latents + j]
  return mean
}

const unseen = 1e-14

/** The lower triangle, by rows. */
function covarianceOf(z: Float64Array, weights: Float64Array, mean: Float64Array): Float64Array {
  const covariance = new Float64Array(latents * latents)
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] < unseen) continue
    for (let j = 0; j < latents; j++) {
      const weighted = weights[i] * (z[i * latents + j] - mean[j])
      for (let k = 0; k <= j; k++) covariance[j * latents + k] += weighted * (z[i * latents + k] - mean[k])
    }
  }
  return covariance
}

/** Below this nothing is left of an exponential in double precision, and it need not be asked. */
const gone = -746

/** Weights to a power, made to sum to one; gives their effective size. */
function tempered(lnW: Float64Array, power: number, weights: Float64Array): number {
  const top = highest(lnW)
  let all = 0
  let squares = 0
  for (let i = 0; i < lnW.length; i++) {
    const exponent = power * (lnW[i] - top)
    weights[i] = exponent < gone ? 0 : Math.exp(exponent)
    all += weights[i]
    squares += weights[i] * weights[i]
  }
  for (let i = 0; i < weights.length; i++) weights[i] /= all
  return (all * all) / squares
}
