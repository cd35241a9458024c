import type { Inline } from './article.ts'

/** A sentence in plain letters, its figures and settings by the names that stand in its source. */
export const shownSentence = (pieces: readonly Inline[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      if (piece.kind === 'figure') return `{${piece.claim}.${piece.figure}}`
      return piece.kind === 'setting' ? `{${piece.name}}` : shownSentence(piece.inside)
    })
    .join('')
