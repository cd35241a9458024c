import { Exact, plain } from '../exact.ts'
import { usualPolicies } from '../policies.ts'
import { measures } from '../shapes/measures.ts'
import type { FaultSaid } from '../words/fault-words.ts'

/** A value that can be and probably is not: the question that is asked back, at its field. `ask` is what a yes sends with it. */
export type Improbable = { ask: string; field: string; question: FaultSaid }

type Limits = typeof usualPolicies.improbable

/** What is known of the person before: the last weight with the day on which it was measured, YYYY-MM-DD. */
export type Before = { weightKg?: { value: string; day: string } | undefined; heightCm?: string | null | undefined }

const poundsOf = (kg: Exact) => kg.times('0.45359237')
const one = (value: Exact) => plain(value, 1)
const percentFrom = (value: Exact, last: Exact) => value.minus(last).abs().div(last).times(100)
const bodyMass = (kg: Exact, cm: string) => kg.times(10_000).div(new Exact(cm).pow(2))

/** Other readings of the same figures that would fit what is known: pounds, or a point that slipped. */
function otherReadings(kg: Exact, fits: (kg: Exact) => boolean) {
  const { least, most } = measures.weightKg
  const can = (each: Exact) => each.gte(least) && each.lte(most) && fits(each)
  const readings = [
    { how: 'pounds', kg: poundsOf(kg) },
    { how: 'tenth', kg: kg.div(10) },
    { how: 'tenfold', kg: kg.times(10) },
  ] as const
  return readings.filter((each) => can(each.kg)).map(({ how, kg: read }) => ({ how, kg: one(read) }))
}

/** What a yes to a doubted weight sends. */
export const weightDoubt = (weightKg: string): string => `weightKg ${weightKg}`

/** Doubts about a weight: far from the last one, or no likely body at this height. */
export function weightDoubts(
  weightKg: string,
  { weightKg: last, heightCm }: Before,
  limits: Limits = usualPolicies.improbable,
): Improbable[] {
  const kg = new Exact(weightKg)
  const isLikelyBody = (each: Exact) => {
    const index = heightCm ? bodyMass(each, heightCm) : null
    return index === null || (index.gte(limits.bodyMassLeast) && index.lte(limits.bodyMassMost))
  }
  const isNear = (each: Exact) => !last || percentFrom(each, new Exact(last.value)).lte(limits.weightPercent)
  if (isNear(kg) && isLikelyBody(kg)) return []
  const params = {
    kg: weightKg,
    ...(last && { last }),
    ...(heightCm && !isLikelyBody(kg) && { heightCm, bodyMass: one(bodyMass(kg, heightCm)) }),
    readings: otherReadings(kg, (each) => isNear(each) && isLikelyBody(each)),
  }
  return [{ ask: weightDoubt(weightKg), field: 'weightKg', question: { code: 'weight-unlikely', params } }]
}

/** Doubts about a height: far from the one on record, or no likely body at the last weight. */
export function heightDoubts(
  heightCm: string,
  { weightKg, heightCm: last }: Before,
  limits: Limits = usualPolicies.improbable,
): Improbable[] {
  const cm = new Exact(heightCm)
  const isFar = last ? percentFrom(cm, new Exact(last)).gt(limits.heightPercent) : false
  const index = weightKg ? bodyMass(new Exact(weightKg.value), heightCm) : null
  const isUnlikely = index !== null && (index.lt(limits.bodyMassLeast) || index.gt(limits.bodyMassMost))
  if (!isFar && !isUnlikely) return []
  const params = {
    cm: heightCm,
    ...(last && { last }),
    ...(index && weightKg && isUnlikely && { weightKg: weightKg.value, bodyMass: one(index) }),
  }
  return [{ ask: `heightCm ${heightCm}`, field: 'heightCm', question: { code: 'height-unlikely', params } }]
}

/** A date of birth that makes somebody older than anybody is likely to be. Days are YYYY-MM-DD. */
export function birthDoubts(born: string, today: string, limits: Limits = usualPolicies.improbable): Improbable[] {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0)
  if (years <= limits.ageMost) return []
  return [{ ask: `dateOfBirth ${born}`, field: 'dateOfBirth', question: { code: 'birth-unlikely', params: { born, years } } }]
}

type Signs = Partial<Record<'systolic' | 'diastolic' | 'pulse' | 'spo2' | 'resp', number | null | undefined>>

const signs = [
  { key: 'systolic', least: 'systolicLeast', most: 'systolicMost' },
  { key: 'diastolic', least: 'diastolicLeast', most: 'diastolicMost' },
  { key: 'pulse', least: 'pulseLeast', most: 'pulseMost' },
  { key: 'spo2', least: 'spo2Least', most: null },
  { key: 'resp', least: 'respLeast', most: 'respMost' },
] as const

/** Doubts about signs from a monitor. */
export function signDoubts(read: Signs, limits: Limits = usualPolicies.improbable): Improbable[] {
  const { systolic, diastolic } = read
  const single = signs.flatMap(({ key, least, most }): Improbable[] => {
    const value = read[key]
    if (typeof value !== 'number') return []
    const isOut = value < limits[least] || (most !== null && value > limits[most])
    return isOut
      ? [{ ask: `${key} ${value}`, field: key, question: { code: 'sign-unlikely', params: { sign: key, value } } }]
      : []
  })
  const isPair = typeof systolic === 'number' && typeof diastolic === 'number'
  if (!isPair || diastolic >= systolic || systolic - diastolic >= limits.pulsePressureLeast) return single
  const question = { code: 'pressure-unlikely', params: { systolic, diastolic } } as const
  return [...single, { ask: `pressure ${systolic}/${diastolic}`, field: 'systolic', question }]
}
