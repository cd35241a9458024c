import { claims } from '../definitions.ts'
import type { Locale } from '../words/locales.generated.ts'
import { readerOf } from '../words/reader.ts'
import { type Block, piecesOf, sentencesOf } from './article.ts'
import { claimOn } from './draw-article.ts'
import { inSentences } from './in-sentences.ts'
import { readMarkdown } from './read-markdown.ts'
import { scenes } from './scenes.ts'
import { plainMarks, unsourced } from './unsourced.ts'

/** Why an article cannot be published: what it is, and the article’s own words: the sentence it stands in, and those of it that are meant. */
export type ArticleFault = {
  why:
    | 'share'
    | 'number'
    | 'promise'
    | 'letters'
    | 'part'
    | 'address'
    | 'braces'
    | 'entity'
    | 'no-such-figure'
    | 'out-of-date'
    | 'alone'
    | 'empty'
  within: string
  quote: string
}

export type Written = { title: string; summary: string; body: string }
export type Judged = { blocks: Block[]; faults: ArticleFault[]; marks: { sentence: string; words: string }[] }

const asBlocks = (text: string): Block[] => [{ kind: 'paragraph', sentences: inSentences([{ kind: 'text', text }]) }]

/** An article held against the claims of a day: every number has a source, every figure exists and is in date, nothing stands alone that must not. */
export function judgeArticle({ title, summary, body }: Written, locale: Locale, day: string): Judged {
  const { blocks, faults: parts } = readMarkdown(body)
  const head = [...asBlocks(title), ...asBlocks(summary)]
  const faults: ArticleFault[] = [
    ...parts.map(({ why, quote }) => ({ why, within: quote, quote })),
    ...unsourced([...head, ...blocks], locale).map(({ kind, sentence, words }) => ({
      why: kind,
      within: sentence,
      quote: words,
    })),
    ...figureFaults(blocks, locale, day),
    ...blocks.flatMap((block) => (block.kind === 'scene' && !(block.scene in scenes) ? [unknownScene(block.scene)] : [])),
    ...(blocks.length === 0 ? [{ why: 'empty' as const, within: '', quote: '' }] : []),
  ]
  return { blocks, faults, marks: plainMarks(blocks) }
}

const unknownScene = (scene: string): ArticleFault => ({ why: 'part', within: `{scene: ${scene}}`, quote: scene })

function figureFaults(blocks: readonly Block[], locale: Locale, day: string): ArticleFault[] {
  const on = { reader: readerOf(locale), day }
  const named = blocks.flatMap(namedIn)
  const used = new Set(named.map(({ claim }) => claim))
  return named.flatMap(({ claim: id, figure, words }): ArticleFault[] => {
    const claim = claims.find((each) => each.id === id)
    if (!claim || (figure !== null && !(figure in claim.figures))) return [{ why: 'no-such-figure', within: words, quote: words }]
    if (!claimOn(id, on)) return [{ why: 'out-of-date', within: words, quote: words }]
    const missing = claim.besides.filter((each) => !used.has(each))
    return missing.map((each) => ({ why: 'alone' as const, within: words, quote: each }))
  })
}

type Named = { claim: string; figure: string | null; words: string }

const namedIn = (block: Block): Named[] => {
  if (block.kind === 'scene')
    return (scenes[block.scene] ?? []).map((claim) => ({ claim, figure: null, words: `{scene: ${block.scene}}` }))
  if (block.kind === 'claim') return [{ claim: block.claim, figure: null, words: `{claim: ${block.claim}}` }]
  const pieces = sentencesOf(block).flatMap(piecesOf)
  return pieces.flatMap((piece) =>
    piece.kind === 'figure' ? [{ claim: piece.claim, figure: piece.figure, words: `{${piece.claim}.${piece.figure}}` }] : [],
  )
}
