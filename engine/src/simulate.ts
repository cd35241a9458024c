import { type Disposition, dispositionFaults } from './disposition.ts'
import { type Fault, numberFaults, refuse, sound } from './fault.ts'
import { evenCurves } from './kernel/evenly.ts'
import { type Even, evenOf, isEven, listOf, stopFaults } from './numeric/even.ts'
import { modes } from './numeric/modes.ts'
import { Walk } from './numeric/walk.ts'
import { pieces, type Regimen, regimenFaults } from './regimen.ts'

/** Times in min, from 0, ascending, none twice. */
export type Times = readonly number[] | Float64Array

/** Plasma and effect-site concentration in mg/L at the same times. */
export type Trajectory = { plasma: Float64Array; effectSite: Float64Array }

/** Plasma concentration (mg/L) at each time (min, from 0, ascending). Exact: linear kinetics is a sum of exponentials. */
export function simulate(p: Disposition, regimen: Regimen, times: Times | Even): Float64Array {
  const stops = evenOf(times) ?? times
  refuse(dispositionFaults(p), regimenFaults(regimen), stopFaults(stops))
  return trajectory(p, 0, regimen, stops).plasma
}

/**
 * Plasma and, following it at ke0 (1/min), the effect site, both in mg/L. Exact for every ke0, also one that meets a rate of the plasma.
 * Even times are the fastest way; `into` takes the answer where there is room already.
 */
export function simulateEffectSite(
  p: Disposition,
  ke0: number,
  regimen: Regimen,
  times: Times | Even,
  into?: Trajectory,
): Trajectory {
  const stops = evenOf(times) ?? times
  refuse(
    dispositionFaults(p),
    numberFaults('ke0', ke0, { above: 0 }),
    regimenFaults(regimen),
    stopFaults(stops),
    into ? roomFaults(into, stops) : [],
  )
  return trajectory(p, ke0, regimen, stops, into)
}

function roomFaults({ plasma, effectSite }: Trajectory, times: Times | Even): Fault[] {
  const count = isEven(times) ? times.count : times.length
  return Object.entries({ plasma, effectSite })
    .filter(([, list]) => !(list instanceof Float64Array && list.length === count))
    .map(([name, value]) => ({ input: `into.${name}`, value, expected: `a Float64Array of ${count}` }))
}

function trajectory(p: Disposition, ke0: number, regimen: Regimen, times: Times | Even, into?: Trajectory): Trajectory {
  const count = isEven(times) ? times.count : times.length
  const out = into ?? { plasma: new Float64Array(count), effectSite: new Float64Array(count) }
  const known = modes(p)
  if (isEven(times) && known.rates.length <= 3) return evenCurves(known, ke0, pieces(regimen), times, out)
  new Walk(known, ke0, pieces(regimen)).along(listOf(times), 0, count, out.plasma, out.effectSite)
  sound('plasma', out.plasma)
  sound('effectSite', out.effectSite)
  return out
}
