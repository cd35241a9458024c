import { kinds, latents } from './level.ts'
import type { Posterior } from './posterior.ts'

/** Before the clinic’s people count, so many imagined ones who are as the prior says. */
const imagined = { acts: 20, halfLife: 5, c50: 5 }
const farthest = 1.5
const settled = 1e-5
const mostSteps = 500

/** Draws of one person: the kind of each, and the two latents that are learned. */
export type Draws = { kinds: Uint8Array; c50: Float64Array; halfLife: Float64Array }

/** What many people say of the prior they were drawn under: the chance that the drug acts, and two shifts in SDs of that prior. */
export type Learned = { q: number; halfLife: number; c50: number }

/** Every second draw: enough to reweigh. */
export function drawsOf({ people, kinds: drawn, latents: z }: Posterior): Draws {
  const n = people / 2
  const at = (j: number) => Float64Array.from({ length: n }, (_, i) => z[2 * i * latents + j])
  return { kinds: Uint8Array.from({ length: n }, (_, i) => drawn[2 * i]), c50: at(0), halfLife: at(1) }
}

/** Expectation and maximisation from the prior’s own chance `q0` on, until nothing moves. */
export function reweighed(patients: readonly Draws[], q0: number): Learned {
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

/** One step, with the imagined people counted in. */
function improved(patients: readonly Draws[], q0: number, now: Learned): Learned {
  const all = { acts: 0, driven: 0, halfLife: 0, c50: 0 }
  for (const patient of patients) {
    const one = expected(patient, q0, now)
    all.acts += one.acts
    all.driven += one.driven
    all.halfLife += one.halfLife
    all.c50 += one.c50
  }
  return {
    q: (imagined.acts * q0 + all.acts) / (imagined.acts + patients.length),
    halfLife: bounded(all.halfLife / (imagined.halfLife + all.driven)),
    c50: bounded(all.c50 / (imagined.c50 + all.driven)),
  }
}

const doseDriven = kinds.indexOf('dose-driven')
const noEffect = kinds.indexOf('none')

/** One person under what is believed now: the chance that the drug acts, that it acts by its dose, and the two latents where it does. */
function expected({ kinds: drawn, c50: z0, halfLife: z1 }: Draws, q0: number, { q, halfLife, c50 }: Learned) {
  let [total, acts, driven, sum0, sum1] = [0, 0, 0, 0, 0]
  for (let i = 0; i < drawn.length; i++) {
    if (drawn[i] === noEffect) {
      total += (1 - q) / (1 - q0)
      continue
    }
    const isDose = drawn[i] === doseDriven
    const shift = isDose ? Math.exp(halfLife * z1[i] - halfLife ** 2 / 2 + c50 * z0[i] - c50 ** 2 / 2) : 1
    const weight = (q / q0) * shift
    total += weight
    acts += weight
    if (!isDose) continue
    driven += weight
    sum0 += weight * z0[i]
    sum1 += weight * z1[i]
  }
  return { acts: acts / total, driven: driven / total, c50: sum0 / total, halfLife: sum1 / total }
}
