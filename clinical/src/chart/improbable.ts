import { Exact, plain } from '../exact.ts'
import { usualPolicies } from '../policies.ts'
import { measures } from '../shapes/measures.ts'

/** A value that can be and probably is not: the question that is asked back, at its field. `ask` is what a yes sends with it. */
export type Improbable = { ask: string; field: string; question: string }

type Limits = typeof usualPolicies.improbable

/** What is known of the person before: the last weight with the day on which it was measured, in words. */
export type Before = { weightKg?: { value: string; day: string } | undefined; heightCm?: string | null | undefined }

const poundsOf = (kg: Exact) => kg.times('0.45359237')
const one = (value: Exact) => plain(value, 1)
const percentFrom = (value: Exact, last: Exact) => value.minus(last).abs().div(last).times(100)
const bodyMass = (kg: Exact, cm: string) => kg.times(10_000).div(new Exact(cm).pow(2))

/** Other readings of the same figures that would fit what is known: pounds, or a point that slipped. */
function otherReadings(kg: Exact, fits: (kg: Exact) => boolean): string[] {
  const { least, most } = measures.weightKg
  const can = (each: Exact) => each.gte(least) && each.lte(most) && fits(each)
  const readings = [
    { kg: poundsOf(kg), say: `${one(kg)} lb would be ${one(poundsOf(kg))} kg` },
    { kg: kg.div(10), say: `was it ${one(kg.div(10))} kg?` },
    { kg: kg.times(10), say: `was it ${one(kg.times(10))} kg?` },
  ]
  return readings.filter((each) => can(each.kg)).map(({ say }) => say)
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
  const said = [
    ...(last ? [`last ${last.value} kg on ${last.day}`] : []),
    ...(heightCm && !isLikelyBody(kg) ? [`at ${heightCm} cm that is a body mass index of ${one(bodyMass(kg, heightCm))}`] : []),
    ...otherReadings(kg, (each) => isNear(each) && isLikelyBody(each)),
  ]
  const [first = '', ...more] = said
  const capital = first.charAt(0).toUpperCase() + first.slice(1)
  return [{ ask: weightDoubt(weightKg), field: 'weightKg', question: `${weightKg} kg? ${closed([capital, ...more].join('; '))}` }]
}

const closed = (text: string) => (/[?.]$/.test(text) ? text : `${text}.`)

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
  const said = [
    ...(last ? [`On record ${last} cm`] : []),
    ...(index && isUnlikely ? [`With ${weightKg?.value} kg that is a body mass index of ${one(index)}`] : []),
  ]
  return [{ ask: `heightCm ${heightCm}`, field: 'heightCm', question: `${heightCm} cm? ${said.join('; ')}.` }]
}

/** A date of birth that makes somebody older than anybody is likely to be. Days are YYYY-MM-DD. */
export function birthDoubts(born: string, today: string, limits: Limits = usualPolicies.improbable): Improbable[] {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0)
  if (years <= limits.ageMost) return []
  return [{ ask: `dateOfBirth ${born}`, field: 'dateOfBirth', question: `Born ${born}? That is ${years} years ago.` }]
}

type Signs = Partial<Record<'systolic' | 'diastolic' | 'pulse' | 'spo2' | 'resp', number | null | undefined>>

const signs = [
  { key: 'systolic', unit: ' mmHg', least: 'systolicLeast', most: 'systolicMost', called: 'Systolic pressure' },
  { key: 'diastolic', unit: ' mmHg', least: 'diastolicLeast', most: 'diastolicMost', called: 'Diastolic pressure' },
  { key: 'pulse', unit: '/min', least: 'pulseLeast', most: 'pulseMost', called: 'Pulse' },
  { key: 'spo2', unit: '%', least: 'spo2Least', most: null, called: 'SpO₂' },
  { key: 'resp', unit: '/min', least: 'respLeast', most: 'respMost', called: 'Breaths' },
] as const

/** Doubts about signs from a monitor. */
export function signDoubts(read: Signs, limits: Limits = usualPolicies.improbable): Improbable[] {
  const { systolic, diastolic } = read
  const single = signs.flatMap(({ key, unit, least, most, called }): Improbable[] => {
    const value = read[key]
    if (typeof value !== 'number') return []
    const isOut = value < limits[least] || (most !== null && value > limits[most])
    return isOut ? [{ ask: `${key} ${value}`, field: key, question: `${called} ${value}${unit}? Check the monitor again.` }] : []
  })
  const isPair = typeof systolic === 'number' && typeof diastolic === 'number'
  if (!isPair || diastolic >= systolic || systolic - diastolic >= limits.pulsePressureLeast) return single
  const question = `${systolic}/${diastolic}? The two numbers are only ${systolic - diastolic} apart.`
  return [...single, { ask: `pressure ${systolic}/${diastolic}`, field: 'systolic', question }]
}
