import type { Piece } from '../regimen.ts'
import type { Modes } from './modes.ts'
import { fill, fillThrough, pass } from './pools.ts'
import { Walk } from './walk.ts'
import { signChanges, zerosOf } from './zeros.ts'

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

/** Where the curve turns, in min after the start, between the start and the end of a stretch, both included. None is missed. */
export function turns(s: Stretch, curve: Curve): number[] {
  const end = endOf(s)
  const ofPlasma = plasmaTurns(s, end)
  const inside = curve === plasmaCurve ? ofPlasma : signChanges((t) => curve.slope(s, t), [0, ...ofPlasma, end])
  return [0, ...inside, end]
}

/**
 * Plasma changes by a sum of exponentials. An effect site C that follows plasma P changes by ke0·(P − C), and e^(ke0·t)·(P − C) changes by
 * e^(ke0·t)·P′: it only rises or only falls between two turns of plasma, so the site turns there once at most.
 */
const plasmaTurns = ({ modes: { rates, weights }, states, rate }: Stretch, end: number) =>
  zerosOf(
    rates.map((k, m) => ({ rate: k, weight: rate * weights[m] - k * states[m] })),
    end,
  )

/** The last stretch ends when all is over. */
const endOf = ({ modes, ke0, from, to }: Stretch) =>
  Math.min(to - from, 60 / Math.min(...modes.rates, ke0 > 0 ? ke0 : Infinity), Number.MAX_VALUE)
