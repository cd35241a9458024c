import { type Disposition, dispositionFaults } from '../disposition.ts'
import { numberFaults, objectFaults, refuse, sound } from '../fault.ts'
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

/** How far the last digits of a curve that touches an edge may be off. */
const blur = 1e-9

/**
 * Starts plasma at the upper edge with a bolus, or with a ke0 lets a bolus carry the effect site up to it while the pump stands still, and
 * then holds each rate for as long as the curve stays inside, taking the one that lasts longest. Times are followed to half a minute,
 * rates to a hundred and twentieth of the highest. Reaching farthest each time is the fewest wherever being farther is never worse; an effect
 * site, which lags, is left while the pump can still turn it.
 */
export function fewestChanges(p: Disposition, input: BandInput): FewestChanges {
  refuse(objectFaults('input', input, 'an object with low, high, untilMin, maxMgPerMin'))
  const { low, high, untilMin, maxMgPerMin, ke0 } = input
  refuse(
    dispositionFaults(p),
    numberFaults('low', low, { above: 0 }),
    numberFaults('high', high, { above: Number.isFinite(low) ? low : 0 }),
    numberFaults('untilMin', untilMin, { above: 0, max: 60 * 24 * 14 }),
    numberFaults('maxMgPerMin', maxMgPerMin, { above: 0 }),
    ke0 === undefined ? [] : numberFaults('ke0', ke0, { above: 0 }),
  )
  const body = new Body(p, ke0)
  const band = { low: low * (1 - blur), high: high * (1 + blur), maxMgPerMin }
  const { bolusMg, minutes: rise } = ke0 === undefined ? { bolusMg: high * p.v1, minutes: 0 } : carryTo(body, high)
  let state = body.given(body.empty, bolusMg)
  const steps: Step[] = []
  const hold = (from: number, mgPerMin: number, minutes: number) => {
    steps.push({ from, to: from + minutes, mgPerMin, reached: body.at(state, mgPerMin, minutes) })
    state = body.after(state, mgPerMin, minutes)
  }
  if (rise > 0) hold(0, 0, rise)
  for (let from = rise; from < untilMin; from = steps[steps.length - 1].to) {
    const best = longest(body, state, band, untilMin - from)
    if (best.minutes === 0)
      refuse([
        { input: 'maxMgPerMin', value: maxMgPerMin, expected: `a rate that keeps the curve above the lower edge at ${from} min` },
      ])
    hold(from, best.mgPerMin, ke0 === undefined ? best.minutes : inTime(body, state, best, band, untilMin - from))
  }
  return { bolusMg: sound('bolusMg', bolusMg), steps }
}

/** The bolus (mg) after which the effect site rises to a height and no farther, and the minutes until it is there. */
function carryTo(body: Body, height: number): { bolusMg: number; minutes: number } {
  const { value, at } = body.highest(body.given(body.empty, 1), 0)
  return { bolusMg: height / value, minutes: Math.max(1, Math.round(at / grid)) * grid }
}

type Band = { low: number; high: number; maxMgPerMin: number }
type Held = { mgPerMin: number; minutes: number; end: number }

const soonest = 10

/** An effect site lags behind: the latest moment of a hold from which some rate still keeps the curve inside for a while. */
function inTime(body: Body, state: State, { mgPerMin, minutes }: Held, band: Band, left: number): number {
  for (let held = minutes; held > grid; held -= grid) {
    const rest = Math.min(soonest, left - held)
    if (rest <= 0) return held
    if (longest(body, body.after(state, mgPerMin, held), band, rest).minutes >= rest) return held
  }
  return minutes
}

/** The rate that stays inside for longest; of equals, the one that ends highest, since it carries further. */
function longest(body: Body, state: State, band: Band, left: number): Held {
  let best = { mgPerMin: 0, minutes: 0, end: 0 }
  for (let i = 0; i <= settings; i++) {
    const mgPerMin = (band.maxMgPerMin * i) / settings
    const inside = body.inside(state, mgPerMin, left, band)
    const minutes = inside < left ? Math.floor(inside / grid) * grid : left
    const found = { mgPerMin, minutes, end: body.at(state, mgPerMin, minutes) }
    if (found.minutes > best.minutes || (found.minutes === best.minutes && found.end > best.end)) best = found
  }
  return best
}
