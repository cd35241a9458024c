import { kinds, latents } from './level.ts'
import type { Posterior } from './posterior.ts'
import type { Prior } from './prior.ts'

/** What a clinic’s own finished courses make of a prior, and how many people stand behind it. */
export type LearnedPrior = {
  prior: Prior
  /** The one it began with, to be shown beside it. */
  from: Prior
  patients: number
  learned: boolean
  /** Shifts in standard deviations of the prior: of the logarithm of the half-life, and of C50. */
  shifts: { halfLife: number; c50: number }
}

/** Before the clinic’s people count, so many imagined ones who are as the prior says. */
const imagined = { acts: 20, halfLife: 5, c50: 5 }
const fewest = 10
const farthest = 1.5
const settled = 1e-5
const mostSteps = 500

/** One draw of one person: its kind, and the two latents that are learned. */
type Draws = { kinds: Uint8Array; c50: Float64Array; halfLife: Float64Array }

/**
 * The prior that a clinic’s own patients suggest, by reweighting the draws of each one’s forecast after a finished course with four weeks
 * of follow-up. Guarded: it moves slowly, never far, and not at all below ten people (`leastPatients`). Spreads and noise are left alone.
 */
export function learnPrior(patients: readonly Posterior[], prior: Prior, leastPatients = fewest): LearnedPrior {
  const untouched = { prior, from: prior, patients: patients.length, learned: false, shifts: { halfLife: 0, c50: 0 } }
  if (patients.length < leastPatients) return untouched
  const drawn = patients.map(thinned)
  const { q, halfLife, c50 } = settle(drawn, prior.values.q)
  const { values } = prior
  return {
    ...untouched,
    prior: {
      id: `${prior.id}+${patients.length}-of-this-clinic`,
      title: `${prior.title}; learned from ${patients.length} people of this clinic`,
      values: {
        ...values,
        q,
        lnHalfLife: values.lnHalfLife + values.sHalfLife * halfLife,
        lnC50: values.lnC50 + values.sC50 * c50,
      },
    },
    learned: true,
    shifts: { halfLife, c50 },
  }
}

/** Every second draw: enough to reweight. */
function thinned({ people, kinds: drawn, latents: z }: Posterior): Draws {
  const n = people / 2
  const at = (j: number) => Float64Array.from({ length: n }, (_, i) => z[2 * i * latents + j])
  return { kinds: Uint8Array.from({ length: n }, (_, i) => drawn[2 * i]), c50: at(0), halfLife: at(1) }
}

type Learned = { q: number; halfLife: number; c50: number }

function settle(patients: readonly Draws[], q0: number): Learned {
  let now: Learned = { q: q0, halfLife: 0, c50: 0 }
  for (let step = 0; step < mostSteps; step++) {
    const next = improved(patients, q0, now)
    const moved = Math.max(Math.abs(next.q - now.q), Math.abs(next.halfLife - now.halfLife), Math.abs(next.c50 - now.c50))
    now = next
    if (moved < settled) break
  }
  return now
}

const bounded = (shift: number) => Math.min(farthest, Math.max(-farthest, shift))
const doseDriven = kinds.indexOf('dose-driven')
const noEffect = kinds.indexOf('none')

/** One step of expectation and maximisation, with the imagined people counted in. */
function improved(patients: readonly Draws[], q0: number, now: Learned): Learned {
  let [acts, driven, halfLife, c50] = [0, 0, 0, 0]
  for (const { kinds: drawn, c50: z0, halfLife: z1 } of patients) {
    let [total, drugActs, byDose, sum0, sum1] = [0, 0, 0, 0, 0]
    for (let i = 0; i < drawn.length; i++) {
      const isDose = drawn[i] === doseDriven
      const shift = isDose ? Math.exp(now.halfLife * z1[i] - now.halfLife ** 2 / 2 + now.c50 * z0[i] - now.c50 ** 2 / 2) : 1
      const weight = (drawn[i] === noEffect ? (1 - now.q) / (1 - q0) : now.q / q0) * shift
      total += weight
      if (drawn[i] !== noEffect) drugActs += weight
      if (!isDose) continue
      byDose += weight
      sum0 += weight * z0[i]
      sum1 += weight * z1[i]
    }
    acts += drugActs / total
    driven += byDose / total
    c50 += sum0 / total
    halfLife += sum1 / total
  }
  return {
    q: (imagined.acts * q0 + acts) / (imagined.acts + patients.length),
    halfLife: bounded(halfLife / (imagined.halfLife + driven)),
    c50: bounded(c50 / (imagined.c50 + driven)),
  }
}
