/** One thing that was wrong with an input: which, what it was, and what would have been right. */
export type Fault = { input: string; value: unknown; expected: string }

const shown = (value: unknown): string => {
  if (typeof value === 'number' || value === null || value === undefined) return String(value)
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`
  return Array.isArray(value) ? `a list of ${value.length}` : `a ${typeof value}`
}

const listed = 8

/** The engine refuses: every fault of a call at once, in `faults`; the first one also as `input`, `value`, `expected`. */
export class EngineFault extends Error {
  override readonly name = 'EngineFault'
  readonly faults: readonly Fault[]
  readonly input: string
  readonly value: unknown
  readonly expected: string

  constructor(faults: readonly [Fault, ...Fault[]]) {
    const lines = faults.slice(0, listed).map((f) => `${f.input} is ${shown(f.value)}; expected ${f.expected}`)
    const more = faults.length - lines.length
    super(more > 0 ? `${lines.join('. ')}. And ${more} more` : lines.join('. '))
    this.faults = faults
    this.input = faults[0].input
    this.value = faults[0].value
    this.expected = faults[0].expected
  }
}

/** Throws one EngineFault that carries every fault given; passes when there are none. */
export function refuse(...faults: readonly (readonly Fault[])[]): void {
  const [first, ...rest] = faults.flat()
  if (first) throw new EngineFault([first, ...rest])
}

type Range = { min?: number; max?: number; above?: number }

const said = ({ min, max, above }: Range) =>
  [
    'a finite number',
    above !== undefined && `above ${above}`,
    min !== undefined && `at least ${min}`,
    max !== undefined && `at most ${max}`,
  ]
    .filter(Boolean)
    .join(', ')

const fits = (value: number, { min = -Infinity, max = Infinity, above = -Infinity }: Range) =>
  value >= min && value <= max && value > above

/** Empty when the value is a finite number within the range, else the one fault. */
export const numberFaults = (input: string, value: unknown, range: Range = {}): Fault[] =>
  typeof value === 'number' && Number.isFinite(value) && fits(value, range) ? [] : [{ input, value, expected: said(range) }]

/** Empty when the value is an object whose fields can be asked for, else the one fault. */
export const objectFaults = (input: string, value: unknown, expected: string): Fault[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? [] : [{ input, value, expected }]

/** The faults of every entry of a list, each named by its place; one fault when there is no list. */
export const listFaults = (
  input: string,
  values: unknown,
  expected: string,
  of: (value: unknown, name: string) => Fault[],
): Fault[] =>
  Array.isArray(values)
    ? values.flatMap((value: unknown, i) => of(value, `${input}[${i}]`))
    : [{ input, value: values, expected }]

/** Empty when the value is a whole number from 0 up, or from `min`, that a double counts exactly. */
export const wholeFaults = (input: string, value: unknown, { min = 0, max = Number.MAX_SAFE_INTEGER }: Range = {}): Fault[] =>
  Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max
    ? []
    : [{ input, value, expected: `a whole number, at least ${min}${max === Number.MAX_SAFE_INTEGER ? '' : `, at most ${max}`}` }]

const isListLike = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || value instanceof Float64Array

/** Times in min: a list that is not empty, each finite, at least 0 and after the one ahead of it. */
export function timesFaults(times: unknown): Fault[] {
  if (!isListLike(times) || times.length === 0)
    return [{ input: 'times', value: times, expected: 'a list with at least one time (min)' }]
  const faults: Fault[] = []
  let last = -1
  for (let i = 0; i < times.length; i++) {
    const time = times[i]
    if (typeof time !== 'number' || !Number.isFinite(time) || time < 0)
      faults.push({ input: `times[${i}]`, value: time, expected: 'a finite number, at least 0' })
    else if (time <= last) faults.push({ input: `times[${i}]`, value: time, expected: `after the time ahead of it, ${last}` })
    else last = time
  }
  return faults
}

/** Nothing that is not a number, and nothing below zero, leaves the engine: neither a list of results nor one. */
export function sound<T extends Float64Array | number>(name: string, result: T): T {
  const expected = 'a finite result; the doses or rates are too large or too small to compute with'
  if (typeof result === 'number') refuse(isSound(result) ? [] : [{ input: name, value: result, expected }])
  else
    for (let i = 0; i < result.length; i++)
      if (!isSound(result[i])) refuse([{ input: `${name}[${i}]`, value: result[i], expected }])
  return result
}

const isSound = (x: number) => x >= 0 && x < Infinity
