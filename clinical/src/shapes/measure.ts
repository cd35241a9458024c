import { Exact, plain } from '../exact.ts'
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
export type MeasureRead = { value: string; shownBack: string | null } | { wrong: string }

const minus = (text: string) => text.replace('-', '−')

const range = ({ unit, least, most, places }: Measure) =>
  `${places === 0 ? 'a whole number ' : ''}from ${minus(least)} to ${minus(most)}${unit === '' ? '' : ` ${unit}`}`

/** What this field wants, in words: "a weight, from 25 to 350 kg, like 72.5". */
export const wanted = (measure: Measure): string => `${measure.name}, ${range(measure)}, like ${measure.like}`

const spell = (unit: string) => unit.toLowerCase().replaceAll(/[.\s]/g, '').replaceAll('µ', 'mc').replaceAll('μ', 'mc')
const unitAt = /^([-−+]?[\s]*[\d.,]+(?:\s+\d[\d.,]*)*)\s*(.*)$/s

/** Reads what was typed, with its unit where it was typed with one. Never guesses: what is not read is refused in words. */
export function readMeasure(measure: Measure, text: string): MeasureRead {
  const typed = text.trim()
  if (typed === '') return { wrong: wanted(measure) }
  const pair = readTogether(measure, typed)
  if (pair) return pair
  const [, number = typed, after = ''] = /^0x/i.test(typed) ? [] : (unitAt.exec(typed) ?? [])
  const figure = readFigure(number)
  if ('wrong' in figure) return { wrong: `${figure.wrong}. We need ${wanted(measure)}` }
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
  if (!other) return { wrong: `“${typed}” is not in a unit that we read here. We need ${wanted(measure)}` }
  return convert(measure, other.toOurs(value), typed)
}

// Pounds, Fahrenheit, inches: the place we keep is rounded half up, and both numbers are shown.
function convert(measure: Measure, ours: Exact, typed: string): MeasureRead {
  const rounded = ours.toDecimalPlaces(measure.places, Exact.ROUND_HALF_UP)
  const read = settle(measure, rounded, `${typed}, which is ${plain(rounded)} ${measure.unit}`)
  return 'wrong' in read ? read : { ...read, shownBack: `${typed} = ${read.value} ${measure.unit}` }
}

function settle(measure: Measure, value: Exact, typed: string): MeasureRead {
  const { least, most, places } = measure
  if (value.lt(least) || value.gt(most)) return { wrong: `“${typed}” cannot be ${measure.name}: ${range(measure)}` }
  if (value.decimalPlaces() > places) return { wrong: `“${typed}” is finer than we keep: ${placesWanted(measure)}` }
  return { value: plain(value, Math.max(places, 0)), shownBack: null }
}

const placesWanted = ({ places, like }: Measure) =>
  places === 0 ? 'whole numbers only' : `at most ${places} ${places === 1 ? 'digit' : 'digits'} after the point, like ${like}`

const together = /^(\d{1,3})\s*([a-z]+\.?|['’′])\s*(?:(\d{1,3}(?:[.,]\d{1,2})?)\s*([a-z]+\.?|["”″]|['’′]{2})?)?$/i

function readTogether(measure: Measure, typed: string): MeasureRead | null {
  const [, first = '', one = '', second, two] = together.exec(typed) ?? []
  const unit = one.replaceAll(/['’′]/g, 'ft')
  const rule = measure.together?.find(({ larger }) => spellings(measure, larger).includes(spell(unit)))
  if (!rule || first === '' || second === undefined) return null
  const small = two === undefined ? rule.smaller : two.replaceAll(/["”″]|['’′]{2}/g, 'in')
  const rest = readFigure(second)
  if (!spellings(measure, rule.smaller).includes(spell(small)) || 'wrong' in rest || rest.value.gte(rule.per))
    return { wrong: `“${typed}” cannot be read. We need ${wanted(measure)}` }
  const smaller = measure.others?.find(({ spelled }) => spelled.includes(rule.smaller))
  return smaller ? convert(measure, smaller.toOurs(new Exact(first).times(rule.per).plus(rest.value)), typed) : null
}

const spellings = ({ others = [] }: Measure, unit: string): readonly string[] =>
  others.find(({ spelled }) => spelled.includes(unit))?.spelled ?? []
