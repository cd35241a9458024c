import { type Disposition, dispositionFaults } from '../disposition.ts'
import { type Fault, numberFaults, refuse } from '../fault.ts'
import { bisect } from '../numeric/root.ts'
import { Body, type State } from './response.ts'

/** What the pump can do: the highest rate (mg/min), how often it may be set (min), the step of a rate it knows (0 for any), the largest bolus. */
export type Pump = { maxMgPerMin: number; everyMin: number; stepMgPerMin: number; maxBolusMg: number }

export type StepTargetInput = { target: number; untilMin: number; pump: Pump; ke0?: number }

/** A pump setting from a time (min) on, mg/min, and the concentration (mg/L) that stands at its end. */
export type Step = { from: number; to: number; mgPerMin: number; reached: number }

export type StepTarget = { bolusMg: number; steps: readonly Step[] }

/**
 * A schedule of pump settings that brings plasma, or with a ke0 the effect site, to a target (mg/L) as fast as the pump allows and holds
 * it there. No setting is chosen that would carry the curve past the target, now or later, if the pump were stopped at its end.
 */
export function stepTarget(p: Disposition, { target, untilMin, pump, ke0 }: StepTargetInput): StepTarget {
  refuse(
    dispositionFaults(p),
    numberFaults('target', target, { above: 0 }),
    numberFaults('untilMin', untilMin, { above: 0 }),
    ke0 === undefined ? [] : numberFaults('ke0', ke0, { above: 0 }),
    pumpFaults(pump),
  )
  const [body, plasma] = [new Body(p, ke0), new Body(p)]
  const bolusMg = Math.min(pump.maxBolusMg, most(body, body.empty, target, pump.everyMin, 'bolus', pump.maxBolusMg))
  let state = body.given(body.empty, bolusMg)
  const steps: Step[] = []
  for (let from = 0; from < untilMin; from += pump.everyMin) {
    const minutes = Math.min(pump.everyMin, untilMin - from)
    const limit = Math.min(pump.maxMgPerMin, isThere(body, state, target) ? holding(plasma, state, target, minutes) : Infinity)
    const mgPerMin = rounded(most(body, state, target, minutes, 'rate', limit), pump.stepMgPerMin)
    const { state: next, curve } = body.after(state, mgPerMin, minutes)
    steps.push({ from, to: from + minutes, mgPerMin, reached: curve[0] })
    state = next
  }
  return { bolusMg, steps }
}

function pumpFaults(pump: unknown): Fault[] {
  if (typeof pump !== 'object' || pump === null) return [{ input: 'pump', value: pump, expected: 'what the pump can do' }]
  const { maxMgPerMin, everyMin, stepMgPerMin, maxBolusMg } = pump as Record<string, unknown>
  return [
    ...numberFaults('pump.maxMgPerMin', maxMgPerMin, { above: 0 }),
    ...numberFaults('pump.everyMin', everyMin, { above: 0 }),
    ...numberFaults('pump.stepMgPerMin', stepMgPerMin, { min: 0 }),
    ...numberFaults('pump.maxBolusMg', maxBolusMg, { min: 0 }),
  ]
}

/** Down to what the pump can be set to, so that no setting is above what was asked, not by the last digit. */
function rounded(rate: number, step: number): number {
  if (step === 0) return rate
  const setting = (steps: number) => Number((steps * step).toPrecision(12))
  const nearest = Math.round(rate / step)
  return setting(nearest) <= rate ? setting(nearest) : setting(nearest - 1)
}

const near = 0.97

/** The effect site has come close: from here on plasma is held at the target, and does not swing about it. */
const isThere = ({ ke0 }: Body, { effectSite }: State, target: number) => ke0 > 0 && effectSite >= near * target

/** The rate (mg/min) that leaves plasma at the target at the end of the step. */
function holding(plasma: Body, state: State, target: number, minutes: number): number {
  const [free, unit] = [0, 1].map((rate) => plasma.after(rate === 0 ? state : plasma.empty, rate, minutes).curve[0])
  return Math.max(0, (target - free) / unit)
}

const moments = 24
const allowance = 1 + 1e-9

/** The most that may be given now without the highest point from here on passing the target; the curve is linear in what is given. */
function most(body: Body, state: State, target: number, minutes: number, kind: 'bolus' | 'rate', limit: number): number {
  const highest = (amount: number) => {
    const start = kind === 'bolus' ? body.given(state, amount) : state
    if (kind === 'bolus' && body.ke0 === 0 && amount * body.modes.weights.reduce((a, b) => a + b, 0) > target) return Infinity
    const during = body.after(start, kind === 'rate' ? amount : 0, minutes, moments)
    const later = body.ke0 > 0 ? body.after(during.state, 0, laterOf(body, minutes), moments * 4).curve : during.curve
    return Math.max(...during.curve, ...later)
  }
  if (limit === 0 || highest(0) > target) return 0
  if (highest(limit) <= target * allowance) return limit
  return bisect((amount) => highest(amount) - target * allowance, 0, limit)
}

/** By then a stopped pump's effect site has turned. */
const laterOf = ({ ke0 }: Body, minutes: number) => Math.max(4 / ke0, minutes)
