import { Exact, plain } from '../exact.ts'
import type { FaultSaid } from '../words/fault-words.ts'
import type { Wanted } from '../words/faults-measured.ts'
import { type Figure, readFigure } from './figure.ts'

/** Another unit that is read: how much of ours one of it is, exactly. */
type OtherUnit = { spelled: readonly string[]; toOurs: (amount: Exact) => Exact }

/** One thing that is measured, counted or given: what it is called, its unit, and which values can be at all. */
export type Measure = {
  /** In a sentence: "a weight". */
  name: string
  unit: string
  /** Other spellings of the same unit, lower case. */
  spelled: readonly string[]
  least: string
  most: string
  /** Decimal places that are kept; 0 asks for a whole number. */
  places: number
  /** What it looks like when typed. */
  like: string
  others?: readonly OtherUnit[]
  /** Two units that are said together, larger first: stones and pounds, feet and inches. `per` of the smaller make one. */
  together?: readonly { larger: string; smaller: string; per: number }[]
  source: string
  basis: 'source' | 'proposed'
}

/** What was typed, read: the value in our unit as decimal text, and, when it was not typed so, what is shown back. */
export type MeasureRead = { value: string; shownBack: string | null } | { wrong: FaultSaid }

/** What this field wants, as a fault says it. */
export const wantedOf = ({ name, unit, least, most, places, like }: Measure): Wanted => ({
  name,
  unit,
  least,
  most,
  places,
  like,
})

const spell = (unit: string) => unit.toLowerCase().replaceAll(/[.\s]/g, '').replaceAll('µ', 'mc').replaceAll('μ', 'mc')
const unitAt = /^([-−+]?[\s]*[\d.,]+(?:\s+\d[\d.,]*)*)\s*(.*)$/s

/** Reads what was typed, with its unit where it was typed with one. Never guesses: what is not read is refused in words. */
export function readMeasure(measure: Measure, text: string): MeasureRead {
  const typed = text.trim()
  if (typed === '') return { wrong: { code: 'measure-wanted', params: { wanted: wantedOf(measure) } } }
  const pair = readTogether(measure, typed)
  if (pair) return pair
  const [, number = typed, after = ''] = /^0x/i.test(typed) ? [] : (unitAt.exec(typed) ?? [])
  const figure = readFigure(number)
  const wanted = wantedOf(measure)
  if ('wrong' in figure) return { wrong: { code: 'figure-unread', params: { typed: number.trim(), why: figure.wrong, wanted } } }
  return readIn(measure, typed, figure, spell(after))
}

function readIn(
  measure: Measure,
  typed: string,
  { value, isComma }: Exclude<Figure, { wrong: string }>,
  unit: string,
): MeasureRead {
  const isOurs = unit === '' || unit === spell(measure.unit) || measure.spelled.includes(unit)
  if (isOurs) {
    const read = settle(measure, value, typed)
    return 'wrong' in read || !isComma ? read : { ...read, shownBack: `${read.value} ${measure.unit}`.trim() }
  }
  const other = measure.others?.find(({ spelled }) => spelled.includes(unit))
  if (!other) return { wrong: { code: 'unit-unread', params: { typed, wanted: wantedOf(measure) } } }
  return convert(measure, other.toOurs(value), typed)
}

// Pounds, Fahrenheit, inches: the place we keep is rounded half up, and both numbers are shown.
function convert(measure: Measure, ours: Exact, typed: string): MeasureRead {
  const rounded = ours.toDecimalPlaces(measure.places, Exact.ROUND_HALF_UP)
  const read = settle(measure, rounded, typed, plain(rounded))
  return 'wrong' in read ? read : { ...read, shownBack: `${typed} = ${read.value} ${measure.unit}` }
}

function settle(measure: Measure, value: Exact, typed: string, ours?: string): MeasureRead {
  const { least, most, places } = measure
  const params = { typed, wanted: wantedOf(measure), ...(ours !== undefined && { ours }) }
  if (value.lt(least) || value.gt(most)) return { wrong: { code: 'out-of-range', params } }
  if (value.decimalPlaces() > places) return { wrong: { code: 'finer-than-kept', params } }
  return { value: plain(value, Math.max(places, 0)), shownBack: null }
}

const together = /^(\d{1,3})\s*([a-z]+\.?|['’′])\s*(?:(\d{1,3}(?:[.,]\d{1,2})?)\s*([a-z]+\.?|["”″]|['’′]{2})?)?$/i

function readTogether(measure: Measure, typed: string): MeasureRead | null {
  const [, first = '', one = '', second, two] = together.exec(typed) ?? []
  const unit = one.replaceAll(/['’′]/g, 'ft')
  const rule = measure.together?.find(({ larger }) => spellings(measure, larger).includes(spell(unit)))
  if (!rule || first === '' || second === undefined) return null
  const small = two === undefined ? rule.smaller : two.replaceAll(/["”″]|['’′]{2}/g, 'in')
  const rest = readFigure(second)
  if (!spellings(measure, rule.smaller).includes(spell(small)) || 'wrong' in rest || rest.value.gte(rule.per))
    return { wrong: { code: 'two-units-unread', params: { typed, wanted: wantedOf(measure) } } }
  const smaller = measure.others?.find(({ spelled }) => spelled.includes(rule.smaller))
  return smaller ? convert(measure, smaller.toOurs(new Exact(first).times(rule.per).plus(rest.value)), typed) : null
}

const spellings = ({ others = [] }: Measure, unit: string): readonly string[] =>
  others.find(({ spelled }) => spelled.includes(unit))?.spelled ?? []
