import { type Fault, numberFaults } from '../fault.ts'

/**
 * A response that is made and lost: dR/dt = (made.always + made.driven·S) − (lost.always + lost.driven·S)·R, all per min, with
 * S = Cᵞ / (ec50ᵞ + Cᵞ) of a concentration in mg/L. The four indirect-response models are four choices of the numbers, and a negative
 * `driven` inhibits.
 */
export type Turnover = {
  ec50: number
  gamma: number
  made: { always: number; driven: number }
  lost: { always: number; driven: number }
  /** R at time 0, or when the first dose begins if that is earlier. */
  start: number
}

/** Relief that comes at kon·S of what is not yet relieved and goes at koff (both 1/min): between 0 and 1. */
export const onAndOff = ({ ec50, gamma, kon, koff }: { ec50: number; gamma: number; kon: number; koff: number }): Turnover => ({
  ec50,
  gamma,
  made: { always: 0, driven: kon },
  lost: { always: koff, driven: kon },
  start: 0,
})

/** The four indirect-response models around a baseline kin/kout: what the drug acts on, and by how much at most (below 0: it inhibits). */
export const indirectResponse = (
  acts: 'production' | 'loss',
  { ec50, gamma, kin, kout, most }: { ec50: number; gamma: number; kin: number; kout: number; most: number },
): Turnover => ({
  ec50,
  gamma,
  made: { always: kin, driven: acts === 'production' ? kin * most : 0 },
  lost: { always: kout, driven: acts === 'loss' ? kout * most : 0 },
  start: kin / kout,
})

/** Empty when the response can be followed: nothing is made or lost at a negative rate, whatever the drug does. */
export function turnoverFaults(turnover: unknown): Fault[] {
  if (typeof turnover !== 'object' || turnover === null)
    return [{ input: 'turnover', value: turnover, expected: 'an object with ec50, gamma, made, lost, start' }]
  const { ec50, gamma, made, lost, start } = turnover as Record<string, unknown>
  return [
    numberFaults('turnover.ec50', ec50, { above: 0 }),
    numberFaults('turnover.gamma', gamma, { above: 0, max: 50 }),
    flowFaults('turnover.made', made),
    flowFaults('turnover.lost', lost),
    numberFaults('turnover.start', start, { min: 0 }),
  ].flat()
}

function flowFaults(input: string, flow: unknown): Fault[] {
  if (typeof flow !== 'object' || flow === null)
    return [{ input, value: flow, expected: 'an object with always, driven (1/min)' }]
  const { always, driven } = flow as Record<string, unknown>
  const faults = numberFaults(`${input}.always`, always, { min: 0 })
  const least = faults.length === 0 ? -Number(always) : 0
  return [...faults, ...numberFaults(`${input}.driven`, driven, { min: least })]
}

/** The largest R that can be, which is what a tolerance is a share of. */
export function scaleOf({ made, lost, start }: Turnover): number {
  const levels = [made.always / lost.always, (made.always + made.driven) / (lost.always + lost.driven)].filter(Number.isFinite)
  return Math.max(start, ...levels) || 1
}

/** How fast at most what drives can change the response, as a share of the largest, 1/min. */
export const shareOf = (law: Turnover) => Math.abs(law.made.driven) / scaleOf(law) + Math.abs(law.lost.driven) || 1
