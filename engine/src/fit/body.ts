import { type Disposition, liverOf, type Structural, toClearances } from '../disposition.ts'

/** What a fit can vary in one person, in the order in which a body holds it: clearances and flows L/min, volumes L, a rate 1/min. */
export const fittable = ['cl', 'v1', 'q2', 'v2', 'q3', 'v3', 'qh', 'vh', 'kel'] as const satisfies readonly Structural[]

export type Fittable = (typeof fittable)[number]

/** The place of a parameter in a body; −1 for what cannot be fitted. */
export const placeOf = (name: string): number => (fittable as readonly string[]).indexOf(name)

/** A body as a list of its primary parameters, with the rate (1/min) that its liver turns drug into the metabolite. */
export type Body = { values: Float64Array; metabolised: number }

/** The primary parameters of a disposition; 0 for a compartment that it does not have. */
export function bodyOf(p: Disposition): Body {
  const { cl, v1, q2, v2, q3, v3 } = toClearances(p)
  const liver = liverOf(p)
  const [qh, vh] = liver ? [liver.k14 * v1, (liver.k14 * v1) / liver.k41] : [0, 0]
  return { values: Float64Array.of(cl, v1, q2, v2, q3, v3, qh, vh, liver?.k40 ?? 0), metabolised: liver?.k4m ?? 0 }
}

/** The disposition of a body, its compartments where they were. */
export function dispositionOf({ values, metabolised }: Body): Disposition {
  const [cl, v1, q2, v2, q3, v3, qh, vh, kel] = values
  const back = (flow: number, volume: number) => (flow === 0 ? 0 : flow / volume)
  return {
    v1,
    k10: cl / v1,
    k12: q2 / v1,
    k21: back(q2, v2),
    k13: q3 / v1,
    k31: back(q3, v3),
    ...(qh > 0 && { k14: qh / v1, k41: qh / vh, k40: kel, k4m: metabolised }),
  }
}
