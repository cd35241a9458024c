import { type Disposition, dispositionFaults } from './disposition.ts'
import { numberFaults, refuse, sound, timesFaults } from './fault.ts'
import { modes } from './numeric/modes.ts'
import { Walk } from './numeric/walk.ts'
import { pieces, type Regimen, regimenFaults } from './regimen.ts'

/** Times in min, from 0, ascending. */
export type Times = readonly number[] | Float64Array

/** Plasma and effect-site concentration in mg/L at the same times. */
export type Trajectory = { plasma: Float64Array; effectSite: Float64Array }

/** Plasma concentration (mg/L) at each time (min, from 0, ascending). Exact: linear kinetics is a sum of exponentials. */
export function simulate(p: Disposition, regimen: Regimen, times: Times): Float64Array {
  refuse(dispositionFaults(p), regimenFaults(regimen), timesFaults(times))
  return trajectory(p, 0, regimen, times).plasma
}

/** Plasma and, following it at ke0 (1/min), the effect site, both in mg/L. Exact for every ke0, also one that meets a rate of the plasma. */
export function simulateEffectSite(p: Disposition, ke0: number, regimen: Regimen, times: Times): Trajectory {
  refuse(dispositionFaults(p), numberFaults('ke0', ke0, { above: 0 }), regimenFaults(regimen), timesFaults(times))
  return trajectory(p, ke0, regimen, times)
}

function trajectory(p: Disposition, ke0: number, regimen: Regimen, times: Times): Trajectory {
  const plasma = new Float64Array(times.length)
  const effectSite = new Float64Array(times.length)
  new Walk(modes(p), ke0, pieces(regimen)).along(times, 0, times.length, plasma, effectSite)
  return { plasma: sound('plasma', plasma), effectSite: sound('effectSite', effectSite) }
}
