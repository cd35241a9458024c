import type { Inline, Sentence } from './article.ts'

// A point after these ends no sentence.
const SHORT = /(?:\b(?:Dr|Dra|Mr|Mrs|Ms|Sr|Sra|St|vs|etc|aprox|Ud|Uds|e\.g|i\.e|a\.m|p\.m)|\b\p{Lu})\.$/u
const END = /[.?!…]["”’»)]*\s+/gu
const ENDS = /[.?!…]["”’»)]*$/u

const textIn = (piece: Inline): string =>
  piece.kind === 'text' ? piece.text : 'inside' in piece ? piece.inside.map(textIn).join('') : ''

/** The pieces of a paragraph, sentence by sentence: what rests on a figure can leave without the rest. */
export function inSentences(pieces: readonly Inline[]): Sentence[] {
  const sentences: Inline[][] = [[]]
  const add = (piece: Inline) => sentences.at(-1)?.push(piece)
  for (const piece of pieces) {
    const parts = piece.kind === 'text' ? split(piece.text).map((text): Inline => ({ kind: 'text', text })) : [piece]
    for (const part of parts) {
      add(part)
      const said = textIn(part)
      if (part.kind === 'text' ? /\s$/.test(said) && isEnd(said.trimEnd()) : isEnd(said)) sentences.push([])
    }
  }
  return sentences.filter((sentence) => sentence.some((piece) => piece.kind !== 'text' || piece.text.trim() !== ''))
}

const isEnd = (text: string) => ENDS.test(text) && !SHORT.test(text)

/** A text cut after each end of a sentence, nothing lost. */
function split(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const { 0: end, index } of text.matchAll(END)) {
    const to = index + end.length
    if (!isEnd(text.slice(from, to).trimEnd())) continue
    parts.push(text.slice(from, to))
    from = to
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}
