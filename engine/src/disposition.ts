import { type Fault, numberFaults } from './fault.ts'

/** How one subject's body handles the drug: volume in L, rate constants in 1/min. A zero k12 or k13 leaves that compartment out. */
export type Disposition = { v1: number; k10: number; k12: number; k21: number; k13: number; k31: number }

/** The same in clearances (L/min) and volumes (L), as most papers print it. */
export type Clearances = { cl: number; v1: number; q2: number; v2: number; q3: number; v3: number }

/** Clearances and volumes as rate constants. */
export const fromClearances = ({ cl, v1, q2, v2, q3, v3 }: Clearances): Disposition => ({
  v1,
  k10: cl / v1,
  k12: q2 / v1,
  k21: q2 / v2,
  k13: q3 / v1,
  k31: q3 / v3,
})

/** Rate constants as clearances and volumes. */
export const toClearances = ({ v1, k10, k12, k21, k13, k31 }: Disposition): Clearances => ({
  cl: k10 * v1,
  v1,
  q2: k12 * v1,
  v2: k12 === 0 ? 0 : (k12 * v1) / k21,
  q3: k13 * v1,
  v3: k13 === 0 ? 0 : (k13 * v1) / k31,
})

/** What goes out must be able to come back: a compartment in use needs its way home. */
export function dispositionFaults(p: unknown): Fault[] {
  if (typeof p !== 'object' || p === null)
    return [{ input: 'disposition', value: p, expected: 'an object with v1, k10, k12, k21, k13, k31' }]
  const { v1, k10, k12, k21, k13, k31 } = p as Record<string, unknown>
  return [
    numberFaults('v1', v1, { above: 0 }),
    numberFaults('k10', k10, { above: 0 }),
    numberFaults('k12', k12, { min: 0 }),
    numberFaults('k21', k21, k12 === 0 ? { min: 0 } : { above: 0 }),
    numberFaults('k13', k13, { min: 0 }),
    numberFaults('k31', k31, k13 === 0 ? { min: 0 } : { above: 0 }),
  ].flat()
}
