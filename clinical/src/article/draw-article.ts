import { type Claim, isInDate } from '../chart/claim.ts'
import { claims } from '../definitions.ts'
import { claimIn } from '../words/definition-words.ts'
import type { Reader } from '../words/reader.ts'
import { type Block, claimsOf, type Inline, piecesOf, type Sentence, type SettingName, sentencesOf } from './article.ts'
import { scenes } from './scenes.ts'

/** A piece as it is read: every figure and setting has its words. */
export type DrawnInline =
  | { kind: 'text' | 'figure'; text: string }
  | { kind: 'strong' | 'emphasis'; inside: readonly DrawnInline[] }
  | { kind: 'link'; href: string; inside: readonly DrawnInline[] }

/** A part of an article as a reader gets it, with the sources of its figures. */
export type DrawnBlock = (
  | { kind: 'heading'; level: 2 | 3; id: string; inside: readonly DrawnInline[] }
  | { kind: 'paragraph' | 'quote'; inside: readonly DrawnInline[] }
  | { kind: 'list'; isOrdered: boolean; items: readonly (readonly DrawnInline[])[] }
  | { kind: 'claim'; claim: Claim }
  | { kind: 'scene'; scene: string }
) & { sources: readonly string[] }

export type Settings = Readonly<Partial<Record<SettingName, string>>>
export type Day = { reader: Reader; day: string; settings: Settings }

/** The claim of that id in a reader’s language, on a day on which it and all that must stand beside it are in date; else null. */
export function claimOn(id: string, { reader, day }: Pick<Day, 'reader' | 'day'>): Claim | null {
  const claim = claims.find((each) => each.id === id)
  const stands = (each: string) => claims.some((one) => one.id === each && isInDate(one, day))
  return claim && [id, ...claim.besides].every(stands) ? claimIn(reader, claim) : null
}

/** The figure of that name; null on a day on which its claim does not stand. */
const figureOn = (claim: string, figure: string, on: Day): string | null => claimOn(claim, on)?.figures[figure] ?? null

// A sentence is said whole or not at all: what rests on a figure leaves with it, and so does what rests on a setting that is not set.
const stands = (sentence: Sentence, on: Day): boolean =>
  piecesOf(sentence).every((piece) => {
    if (piece.kind === 'figure') return figureOn(piece.claim, piece.figure, on) !== null
    return piece.kind !== 'setting' || Boolean(on.settings[piece.name])
  })

const drawn = (pieces: readonly Inline[], on: Day): DrawnInline[] =>
  pieces.flatMap((piece): DrawnInline[] => {
    if (piece.kind === 'text') return [piece]
    if (piece.kind === 'figure') return [{ kind: 'figure', text: figureOn(piece.claim, piece.figure, on) ?? '' }]
    if (piece.kind === 'setting') return [{ kind: 'text', text: on.settings[piece.name] ?? '' }]
    const inside = drawn(piece.inside, on)
    if (piece.kind === 'plain') return inside
    return piece.kind === 'link' ? [{ kind: 'link', href: piece.href, inside }] : [{ kind: piece.kind, inside }]
  })

const together = (sentences: readonly Sentence[], on: Day): DrawnInline[] =>
  sentences.flatMap((sentence, i) => [
    ...(i > 0 && !/\s$/.test(lastText(sentences[i - 1] ?? [])) ? [{ kind: 'text' as const, text: ' ' }] : []),
    ...drawn(sentence, on),
  ])

const lastText = (sentence: Sentence): string => {
  const last = sentence.at(-1)
  return last?.kind === 'text' ? last.text : ''
}

/** An article as it is read on a day: a claim that is out of date takes its sentence along, and a part that loses all of it is gone. */
export function drawArticle(blocks: readonly Block[], on: Day): DrawnBlock[] {
  const ids = new Set<string>()
  return blocks.flatMap((block): DrawnBlock[] => {
    if (block.kind === 'scene') {
      const sources = scenes[block.scene] ?? []
      return sources.every((each) => claimOn(each, on)) ? [{ ...block, sources }] : []
    }
    if (block.kind === 'claim') {
      const claim = claimOn(block.claim, on)
      return claim ? [{ kind: 'claim', claim, sources: [block.claim] }] : []
    }
    const sources = [
      ...new Set(
        sentencesOf(block)
          .filter((each) => stands(each, on))
          .flatMap(claimsOf),
      ),
    ]
    if (block.kind === 'list') {
      const items = block.items.map((item) => item.filter((each) => stands(each, on))).filter((item) => item.length > 0)
      return items.length > 0 ? [{ ...block, items: items.map((item) => together(item, on)), sources }] : []
    }
    const kept = block.sentences.filter((each) => stands(each, on))
    if (kept.length === 0) return []
    const inside = together(kept, on)
    return block.kind === 'heading'
      ? [{ kind: 'heading', level: block.level, id: idOf(inside, ids), inside, sources }]
      : [{ kind: block.kind, inside, sources }]
  })
}

/** Everything that is said, in plain letters. */
export const textIn = (inside: readonly DrawnInline[]): string =>
  inside.map((piece) => ('text' in piece ? piece.text : textIn(piece.inside))).join('')

function idOf(inside: readonly DrawnInline[], taken: Set<string>): string {
  const plain = textIn(inside).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'part'
  let id = name
  for (let n = 2; taken.has(id); n++) id = `${name}-${n}`
  taken.add(id)
  return id
}

/** Every sentence a reader reads, one text a part. */
export const wordsOf = (blocks: readonly DrawnBlock[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.map(textIn)
    if (block.kind === 'claim') return [`${block.claim.title}. ${block.claim.text}`]
    return block.kind === 'scene' ? [] : [textIn(block.inside)]
  })

const WORDS_A_MINUTE = 200

/** How many minutes an article takes to read, counted from its words; at least one. */
export const minutesToRead = (blocks: readonly DrawnBlock[]): number =>
  Math.max(1, Math.round(wordsOf(blocks).join(' ').split(/\s+/).filter(Boolean).length / WORDS_A_MINUTE))
