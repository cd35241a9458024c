import { z } from 'zod'
import type { Basis } from '../basis.ts'
import { keyedShape } from '../shapes/keyed.ts'
import { asked } from '../words/asked.ts'

/** An item scored on a whole-number scale. Imported items have no text here: it comes with the clinic's imported file. */
export type ScaleItem = {
  id: string
  kind: 'scale'
  least: number
  most: number
  text: string | null
  ends: readonly [string, string] | null
}
/** One of several words. */
export type ChoiceItem = { id: string; kind: 'choice'; text: string; choices: Readonly<Record<string, string>> }
/** Any of several words, or the one that says none was noticed; an empty list is not an answer. */
export type SeveralItem = { id: string; kind: 'several'; text: string; choices: Readonly<Record<string, string>>; none: string }
export type Item = ScaleItem | ChoiceItem | SeveralItem

export type ItemAnswer = number | string | readonly string[]
export type ItemAnswers = Readonly<Record<string, ItemAnswer | null | undefined>>

/** How items become one number: the sum, one item of them, or no number at all. */
export type Scoring =
  | { rule: 'sum'; mayMiss: number; neverMissing: readonly string[]; source: string }
  | { rule: 'item'; item: string }
  | { rule: 'none' }

export type Questionnaire = {
  id: string
  title: string
  source: string
  basis: Basis
  /** `imported`: the wording is its author's and comes as a file. `own`: we worded it. */
  wording: 'imported' | 'own'
  loinc?: { panel?: string; total: string }
  items: readonly Item[]
  scoring: Scoring
  /** From this score on, the name of the band; ascending. */
  bands: readonly (readonly [from: number, name: string])[]
  /** How large a change matters, with its source. */
  meaningfulChange?: { text: string; source: string }
  examples: readonly (readonly [answers: ItemAnswers, score: number | null])[]
}

export const defineQuestionnaire = (questionnaire: Questionnaire): Questionnaire => questionnaire

/** Items of a published instrument, by number, whose words we do not carry. */
export const importedItems = (count: number, [least, most]: readonly [number, number]): ScaleItem[] =>
  Array.from({ length: count }, (_, i) => ({ id: `item-${i + 1}`, kind: 'scale', least, most, text: null, ends: null }))

/** A scale of our own from 0 to 10. */
export const zeroToTen = (id: string, text: string, ends: readonly [string, string]): ScaleItem => ({
  id,
  kind: 'scale',
  least: 0,
  most: 10,
  text,
  ends,
})

const shapeOfItem = (item: Item): z.ZodType => {
  if (item.kind === 'scale') return z.int().min(item.least).max(item.most)
  if (item.kind === 'choice') return z.enum(Object.keys(item.choices))
  return z
    .array(z.enum([...Object.keys(item.choices), item.none]))
    .min(1, asked('at-least-one-or', { none: item.none }))
    .refine((chosen) => new Set(chosen).size === chosen.length, asked('each-at-most-once'))
    .refine((chosen) => !chosen.includes(item.none) || chosen.length === 1, asked('stands-alone', { none: item.none }))
}

/** Answers to a questionnaire as they are sent; items may be left out, null counts as left out, anything else wrong is refused at once. */
export const itemAnswersShape = ({ items }: Pick<Questionnaire, 'items'>) =>
  keyedShape<ItemAnswers>(Object.fromEntries(items.map((item) => [item.id, shapeOfItem(item).nullish()])))

/** The score, or null where too much is missing or the questionnaire has none. A sum with a missing item is prorated and rounded to a whole number. */
export function score({ items, scoring }: Questionnaire, answers: ItemAnswers): number | null {
  if (scoring.rule === 'none') return null
  if (scoring.rule === 'item') return numberOf(answers[scoring.item])
  const given = items.flatMap(({ id }) => numberOf(answers[id]) ?? [])
  const missing = items.filter(({ id }) => numberOf(answers[id]) === null)
  if (missing.length > scoring.mayMiss || missing.some(({ id }) => scoring.neverMissing.includes(id))) return null
  const sum = given.reduce((total, each) => total + each, 0)
  return missing.length === 0 ? sum : Math.round((sum * items.length) / given.length)
}

/** The name of the band a score falls in; null without a score or a band. */
export const band = ({ bands }: Pick<Questionnaire, 'bands'>, value: number | null): string | null =>
  value === null ? null : (bands.findLast(([from]) => value >= from)?.[1] ?? null)

/** The least and the most the score can be; null where there is none. */
export function scoreRange({ items, scoring }: Questionnaire): { least: number; most: number } | null {
  const scales = items.filter((item) => item.kind === 'scale')
  if (scoring.rule === 'none') return null
  if (scoring.rule === 'item') return scales.find(({ id }) => id === scoring.item) ?? null
  return { least: scales.reduce((sum, { least }) => sum + least, 0), most: scales.reduce((sum, { most }) => sum + most, 0) }
}

const numberOf = (answer: ItemAnswer | null | undefined): number | null => (typeof answer === 'number' ? answer : null)
