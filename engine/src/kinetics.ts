import { type Disposition, dispositionFaults } from './disposition.ts'
import { numberFaults, refuse } from './fault.ts'
import { modes } from './numeric/modes.ts'

/** Plasma cleared, L/min. */
export const clearance = (p: Disposition) => p.k10 * p.v1

/** The volume all compartments together seem to have at steady state, L. */
export const steadyStateVolume = ({ v1, k12, k21, k13, k31 }: Disposition) =>
  v1 * (1 + (k12 === 0 ? 0 : k12 / k21) + (k13 === 0 ? 0 : k13 / k31))

/** Half-lives of the plasma curve in min, shortest first. */
export function halfLives(p: Disposition): number[] {
  refuse(dispositionFaults(p))
  return modes(p).rates.map((rate) => Math.LN2 / rate)
}

/** The plasma concentration (mg/L) a constant rate (mg/min) settles at. */
export function steadyState(p: Disposition, mgPerMin: number): number {
  refuse(dispositionFaults(p), numberFaults('mgPerMin', mgPerMin, { min: 0 }))
  return mgPerMin / clearance(p)
}
