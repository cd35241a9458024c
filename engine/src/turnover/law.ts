import { type Fault, numberFaults, objectFaults, refuse, sound } from '../fault.ts'

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
export function onAndOff(law: { ec50: number; gamma: number; kon: number; koff: number }): Turnover {
  refuse(objectFaults('law', law, 'an object with ec50, gamma, kon, koff'))
  const { ec50, gamma, kon, koff } = law
  refuse(driveFaults('', ec50, gamma), numberFaults('kon', kon, { min: 0 }), numberFaults('koff', koff, { min: 0 }))
  return { ec50, gamma, made: { always: 0, driven: kon }, lost: { always: koff, driven: kon }, start: 0 }
}

/** The four indirect-response models around a baseline kin/kout: what the drug acts on, and by how much at most (below 0: it inhibits). */
export function indirectResponse(
  acts: 'production' | 'loss',
  law: { ec50: number; gamma: number; kin: number; kout: number; most: number },
): Turnover {
  refuse(
    acts === 'production' || acts === 'loss' ? [] : [{ input: 'acts', value: acts, expected: 'production or loss' }],
    objectFaults('law', law, 'an object with ec50, gamma, kin, kout, most'),
  )
  const { ec50, gamma, kin, kout, most } = law
  refuse(
    driveFaults('', ec50, gamma),
    numberFaults('kin', kin, { min: 0 }),
    numberFaults('kout', kout, { above: 0 }),
    numberFaults('most', most, { min: -1 }),
  )
  return {
    ec50,
    gamma,
    made: { always: kin, driven: acts === 'production' ? kin * most : 0 },
    lost: { always: kout, driven: acts === 'loss' ? kout * most : 0 },
    start: sound('start', kin / kout),
  }
}

/** An effect as steep as this is a switch. */
const steepest = 50

const driveFaults = (before: string, ec50: unknown, gamma: unknown): Fault[] => [
  ...numberFaults(`${before}ec50`, ec50, { above: 0 }),
  ...numberFaults(`${before}gamma`, gamma, { above: 0, max: steepest }),
]

/** Empty when the response can be followed: nothing is made or lost at a negative rate, whatever the drug does. */
export function turnoverFaults(turnover: unknown): Fault[] {
  const faults = objectFaults('turnover', turnover, 'an object with ec50, gamma, made, lost, start')
  if (faults.length > 0) return faults
  const { ec50, gamma, made, lost, start } = turnover as Record<string, unknown>
  return [
    driveFaults('turnover.', ec50, gamma),
    flowFaults('turnover.made', made),
    flowFaults('turnover.lost', lost),
    numberFaults('turnover.start', start, { min: 0 }),
  ].flat()
}

/** Beyond this the levels that a response tends to are lost in rounding. */
const mostFlow = 1e12

/** A panel takes up to three time constants of the loss; more than this many constants would take minutes to go through. */
const mostConstants = 1e7

/** Empty when a response does not turn over too often in so many minutes to be followed; `turnover` is one that can be. */
export function paceFaults({ lost }: Turnover, minutes: number, input = 'turnover.lost'): Fault[] {
  const fastest = Math.max(lost.always, lost.always + lost.driven)
  return fastest * minutes <= mostConstants
    ? []
    : [{ input, value: fastest, expected: `a loss (1/min) of at most ${mostConstants / minutes} over ${minutes} min` }]
}

function flowFaults(input: string, flow: unknown): Fault[] {
  const wrong = objectFaults(input, flow, 'an object with always, driven (1/min)')
  if (wrong.length > 0) return wrong
  const { always, driven } = flow as Record<string, unknown>
  const faults = numberFaults(`${input}.always`, always, { min: 0, max: mostFlow })
  const least = faults.length === 0 ? -Number(always) : 0
  return [...faults, ...numberFaults(`${input}.driven`, driven, { min: least, max: mostFlow })]
}

/** The largest R that can be, which is what a tolerance is a share of. */
export function scaleOf({ made, lost, start }: Turnover): number {
  const levels = [made.always / lost.always, (made.always + made.driven) / (lost.always + lost.driven)].filter(Number.isFinite)
  const largest = Math.max(start, ...levels)
  return largest > least ? largest : 1
}

/** A response below this is none, and no share of it can be told. */
const least = 1e-200

/** How fast at most what drives can change the response, as a share of the largest, 1/min. */
export const shareOf = (law: Turnover) => Math.abs(law.made.driven) / scaleOf(law) + Math.abs(law.lost.driven) || 1
