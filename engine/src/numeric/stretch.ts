import type { Piece } from '../regimen.ts'
import { fill, fillThrough, pass } from './kernels.ts'
import type { Modes } from './modes.ts'
import { bisect } from './root.ts'
import { Walk } from './walk.ts'

/** One piece of the regimen with the state it begins in: within it both curves are smooth and known on paper. */
export type Stretch = Piece & { modes: Modes; ke0: number; states: Float64Array; effectSite: number }

/** A curve on a stretch, t min after its start: the value and how it changes. */
export type Curve = { value: (s: Stretch, t: number) => number; slope: (s: Stretch, t: number) => number }

/** Every piece with its state at the start. */
export function stretches(modes: Modes, ke0: number, pieces: readonly Piece[]): Stretch[] {
  const walk = new Walk(modes, ke0, pieces)
  return pieces.map((piece) => {
    walk.to(piece.from)
    return { ...piece, modes, ke0, states: walk.states.slice(), effectSite: walk.effectSite }
  })
}

const overModes = (s: Stretch, term: (state: number, rate: number, inflow: number) => number) => {
  let sum = 0
  for (let m = 0; m < s.modes.rates.length; m++) sum += term(s.states[m], s.modes.rates[m], s.rate * s.modes.weights[m])
  return sum
}

export const plasmaCurve: Curve = {
  value: (s, t) => overModes(s, (state, k, inflow) => state * Math.exp(-k * t) + inflow * fill(k, t)),
  slope: (s, t) => overModes(s, (state, k, inflow) => (inflow - k * state) * Math.exp(-k * t)),
}

export const effectCurve: Curve = {
  value: (s, t) =>
    s.effectSite * Math.exp(-s.ke0 * t) +
    s.ke0 * overModes(s, (state, k, inflow) => state * pass(k, s.ke0, t) + inflow * fillThrough(k, s.ke0, t)),
  slope: (s, t) => s.ke0 * (plasmaCurve.value(s, t) - effectCurve.value(s, t)),
}

/** Area under plasma over the first t min of a stretch. */
export const plasmaArea = (s: Stretch, t: number) =>
  overModes(s, (state, k, inflow) => state * fill(k, t) + inflow * fillThrough(k, 0, t))

/** Where the curve turns, in min after the start, between the start and the end of a stretch, both included. */
export function turns(s: Stretch, { slope }: Curve): number[] {
  const grid = gridOf(s)
  const found = [0]
  for (let i = 1; i < grid.length; i++) {
    const [before, after] = [slope(s, grid[i - 1]), slope(s, grid[i])]
    if (before !== 0 && after !== 0 && before > 0 !== after > 0) found.push(bisect((t) => slope(s, t), grid[i - 1], grid[i]))
  }
  return [...found, grid[grid.length - 1]]
}

const pointsPerDecade = 32

/** Even in the logarithm of time: turns of a sum of exponentials lie about as far apart as its rates. The last stretch ends when all is over. */
function gridOf({ modes, ke0, from, to }: Stretch): number[] {
  const slowest = Math.min(...modes.rates, ke0 > 0 ? ke0 : Infinity)
  const end = Math.min(to - from, 60 / slowest)
  const first = Math.min(end, 1e-3 / Math.max(...modes.rates, ke0))
  const count = Math.ceil(pointsPerDecade * Math.log10(end / first))
  return [0, ...Array.from({ length: count }, (_, i) => first * 10 ** (i / pointsPerDecade)), end]
}
