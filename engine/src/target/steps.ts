import { type Disposition, dispositionFaults } from '../disposition.ts'
import { type Fault, numberFaults, objectFaults, refuse, sound } from '../fault.ts'
import { LookAhead, mostHeld } from './look-ahead.ts'
import { Body, type State } from './response.ts'

/** What the pump can do: the highest rate (mg/min), how often it may be set (min), the step of a rate it knows (0 for any), the largest bolus. */
export type Pump = { maxMgPerMin: number; everyMin: number; stepMgPerMin: number; maxBolusMg: number }

export type StepTargetInput = { target: number; untilMin: number; pump: Pump; ke0?: number }

/** A pump setting from a time (min) on, mg/min, and the concentration (mg/L) that stands at its end. */
export type Step = { from: number; to: number; mgPerMin: number; reached: number }

/** The steps are settings: one that lasts longer than the pump needs is one step. */
export type StepTarget = { bolusMg: number; steps: readonly Step[] }

/**
 * A schedule of pump settings that brings plasma, or with a ke0 the effect site, to a target (mg/L) as fast as the pump allows and holds
 * it there, thought several steps ahead (`LookAhead`). No setting is chosen that would carry the curve past the target, now or later, if the
 * pump were stopped at its end. A setting is kept for as long as the curve stays as near the target as settings more often would bring it.
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
  const body = new Body(p, ke0)
  const { everyMin, maxMgPerMin, stepMgPerMin, maxBolusMg } = pump
  const ahead = new LookAhead(body, { target, everyMin, maxMgPerMin })
  const bolusMg = sound('bolusMg', Math.min(target / highestAfterOne(body), ahead.bolus(maxBolusMg), maxBolusMg))
  const count = Math.ceil(untilMin / everyMin - 1e-9)
  const endOf = (step: number) => (step >= count ? untilMin : step * everyMin)
  let state = body.given(body.empty, bolusMg)
  let last = 1
  const steps: Step[] = []
  for (let i = 0; i < count; ) {
    const next = (hold: number): Setting => {
      const minutes = endOf(i + hold) - endOf(i)
      const limit = Math.min(maxMgPerMin, ahead.rate(state, hold))
      const mgPerMin = rounded(most(body, state, target, minutes, limit), stepMgPerMin)
      return { hold, minutes, mgPerMin, lack: lackOf(body, state, mgPerMin, minutes, target) }
    }
    const { hold, minutes, mgPerMin } = longest(next, Math.min(2 * last, mostHeld, count - i))
    const [from, to] = [endOf(i), endOf(i + hold)]
    steps.push({ from, to, mgPerMin, reached: body.at(state, mgPerMin, minutes) })
    state = body.after(state, mgPerMin, minutes)
    last = hold
    i += hold
  }
  return { bolusMg, steps }
}

type Setting = { hold: number; minutes: number; mgPerMin: number; lack: number }

/** A mean so far under the target counts as there: the share of it. */
const there = 0.006

/** The longest setting that is there, or as near as one for a single step. */
function longest(next: (hold: number) => Setting, most: number): Setting {
  let best = next(1)
  for (let hold = 2; hold <= most; hold *= 2) {
    const longer = next(hold)
    if (longer.lack > there) break
    best = longer
  }
  return best
}

/** The mean of how far under the target the curve is while a setting runs, as a share of the target. */
function lackOf(body: Body, state: State, mgPerMin: number, minutes: number, target: number): number {
  const looks = 4 * Math.max(1, Math.min(32, Math.ceil(minutes)))
  let sum = 0
  for (let k = 1; k <= looks; k++) sum += 1 - body.at(state, mgPerMin, (k * minutes) / looks) / target
  return sum / looks
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
