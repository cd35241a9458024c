import type { Fault } from '../fault.ts'

/** Beyond these nothing is a case any more but a slip of the pen; sums of them stay numbers. */
export const utmost = { mg: 100_000, minutes: 10_000_000, ngPerMl: 1_000_000, perMinute: 1000 } as const

/** From the smallest newborn to beyond the heaviest person; below, a weight is a slip of the pen. */
export const weights = { min: 0.1, max: 700 } as const

/** Of random numbers. */
export const seeds = { min: 0, max: Number.MAX_SAFE_INTEGER } as const

type Limits = { min?: number; above?: number; max?: number }

/** Reads one object of a case file: every fault is kept with its place, and what was never asked for is one. */
export class Fields {
  readonly faults: Fault[]
  private readonly path: string
  private readonly given: Record<string, unknown>
  private readonly asked = new Set<string>()

  constructor(value: unknown, path: string, faults: Fault[], whole = 'an object') {
    this.faults = faults
    this.path = path
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (!isObject) faults.push({ input: path || 'case', value, expected: whole })
    this.given = isObject ? (value as Record<string, unknown>) : {}
  }

  at = (name: string) => (this.path ? `${this.path}.${name}` : name)
  has = (name: string) => this.given[name] !== undefined

  raw(name: string): unknown {
    this.asked.add(name)
    return this.given[name]
  }

  fault(name: string, expected: string): void {
    this.faults.push({ input: this.at(name), value: this.given[name], expected })
  }

  /** The whole object is not what was expected. */
  faultOfAll(expected: string): void {
    this.faults.push({ input: this.path || 'case', value: this.given, expected })
  }

  number(name: string, limits: Limits = {}): number {
    const value = this.raw(name)
    if (typeof value === 'number' && inside(value, limits)) return value
    this.fault(name, said(limits))
    return Number.NaN
  }

  optionalNumber = (name: string, limits: Limits = {}): number | undefined => {
    this.asked.add(name)
    return this.has(name) ? this.number(name, limits) : undefined
  }

  /** A number without a fraction; nothing is rounded in silence. */
  whole(name: string, limits: Limits = {}): number {
    const value = this.number(name, limits)
    if (!Number.isNaN(value) && !Number.isInteger(value)) this.fault(name, 'a whole number')
    return value
  }

  optionalWhole = (name: string, limits: Limits = {}): number | undefined => {
    this.asked.add(name)
    return this.has(name) ? this.whole(name, limits) : undefined
  }

  oneOf<T extends string>(name: string, choices: readonly T[], otherwise?: T): T {
    const value = this.raw(name)
    if (value === undefined && otherwise !== undefined) return otherwise
    const found = choices.find((choice) => choice === value)
    if (found === undefined) this.fault(name, `one of ${choices.join(', ')}`)
    return found ?? choices[0]
  }

  text(name: string): string {
    const value = this.raw(name)
    if (typeof value === 'string' && value.trim() !== '') return value
    this.fault(name, 'a text')
    return ''
  }

  list(name: string, expected: string): unknown[] {
    const value = this.raw(name)
    if (Array.isArray(value)) return value
    this.fault(name, expected)
    return []
  }

  /** Numbers that rise from one to the next. */
  rising(name: string, limits: Limits = { min: 0, max: utmost.minutes }): number[] {
    const values = this.list(name, 'a list of numbers that rise')
    if (values.length === 0 && Array.isArray(this.given[name])) this.fault(name, 'at least one number')
    let last = Number.NEGATIVE_INFINITY
    values.forEach((value, i) => {
      const input = `${this.at(name)}[${i}]`
      if (typeof value !== 'number' || !inside(value, limits)) this.faults.push({ input, value, expected: said(limits) })
      else if (value <= last) this.faults.push({ input, value, expected: `more than the one before it, ${last}` })
      else last = value
    })
    return values.map(Number)
  }

  object(name: string, expected: string): Fields {
    return new Fields(this.raw(name), this.at(name), this.faults, expected)
  }

  objects(name: string, expected: string): Fields[] {
    return this.list(name, expected).map((value, i) => new Fields(value, `${this.at(name)}[${i}]`, this.faults))
  }

  /** To be called last: what is there and has no meaning is a fault, since it may be a slip of the pen. */
  nothingElse(): void {
    for (const name of Object.keys(this.given))
      if (!this.asked.has(name)) this.fault(name, `nothing by this name; known here: ${[...this.asked].sort().join(', ')}`)
  }
}

const inside = (value: number, { min = -Infinity, above = -Infinity, max = Infinity }: Limits) =>
  Number.isFinite(value) && value >= min && value > above && value <= max

const said = ({ min, above, max }: Limits) =>
  [
    'a number',
    above !== undefined && `above ${above}`,
    min !== undefined && `at least ${min}`,
    max !== undefined && `at most ${max}`,
  ]
    .filter(Boolean)
    .join(', ')
