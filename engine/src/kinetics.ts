import { type Disposition, dispositionFaults, type Liver, liverOf } from './disposition.ts'
import { numberFaults, refuse } from './fault.ts'
import { modes } from './numeric/modes.ts'

/** Plasma cleared, by the liver too where there is one, L/min. */
export function clearance(p: Disposition): number {
  const liver = liverOf(p)
  return p.v1 * (p.k10 + (liver ? (liver.k14 * lost(liver)) / (liver.k41 + lost(liver)) : 0))
}

const lost = ({ k40, k4m }: Liver) => k40 + k4m

/** The volume all compartments together seem to have at steady state, L. */
export function steadyStateVolume(p: Disposition): number {
  const { v1, k12, k21, k13, k31 } = p
  const liver = liverOf(p)
  return (
    v1 * (1 + (k12 === 0 ? 0 : k12 / k21) + (k13 === 0 ? 0 : k13 / k31) + (liver ? liver.k14 / (liver.k41 + lost(liver)) : 0))
  )
}

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
