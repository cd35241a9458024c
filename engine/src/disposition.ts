import { type Fault, numberFaults } from './fault.ts'

/**
 * How one subject's body handles a drug: volume in L, rate constants in 1/min. A zero k12 or k13 leaves that compartment out.
 * A fourth compartment, the liver, stands only where a model has one: filled at k14, back at k41, eliminated at k40 and, of what leaves
 * for good, turned into the metabolite at k4m.
 */
export type Disposition = { v1: number; k10: number; k12: number; k21: number; k13: number; k31: number } & Partial<Liver>

export type Liver = { k14: number; k41: number; k40: number; k4m: number }

/** The same in clearances (L/min) and volumes (L), as most papers print it. */
export type Clearances = { cl: number; v1: number; q2: number; v2: number; q3: number; v3: number }

/** Clearances and volumes as rate constants. A compartment whose volume is 0 is left out. */
export const fromClearances = ({ cl, v1, q2, v2, q3, v3 }: Clearances): Disposition => ({
  v1,
  k10: cl / v1,
  k12: q2 / v1,
  k21: v2 === 0 && q2 === 0 ? 0 : q2 / v2,
  k13: q3 / v1,
  k31: v3 === 0 && q3 === 0 ? 0 : q3 / v3,
})

/** Rate constants as clearances and volumes; elimination from a liver is not among them. */
export const toClearances = ({ v1, k10, k12, k21, k13, k31 }: Disposition): Clearances => ({
  cl: k10 * v1,
  v1,
  q2: k12 * v1,
  v2: k12 === 0 ? 0 : (k12 * v1) / k21,
  q3: k13 * v1,
  v3: k13 === 0 ? 0 : (k13 * v1) / k31,
})

/** The liver of a disposition; undefined where it has none. */
export const liverOf = ({ k14, k41, k40, k4m }: Disposition): Liver | undefined =>
  k14 === undefined || k41 === undefined || k40 === undefined || k4m === undefined ? undefined : { k14, k41, k40, k4m }

/** What the parameters of one subject are multiplied by; 1 is typical. */
export type Vary = (parameter: Structural) => number

/** The primary parameters that subjects differ in: clearances, volumes, the liver's flow, volume and elimination, mean transit time. */
export type Structural = 'cl' | 'v1' | 'q2' | 'v2' | 'q3' | 'v3' | 'qh' | 'vh' | 'kel' | 'mtt'

/** A disposition with its primary parameters multiplied; a compartment left out stays out. */
export function varied(p: Disposition, vary: Vary): Disposition {
  const [v1, q2, q3] = [vary('v1'), vary('q2'), vary('q3')]
  const liver = liverOf(p)
  return {
    v1: p.v1 * v1,
    k10: (p.k10 * vary('cl')) / v1,
    k12: (p.k12 * q2) / v1,
    k21: p.k12 === 0 ? p.k21 : (p.k21 * q2) / vary('v2'),
    k13: (p.k13 * q3) / v1,
    k31: p.k13 === 0 ? p.k31 : (p.k31 * q3) / vary('v3'),
    ...(liver && variedLiver(liver, v1, vary)),
  }
}

const variedLiver = ({ k14, k41, k40, k4m }: Liver, v1: number, vary: Vary): Liver => ({
  k14: (k14 * vary('qh')) / v1,
  k41: (k41 * vary('qh')) / vary('vh'),
  k40: k40 * vary('kel'),
  k4m,
})

/** What goes out must be able to come back: a compartment in use needs its way home. */
export function dispositionFaults(p: unknown): Fault[] {
  if (typeof p !== 'object' || p === null)
    return [{ input: 'disposition', value: p, expected: 'an object with v1, k10, k12, k21, k13, k31' }]
  const { v1, k10, k12, k21, k13, k31, k14, k41, k40, k4m } = p as Record<string, unknown>
  const hasLiver = [k14, k41, k40, k4m].some((k) => k !== undefined)
  return [
    numberFaults('v1', v1, { above: 0 }),
    numberFaults('k10', k10, hasLiver ? { min: 0 } : { above: 0 }),
    numberFaults('k12', k12, { min: 0 }),
    numberFaults('k21', k21, k12 === 0 ? { min: 0 } : { above: 0 }),
    numberFaults('k13', k13, { min: 0 }),
    numberFaults('k31', k31, k13 === 0 ? { min: 0 } : { above: 0 }),
    hasLiver
      ? [
          numberFaults('k14', k14, { above: 0 }),
          numberFaults('k41', k41, { above: 0 }),
          numberFaults('k40', k40, { above: 0 }),
          numberFaults('k4m', k4m, { min: 0 }),
        ].flat()
      : [],
  ].flat()
}
