import type { Locale } from '../words/locales.generated.ts'
import type { Block, Inline, Sentence } from './article.ts'
import { sentencesOf } from './article.ts'
import { lexiconOf } from './lexicon.ts'
import { shownSentence } from './shown-sentence.ts'
import type { Telling } from './telling.ts'

/** A sentence that gives a number, or a promise, without a source: the sentence as it stands, and the words of it that do. */
export type Unsourced = { sentence: string; words: string; kind: Telling['kind'] | 'letters' }

// What stands for a figure of the library, or for a setting: it joins nothing, and nothing is read across it.
const GIVEN = ' \uFFFC '
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu

/** A text as it is heard: no invisible signs, one kind of hyphen and of space, and no other way to write the same letter. */
const heard = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')

const textOf = (pieces: readonly Inline[], plain: (inside: readonly Inline[]) => string): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      if (piece.kind === 'plain') return plain(piece.inside)
      return 'inside' in piece ? textOf(piece.inside, plain) : GIVEN
    })
    .join('')

// A word of two alphabets looks like one of ours and is none.
const TWO_ALPHABETS = /(?=[\p{L}\p{M}]*\p{Script=Latin})(?=[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}\p{M}]+/u

/** What a sentence gives without a source, the gravest first; null when nothing. */
export function unsourcedIn(sentence: Sentence, locale: Locale | string): Unsourced | null {
  const lexicon = lexiconOf(locale)
  const all = heard(textOf(sentence, (inside) => textOf(inside, () => '')))
  const bare = heard(textOf(sentence, () => GIVEN))
  const found = (text: string, kinds: readonly Telling['kind'][]) => {
    for (const { kind, says } of lexicon.filter((each) => kinds.includes(each.kind))) {
      const [words] = says.exec(text) ?? []
      if (words) return { words, kind }
    }
    return null
  }
  const [strange] = TWO_ALPHABETS.exec(all) ?? []
  const telling = strange
    ? { words: strange, kind: 'letters' as const }
    : (found(all, ['share']) ?? found(bare, ['promise', 'number']))
  return telling && { sentence: shownSentence(sentence).trim(), ...telling }
}

/** Every sentence of an article that gives a number or a promise without a source, in its order. */
export const unsourced = (blocks: readonly Block[], locale: Locale | string): Unsourced[] =>
  blocks.flatMap((block) => sentencesOf(block).flatMap((sentence) => unsourcedIn(sentence, locale) ?? []))

/** Every mark by which an author says that a number is no claim, with its sentence: a reviewer sees them all. */
export const plainMarks = (blocks: readonly Block[]): { sentence: string; words: string }[] =>
  blocks.flatMap((block) =>
    sentencesOf(block).flatMap((sentence) =>
      marksIn(sentence).map((words) => ({ sentence: shownSentence(sentence).trim(), words })),
    ),
  )

const marksIn = (pieces: readonly Inline[]): string[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'plain') return [shownSentence(piece.inside)]
    return 'inside' in piece ? marksIn(piece.inside) : []
  })
