import { z } from 'zod'
import { areTwoIdentifiers } from '../chart/identifiers.ts'
import type { Measure } from '../shapes/measure.ts'
import { amountOf, decimalOf } from '../shapes/measured.ts'
import { someWords } from '../shapes/text.ts'
import { asked } from '../words/asked.ts'

type Labelled = { label: string /** May be left out; null then. */; optional?: true }

/** One thing that an order or an act says: what a form shows, and what its route takes. */
export type Field =
  | (Labelled & { kind: 'amount'; measure: Measure })
  /** An amount that may be nothing at all. */
  | (Labelled & { kind: 'reading'; measure: Measure })
  | (Labelled & { kind: 'choice'; options: readonly string[] })
  | (Labelled & { kind: 'words' })
  /** What a person is told, point by point, and agrees to: what is kept is the very words, and said only where every point was. */
  | (Labelled & { kind: 'agreed'; points: readonly string[] })
  /** Two different identifiers, as the patient says them. */
  | (Labelled & { kind: 'identifiers' })

/** What is kept where every point was told and agreed to: the points themselves, as they read then. */
export const agreedWords = ({ points }: { points: readonly string[] }): string => points.join(' ')

export type Fields = Readonly<Record<string, Field>>

/** What was said, by the name of its field. Amounts are decimal text in the unit of their measure. */
export type Said = Readonly<Record<string, string | readonly [string, string] | null>>

const identifiers = z
  .tuple([someWords, someWords], asked('two-identifiers'))
  .refine(([one, other]) => areTwoIdentifiers(one, other), asked('two-different-identifiers'))

function shapeOfField(field: Field): z.ZodType<Said[string]> {
  switch (field.kind) {
    case 'amount':
      return amountOf(field.measure)
    case 'reading':
      return decimalOf(field.measure)
    case 'choice':
      return z.enum([...field.options], asked('one-of-values', { values: field.options }))
    case 'words':
      return someWords
    case 'agreed':
      return z.literal(agreedWords(field), asked('each-point-told-and-agreed'))
    case 'identifiers':
      return identifiers
  }
}

/** The shape of what these fields say: every field that may not be left out is there, and nothing else is. */
export const shapeOf = (fields: Fields): z.ZodType<Said> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.optional ? shapeOfField(field).nullable().default(null) : shapeOfField(field),
      ]),
    ),
  )

/** The amount of a field as it was said; null where it was not. */
export const amountIn = (said: Said, name: string): string | null => {
  const value = said[name]
  return typeof value === 'string' ? value : null
}

/** What was said as it is read: each field that has a value, with its label and unit. */
export const linesOf = (fields: Fields, said: Said): { label: string; value: string }[] =>
  Object.entries(said).flatMap(([name, value]) => {
    if (value === null) return []
    const field = fields[name]
    const text = field?.kind === 'agreed' ? 'yes' : typeof value === 'string' ? value : value.join(', ')
    const unit = field && 'measure' in field ? ` ${field.measure.unit}` : ''
    return [{ label: field?.label ?? name, value: `${text}${unit}` }]
  })
