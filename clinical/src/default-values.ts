import type { Basis } from './basis.ts'
import { type Policy, type PolicyValue, shownValue } from './policy.ts'

/** One value of a definition as a prescriber reads it and as the approval keeps it. `set` is what functions take, where a clinic may set it. */
export type DefaultValue = {
  name: string
  says: string
  value: string
  source: string
  basis: Basis
  set?: PolicyValue
  least?: number | string
  most?: number | string
}

export type Described = { id: string; title: string; source: string; basis: Basis } & Readonly<Record<string, unknown>>

/** Every value that a definition carries, in its own order; what a machine alone reads is left out. */
export function valuesOfDefinition(definition: Described): DefaultValue[] {
  return isPolicy(definition) ? policyValues(definition) : plainValues(definition)
}

const isPolicy = (definition: Described): definition is Described & Policy => 'group' in definition && 'values' in definition

const policyValues = ({ values, source, basis }: Policy): DefaultValue[] =>
  Object.entries(values).map(([name, { value, unit, says, least, most, ...own }]) => ({
    name,
    says,
    value: shownValue(value, unit),
    source: own.source ?? source,
    basis: own.basis ?? basis,
    set: value,
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  }))

const machineOnly = new Set([
  'id',
  'title',
  'source',
  'basis',
  'covers',
  'reads',
  'mayRead',
  'wording',
  'loinc',
  'version',
  'chair',
  'entries',
  'ahead',
])

function plainValues(definition: Described): DefaultValue[] {
  const parts = Object.entries(definition).filter(([name]) => !machineOnly.has(name))
  return parts.flatMap(([name, part]) => linesOf([name], part, definition))
}

type Said = Pick<Described, 'source' | 'basis'>

/** One line for each leaf; a part with a source of its own gives it to its leaves. */
function linesOf(path: readonly string[], part: unknown, said: Said): DefaultValue[] {
  if (part === null || part === undefined || typeof part === 'function') return []
  if (typeof part !== 'object') return [line(path, String(part), said)]
  if (Array.isArray(part) && part.every((item) => typeof item !== 'object'))
    return part.length > 0 ? [line(path, part.join(', '), said)] : []
  if (path[0] === 'examples')
    return [{ ...line(path, (part as unknown[]).map(shownExample).join('; '), said), says: 'Cases it was tried on' }]
  const { source, basis } = part as Partial<Said>
  const own = { source: typeof source === 'string' ? source : said.source, basis: basis ?? said.basis }
  return Object.entries(part)
    .filter(([name]) => name !== 'source' && name !== 'basis' && name !== 'id')
    .flatMap(([name, child]) => linesOf([...path, labelOf(name, child)], child, own))
}

/** Members of a list go by what they are about, and only then by their number. */
function labelOf(name: string, child: unknown): string {
  if (!/^\d+$/.test(name) || child === null || typeof child !== 'object') return name
  const about = child as { what?: unknown; heading?: unknown; id?: unknown }
  const own = [about.what, about.heading, about.id].find((each) => typeof each === 'string')
  return typeof own === 'string' ? own : `${Number(name) + 1}`
}

function line(path: readonly string[], value: string, { source, basis }: Said): DefaultValue {
  const names = path.map((part) => part.replace(/([a-z])([A-Z])/g, (_, end, begin) => `${end} ${begin.toLowerCase()}`))
  const [first = '', ...rest] = names
  return {
    name: path.join('.'),
    says: [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', '),
    value,
    source,
    basis,
  }
}

/** What is known, an arrow, what is said: the hand calculation or the case by which a definition shows itself. */
function shownExample(example: unknown): string {
  if (!Array.isArray(example)) return shownPart(example)
  const [known, ...said] = example
  return `${shownPart(known)} → ${said.map(shownPart).join(', ')}`
}

function shownPart(part: unknown): string {
  if (part === null || part === undefined) return 'none'
  if (Array.isArray(part)) return part.map(shownPart).join(' ')
  if (typeof part !== 'object') return String(part)
  const entries = Object.entries(part).map(([name, value]) => `${name} ${shownPart(value)}`)
  return entries.length === 0 ? 'nothing known' : entries.join(', ')
}
