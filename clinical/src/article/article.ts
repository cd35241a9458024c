import { z } from 'zod'

/** What an article may take from the clinic’s settings, by the name that an author writes: `{clinic.phone}`. */
export const settingNames = ['clinic.name', 'clinic.phone', 'clinic.afterHours', 'clinic.address'] as const
export type SettingName = (typeof settingNames)[number]

/** A piece of a sentence. A figure and a setting have their words only when the article is drawn for a day and a clinic. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; inside: readonly Inline[] }
  | { kind: 'link'; href: string; inside: readonly Inline[] }
  /** Words that the author marks as no claim: minutes, prices, phones, dates. A reviewer sees each. */
  | { kind: 'plain'; inside: readonly Inline[] }
  | { kind: 'figure'; claim: string; figure: string }
  | { kind: 'setting'; name: SettingName }

export type Sentence = readonly Inline[]

/** A part of an article. A scene is a drawing of ours by its name; a claim is shown whole, with its source under it. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; sentences: readonly Sentence[] }
  | { kind: 'paragraph' | 'quote'; sentences: readonly Sentence[] }
  | { kind: 'list'; isOrdered: boolean; items: readonly (readonly Sentence[])[] }
  | { kind: 'claim'; claim: string }
  | { kind: 'scene'; scene: string }

const day = z.iso.date()
const words = z.string().trim().min(1)

/** What stands at the head of an article’s file. */
export const headShape = z.strictObject({
  title: words.max(90),
  summary: words.max(300),
  authors: z.array(words).min(1),
  /** The clinician who read it; none where none has yet, and the article says so. */
  reviewer: words.nullable(),
  reviewedOn: day.nullable(),
  reviewAgainBy: day,
  changedOn: day,
  /** Where it stands on the shelf. */
  place: z.int().min(1),
  /** Claims, by id, that the article rests on. */
  sources: z.array(words),
})
export type ArticleHead = z.output<typeof headShape>

/** All sentences of a part, wherever they stand. */
export const sentencesOf = (block: Block): readonly Sentence[] =>
  block.kind === 'list' ? block.items.flat() : 'sentences' in block ? block.sentences : []

/** A sentence and everything inside it, piece by piece. */
export const piecesOf = (sentence: Sentence): Inline[] =>
  sentence.flatMap((piece) => ('inside' in piece ? [piece, ...piecesOf(piece.inside)] : [piece]))

/** The ids of the claims that a sentence rests on. */
export const claimsOf = (sentence: Sentence): string[] =>
  piecesOf(sentence).flatMap((piece) => (piece.kind === 'figure' ? [piece.claim] : []))
