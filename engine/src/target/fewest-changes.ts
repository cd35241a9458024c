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
 * Starts plasma in the band with a bolus, or with a ke0 brings the effect site to its lower edge, and then holds each rate for as long as
 * the curve stays inside, taking the one that lasts longest. Times are followed to half a minute, rates to a hundred and twentieth of the
 * most that is needed.
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
  const bolusMg = (ke0 === undefined ? high : low) * p.v1
  let state: State = { ...body.given(body.empty, bolusMg), effectSite: ke0 === undefined ? 0 : low }
  const steps: Step[] = []
  for (let from = 0; from < untilMin; ) {
    const best = longest(body, state, low, high, untilMin - from, maxMgPerMin)
    if (best.minutes === 0)
      refuse([
        { input: 'maxMgPerMin', value: maxMgPerMin, expected: `a rate that keeps the curve above the lower edge at ${from} min` },
      ])
    const { state: next, curve } = body.after(state, best.mgPerMin, best.minutes)
    steps.push({ from, to: from + best.minutes, mgPerMin: best.mgPerMin, reached: curve[0] })
    state = next
    from += best.minutes
  }
  return { bolusMg, steps }
}

/** The rate that stays inside for longest; of equals, the one that ends highest, since it carries further. */
function longest(body: Body, state: State, low: number, high: number, left: number, maxMgPerMin: number) {
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
