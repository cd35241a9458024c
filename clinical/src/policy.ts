import type { Basis } from './basis.ts'
import { parseExact } from './exact.ts'

import type { FaultSaid } from './words/fault-words.ts'

/** A number, a decimal amount as text, yes or no, or a list of the first two. */
export type PolicyValue = number | string | boolean | readonly number[] | readonly string[]

type Bound<T extends PolicyValue> = T extends number | readonly number[] ? number : string

/** One value of a policy. `least` and `most` are what a clinic may set it to; a list's items each lie within them. */
export type ValueDefinition<T extends PolicyValue = PolicyValue> = {
  value: T
  unit: string
  /** What it means, as a clinician reads it on the approval page. */
  says: string
  least?: Bound<T>
  most?: Bound<T>
  /** Where this value differs from the policy's own. */
  source?: string
  basis?: Basis
}

/** The groups in which a prescriber reads and approves. */
export const policyGroups = [
  'Vital signs and how long they are good for',
  'Dose limits and rounding',
  'Drugs at the chair',
  'Second person and witness',
  'Charting times at the chair',
  'Signing in',
  'Discharge, by indication',
  'Screening intervals',
  'Follow-up and relief',
  'Drug book',
  'Booking and calls',
  'Curves and published ranges',
  'Readers of articles',
] as const
export type PolicyGroup = (typeof policyGroups)[number]

type Definitions = Readonly<Record<string, ValueDefinition>>

export type PolicyOf<V extends Definitions> = {
  id: string
  title: string
  group: PolicyGroup
  source: string
  basis: Basis
  values: V
  /** What must hold between values; what is wrong, in words, or null. */
  together?(values: Readonly<Record<keyof V, PolicyValue>>): string | null
  /** What a clinic may set a value to, and what not. */
  examples: readonly (readonly [name: keyof V & string, value: PolicyValue, may: boolean])[]
}

/** A policy with its names forgotten. */
export type Policy = PolicyOf<Definitions>

type Widened<T> = T extends number
  ? number
  : T extends string
    ? string
    : T extends boolean
      ? boolean
      : T extends readonly (infer Item)[]
        ? readonly Widened<Item>[]
        : never

/** The values of a policy by name, as functions take them. */
export type Values<P extends { values: Readonly<Record<string, { value: unknown }>> }> = {
  readonly [Name in keyof P['values']]: Widened<P['values'][Name]['value']>
}

/** Clinical numbers of one subject with who says so: the clinic reads, approves and may set them. */
export const definePolicy = <const V extends Definitions>(policy: PolicyOf<V>): PolicyOf<V> => policy

/** The values a policy is delivered with. */
export const usual = <P extends { values: Definitions }>({ values }: P): Values<P> =>
  Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value])) as Values<P>

/** A value with its unit, as it is read: lists with commas, yes and no as words. */
export function shownValue(value: PolicyValue, unit: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = Array.isArray(value) ? value.join(', ') : String(value)
  return unit === '' ? text : `${text} ${unit}`
}

/** Why a value may not be set; null when it may. */
export function whyNotSet({ values }: Pick<Policy, 'values'>, name: string, value: unknown): FaultSaid | null {
  const definition = values[name]
  if (!definition) return { code: 'one-of-values', params: { values: Object.keys(values) } }
  const { value: usually, unit, least, most } = definition
  const params = { kind: kindOf(usually), unit, ...(least !== undefined && { least }), ...(most !== undefined && { most }) }
  const expected = { code: 'policy-value', params } as const
  const items = Array.isArray(usually) ? value : [value]
  if (!Array.isArray(items) || items.length === 0) return expected
  const like = Array.isArray(usually) ? usually[0] : usually
  return items.every((item) => isLike(like, item) && isWithin(item, least, most)) ? null : expected
}

const kindOf = (value: PolicyValue): 'boolean' | 'number' | 'decimal' | 'list' => {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return 'number'
  return typeof value === 'string' ? 'decimal' : 'list'
}

function isLike(like: unknown, item: unknown): boolean {
  if (typeof like === 'string') return typeof item === 'string' && parseExact(item) !== null
  return typeof item === typeof like && (typeof item !== 'number' || Number.isFinite(item))
}

function isWithin(item: unknown, least: number | string | undefined, most: number | string | undefined): boolean {
  if (typeof item === 'boolean') return true
  const value = parseExact(String(item))
  return value !== null && (least === undefined || value.gte(least)) && (most === undefined || value.lte(most))
}

/** A policy's values with some of them set otherwise; what may not be set so is left as it was delivered. */
export function withSet<P extends Policy>(policy: P, set: Readonly<Record<string, unknown>>): Values<P> {
  const own = Object.entries(set).filter(([name, value]) => whyNotSet(policy, name, value) === null)
  const values = { ...usual(policy), ...Object.fromEntries(own) } as Values<P>
  return policy.together?.(values as Record<string, PolicyValue>) ? usual(policy) : values
}
