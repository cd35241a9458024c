import { type Disposition, dispositionFaults } from '../disposition.ts'
import { numberFaults, refuse } from '../fault.ts'
import { Body, type State } from './response.ts'
import type { Step } from './steps.ts'

export type BandInput = {
  /** mg/L */
  low: number
  high: number
  untilMin: number
  maxMgPerMin: number
  ke0?: number
}

/** A loading dose (mg), and as few settings of the pump as keep the curve inside the band from then on. */
export type FewestChanges = { bolusMg: number; steps: readonly Step[] }

const settings = 120
const grid = 0.5

/**
 * Starts plasma at the upper edge with a bolus, or with a ke0 lets a bolus carry the effect site up to it while the pump stands still, and
 * then holds each rate for as long as the curve stays inside, taking the one that lasts longest. Times are followed to half a minute,
 * rates to a hundred and twentieth of the highest. Reaching farthest each time is the fewest wherever being farther is never worse; an effect
 * site, which lags, is left while the pump can still turn it.
 */
export function fewestChanges(p: Disposition, { low, high, untilMin, maxMgPerMin, ke0 }: BandInput): FewestChanges {
  refuse(
    dispositionFaults(p),
    numberFaults('low', low, { above: 0 }),
    numberFaults('high', high, { above: Number.isFinite(low) ? low : 0 }),
    numberFaults('untilMin', untilMin, { above: 0, max: 60 * 24 * 14 }),
    numberFaults('maxMgPerMin', maxMgPerMin, { above: 0 }),
    ke0 === undefined ? [] : numberFaults('ke0', ke0, { above: 0 }),
  )
  const body = new Body(p, ke0)
  const { bolusMg, minutes: rise } = ke0 === undefined ? { bolusMg: high * p.v1, minutes: 0 } : carryTo(body, high)
  let state = body.given(body.empty, bolusMg)
  const steps: Step[] = []
  if (rise > 0) {
    state = body.after(state, 0, rise).state
    steps.push({ from: 0, to: rise, mgPerMin: 0, reached: state.effectSite })
  }
  for (let from = rise; from < untilMin; ) {
    const best = longest(body, state, { low, high, maxMgPerMin }, untilMin - from)
    if (best.minutes === 0)
      refuse([
        { input: 'maxMgPerMin', value: maxMgPerMin, expected: `a rate that keeps the curve above the lower edge at ${from} min` },
      ])
    const minutes = ke0 === undefined ? best.minutes : inTime(body, state, best, { low, high, maxMgPerMin }, untilMin - from)
    const { state: next, curve } = body.after(state, best.mgPerMin, minutes)
    steps.push({ from, to: from + minutes, mgPerMin: best.mgPerMin, reached: curve[0] })
    state = next
    from += minutes
  }
  return { bolusMg, steps }
}

const longestRise = 240

/** The bolus (mg) after which the effect site rises to a height and no farther, and the minutes until it is there. */
function carryTo(body: Body, height: number): { bolusMg: number; minutes: number } {
  const count = longestRise / grid
  const { curve } = body.after(body.given(body.empty, 1), 0, longestRise, count)
  const at = curve.reduce((best, c, i) => (c > curve[best] ? i : best), 0)
  return { bolusMg: height / curve[at], minutes: (at + 1) * grid }
}

type Band = { low: number; high: number; maxMgPerMin: number }
type Held = { mgPerMin: number; minutes: number; end: number }

const soonest = 10

/** An effect site lags behind: the latest moment of a hold from which some rate still keeps the curve inside for a while. */
function inTime(body: Body, state: State, { mgPerMin, minutes }: Held, band: Band, left: number): number {
  for (let held = minutes; held > grid; held -= grid) {
    const rest = Math.min(soonest, left - held)
    if (rest <= 0) return held
    if (longest(body, body.after(state, mgPerMin, held).state, band, rest).minutes >= rest) return held
  }
  return minutes
}

/** The rate that stays inside for longest; of equals, the one that ends highest, since it carries further. */
function longest(body: Body, state: State, { low, high, maxMgPerMin }: Band, left: number): Held {
  let best = { mgPerMin: 0, minutes: 0, end: 0 }
  for (let i = 0; i <= settings; i++) {
    const mgPerMin = (maxMgPerMin * i) / settings
    const count = Math.ceil(left / grid)
    const { curve } = body.after(state, mgPerMin, count * grid, count)
    const out = curve.findIndex((c) => c < low * (1 - 1e-9) || c > high * (1 + 1e-9))
    const held = out < 0 ? count : out
    const found = { mgPerMin, minutes: Math.min(left, held * grid), end: held === 0 ? 0 : curve[held - 1] }
    if (found.minutes > best.minutes || (found.minutes === best.minutes && found.end > best.end)) best = found
  }
  return best
}
