import { levels } from './band.ts'
import { spreadOf } from './effect.ts'
import { listFaults, numberFaults, refuse } from './fault.ts'
import { normalQuantile } from './numeric/normal-quantile.ts'
import { quantiles } from './numeric/quantile.ts'
import type { Occupancy } from './receptor.ts'

const halves = 24
const shares = 8
/** The middles of n parts of equal chance. */
const middles = (n: number) => Array.from({ length: n }, (_, i) => (i + 0.5) / n)

/**
 * The share (0 to 1) of receptors that ketamine holds at the plasma concentrations (mg/L) of several people: its quantiles at 5, 25, 50, 75 and 95 of 100, over the
 * people, over the printed interval of half occupancy (log-normal) and over the unbound shares that sources disagree on (even). No random number is drawn.
 */
export function occupancyBand({ occupancy, halfOccupied, unbound }: Occupancy, plasma: readonly number[]): number[] {
  refuse(listFaults('plasma', plasma, 'concentrations, mg/L', (each, name) => numberFaults(name, each, { min: 0 })))
  const { median, omega } = spreadOf(halfOccupied.ketamine)
  const { value, other } = unbound.ketamine
  // A receptor that needs twice the drug is one that half of the drug can reach.
  const reaches = middles(halves).flatMap((p) => {
    const half = median * Math.exp(omega * normalQuantile(p))
    return middles(shares).map((q) => ((value + q * (other - value)) * halfOccupied.ketamine.typical) / half)
  })
  const all = plasma.flatMap((ketamine) =>
    reaches.map((reach) => occupancy({ ketamine, norketamine: 0, unbound: { ketamine: reach, norketamine: 0 } })),
  )
  return quantiles(Float64Array.from(all), levels)
}
