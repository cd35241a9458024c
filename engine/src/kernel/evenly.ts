import { refuse } from '../fault.ts'
import type { Even } from '../numeric/even.ts'
import type { Modes } from '../numeric/modes.ts'
import { effectCurve, type Stretch, stretches } from '../numeric/stretch.ts'
import type { Piece } from '../regimen.ts'
import type { Kernel, Pointer } from './kernel.ts'
import { constantsOf, laneItems, lanes } from './layout.ts'
import { type Room, sharedRoom } from './room.ts'

type Curves = { plasma: Float64Array; effectSite: Float64Array }

/** Stops between two that are computed from the start of their stretch: steps add up their rounding, two thousand of them to 1e-13. */
const tile = 8192

/** Both curves of one body at even times; ke0 is 0 where nobody asks for the site. Three modes at most. */
export function evenCurves(modes: Modes, ke0: number, pieces: readonly Piece[], times: Even, out: Curves, kind?: Kernel): Curves {
  const room = sharedRoom('even', kind)
  const [state, plasma, site] = room.places(laneItems, tile, tile)
  const once = constantsOf(modes.rates, modes.weights, ke0, times.every)
  const fourfold = constantsOf(modes.rates, modes.weights, ke0, lanes * times.every)
  const curves = [room.view(plasma, tile), room.view(site, tile)]
  const from = room.view(state, laneItems)
  for (const stretch of stretches(modes, ke0, pieces)) {
    const end = placeOf(stretch.to, times)
    for (let i = placeOf(stretch.from, times); i < end; i += tile) {
      const count = Math.min(tile, end - i)
      anchor(from, stretch, Math.max(0, times.from + i * times.every - stretch.from), once, fourfold)
      go(room, state, count, plasma, site)
      copy(curves[0], count, out.plasma, i, 'plasma')
      copy(curves[1], count, out.effectSite, i, 'effectSite')
    }
  }
  return out
}

const go = ({ kernel }: Room, state: Pointer, count: number, plasma: Pointer, site: Pointer) =>
  kernel.lanes(state, Math.ceil(count / lanes), plasma, site)

/** The first stop that is not before a time. A billionth of a step before it is at it. */
const placeOf = (time: number, { from, every, count }: Even) =>
  Math.min(count, Math.max(0, Math.ceil((time - from) / every - 1e-9)))

/** The state at four times, the first t min into a stretch, and what takes each of them four steps on. */
function anchor(to: Float64Array, s: Stretch, t: number, once: Float64Array, fourfold: Float64Array): void {
  const state = new Float64Array(lanes)
  const { rates, weights } = s.modes
  let plasma = 0
  for (let m = 0; m < rates.length; m++) {
    const kept = Math.exp(-rates[m] * t)
    state[m] = s.states[m] * kept + (s.rate * weights[m] * -Math.expm1(-rates[m] * t)) / rates[m]
    plasma += state[m]
  }
  state[3] = s.ke0 === 0 ? 0 : effectCurve.value(s, t)
  for (let lane = 0; lane < lanes; lane++) {
    for (let m = 0; m < lanes; m++) to[m * lanes + lane] = state[m] < 1e-200 * plasma ? 0 : state[m]
    step(state, once, s.rate)
  }
  to.set(fourfold, lanes * lanes)
  for (const item of [3, 4, 5, 10]) to[lanes * lanes + item] *= s.rate
}

function step(state: Float64Array, c: Float64Array, rate: number): void {
  state[3] = state[3] * c[6] + state[0] * c[7] + state[1] * c[8] + state[2] * c[9] + c[10] * rate
  for (let m = 0; m < 3; m++) state[m] = state[m] * c[m] + c[3 + m] * rate
}

/** All terms are positive and each goes one way, so a tile whose last stop is sound is sound. */
function copy(tile: Float64Array, count: number, to: Float64Array, at: number, input: string): void {
  const last = tile[count - 1]
  if (!(tile[0] < Infinity && last >= 0 && last < Infinity))
    refuse([
      { input: `${input}[${at}]`, value: last, expected: 'a finite result; the doses or rates are too large to compute with' },
    ])
  to.set(count === tile.length ? tile : tile.subarray(0, count), at)
}
