import { type Disposition, dispositionFaults } from '../disposition.ts'
import { type Fault, numberFaults, objectFaults, refuse, sound } from '../fault.ts'
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
export function stepTarget(p: Disposition, input: StepTargetInput): StepTarget {
  refuse(objectFaults('input', input, 'an object with target, untilMin, pump'))
  const { target, untilMin, pump, ke0 } = input
  refuse(
    dispositionFaults(p),
    numberFaults('target', target, { above: 0 }),
    numberFaults('untilMin', untilMin, { above: 0 }),
    ke0 === undefined ? [] : numberFaults('ke0', ke0, { above: 0 }),
    pumpFaults(pump, untilMin),
  )
  const [body, plasma] = [new Body(p, ke0), new Body(p)]
  const bolusMg = sound('bolusMg', Math.min(pump.maxBolusMg, target / highestAfterOne(body)))
  let state = body.given(body.empty, bolusMg)
  const steps: Step[] = []
  const count = Math.ceil(untilMin / pump.everyMin - 1e-9)
  for (let i = 0; i < count; i++) {
    const [from, to] = [i * pump.everyMin, i === count - 1 ? untilMin : (i + 1) * pump.everyMin]
    const minutes = to - from
    const limit = Math.min(pump.maxMgPerMin, isThere(body, state, target) ? holding(plasma, state, target, minutes) : Infinity)
    const mgPerMin = rounded(most(body, state, target, minutes, limit), pump.stepMgPerMin)
    steps.push({ from, to, mgPerMin, reached: body.at(state, mgPerMin, minutes) })
    state = body.after(state, mgPerMin, minutes)
  }
  return { bolusMg, steps }
}

const mostSettings = 50_000

function pumpFaults(pump: unknown, untilMin: unknown): Fault[] {
  const faults = objectFaults('pump', pump, 'an object with maxMgPerMin, everyMin, stepMgPerMin, maxBolusMg')
  if (faults.length > 0) return faults
  const { maxMgPerMin, everyMin, stepMgPerMin, maxBolusMg } = pump as Record<string, unknown>
  return [
    ...numberFaults('pump.maxMgPerMin', maxMgPerMin, { above: 0 }),
    ...numberFaults('pump.everyMin', everyMin, {
      above: 0,
      min: Number.isFinite(untilMin) ? Number(untilMin) / mostSettings : 0,
    }),
    ...numberFaults('pump.stepMgPerMin', stepMgPerMin, { min: 0 }),
    ...numberFaults('pump.maxBolusMg', maxBolusMg, { min: 0 }),
  ]
}

/** Down to what the pump can be set to, so that no setting is above what was asked, not by the last digit. */
function rounded(rate: number, step: number): number {
  if (step <= rate * Number.EPSILON) return rate
  const setting = (steps: number) => Number((steps * step).toPrecision(12))
  const nearest = Math.round(rate / step)
  return setting(nearest) <= rate ? setting(nearest) : setting(nearest - 1)
}

/** The highest concentration that a bolus of 1 mg leads to, at once or later. */
function highestAfterOne(body: Body): number {
  const given = body.given(body.empty, 1)
  return Math.max(body.at(given, 0, 0), body.highest(given, 0).value)
}

const near = 0.97

/** The effect site has come close: from here on plasma is held at the target, and does not swing about it. */
const isThere = ({ ke0 }: Body, { effectSite }: State, target: number) => ke0 > 0 && effectSite >= near * target

/** The rate (mg/min) that leaves plasma at the target at the end of the step. */
function holding(plasma: Body, state: State, target: number, minutes: number): number {
  const [free, unit] = [plasma.at(state, 0, minutes), plasma.at(plasma.empty, 1, minutes)]
  return Math.max(0, (target - free) / unit)
}

const allowance = 1 + 1e-9

/**
 * The highest rate up to a limit with which the curve passes the target neither in the step nor after it, if the pump then stops. The curve
 * is linear in the rate, so its highest point is a convex function of it, and Newton’s steps come down to the answer and never below it.
 */
function most(body: Body, state: State, target: number, minutes: number, limit: number): number {
  const stopped = { free: body.after(state, 0, minutes), unit: body.after(body.empty, 1, minutes) }
  const allowed = (free: number, unit: number) => (target - free) / unit
  let rate = Math.min(limit, allowed(body.at(state, 0, minutes), body.at(body.empty, 1, minutes)))
  while (rate > 0) {
    const during = body.highest(state, rate, minutes)
    const later = body.highest(body.after(state, rate, minutes), 0)
    if (Math.max(during.value, later.value) <= target * allowance) return rate
    const next =
      during.value >= later.value
        ? allowed(body.at(state, 0, during.at), body.at(body.empty, 1, during.at))
        : allowed(body.at(stopped.free, 0, later.at), body.at(stopped.unit, 0, later.at))
    if (!(next < rate)) return rate
    rate = next
  }
  return 0
}
