import { kinds } from './level.ts'
import type { PriorValues } from './prior.ts'
import type { Draws } from './reweigh.ts'

/**
 * What finished people say of the prior they were drawn under: the chance that the drug acts, of those the share in whom relief lasts a
 * time of its own, shifts in SDs of that prior (half-life, C50, duration), and the spread of the duration.
 */
export type Richer = { q: number; m: number; halfLife: number; c50: number; duration: number; sDuration: number }

type Start = Pick<PriorValues, 'q' | 'm' | 'sDuration'>

/** Before the clinic's people count, so many imagined ones who are as the prior says. */
const imagined = { acts: 20, fixed: 10, shift: 5, spread: 10 }
const [farthest, leastSpread, settled, mostSteps] = [1.5, 0.25, 1e-5, 500]

const noEffect = kinds.indexOf('none')
const doseDriven = kinds.indexOf('dose-driven')

export const startOf = ({ q, m, sDuration }: Start): Richer => ({ q, m, halfLife: 0, c50: 0, duration: 0, sDuration })

/** What a draw made under `start` weighs when `now` is believed; its kind, and its latents of C50 or duration, and of half-life. */
export function weightOf(start: Start, now: Richer, kind: number, z0: number, z1: number): number {
  if (kind === noEffect) return (1 - now.q) / (1 - start.q)
  if (kind === doseDriven)
    return (
      ((now.q * (1 - now.m)) / (start.q * (1 - start.m))) *
      Math.exp(now.halfLife * z1 - now.halfLife ** 2 / 2 + now.c50 * z0 - now.c50 ** 2 / 2)
    )
  const u = ((z0 - now.duration) * start.sDuration) / now.sDuration
  return ((now.q * now.m) / (start.q * start.m)) * (start.sDuration / now.sDuration) * Math.exp((z0 ** 2 - u ** 2) / 2)
}

/** One person under what is believed: weights summed to one, by kind, with the latents and the squares of what is fixed. */
function expected(start: Start, now: Richer, { kinds: drawn, c50: z0, halfLife: z1 }: Draws) {
  const sums = { all: 0, driven: 0, fixed: 0, halfLife: 0, c50: 0, duration: 0, squares: 0 }
  for (let i = 0; i < drawn.length; i++) {
    const weight = weightOf(start, now, drawn[i], z0[i], z1[i])
    sums.all += weight
    if (drawn[i] === noEffect) continue
    if (drawn[i] === doseDriven) {
      sums.driven += weight
      sums.halfLife += weight * z1[i]
      sums.c50 += weight * z0[i]
    } else {
      sums.fixed += weight
      sums.duration += weight * z0[i]
      sums.squares += weight * z0[i] ** 2
    }
  }
  return sums
}

/** One step of expectation and maximisation, with the imagined people counted in. */
export function richerStep(people: readonly Draws[], start: Start, now: Richer): Richer {
  const all = { driven: 0, fixed: 0, halfLife: 0, c50: 0, duration: 0, squares: 0 }
  for (const person of people) {
    const one = expected(start, now, person)
    for (const name of Object.keys(all) as (keyof typeof all)[]) all[name] += one[name] / one.all
  }
  const acts = all.driven + all.fixed
  const duration = bounded(all.duration / (imagined.shift + all.fixed))
  const spread = all.squares - 2 * duration * all.duration + duration ** 2 * all.fixed
  return {
    q: (imagined.acts * start.q + acts) / (imagined.acts + people.length),
    m: (imagined.fixed * start.m + all.fixed) / (imagined.fixed + acts),
    halfLife: bounded(all.halfLife / (imagined.shift + all.driven)),
    c50: bounded(all.c50 / (imagined.shift + all.driven)),
    duration,
    sDuration:
      start.sDuration *
      Math.max(
        leastSpread,
        Math.sqrt((imagined.spread + spread + imagined.shift * duration ** 2) / (imagined.spread + all.fixed)),
      ),
  }
}

const bounded = (shift: number) => Math.min(farthest, Math.max(-farthest, shift))

/** Steps from the prior on until nothing moves. */
export function learnedRicher(people: readonly Draws[], start: Start): Richer {
  let now = startOf(start)
  for (let step = 0; step < mostSteps; step++) {
    const next = richerStep(people, start, now)
    const moved = Math.max(...(Object.keys(now) as (keyof Richer)[]).map((name) => Math.abs(next[name] - now[name])))
    now = next
    if (moved < settled) break
  }
  return now
}
