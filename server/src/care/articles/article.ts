import type { Fault } from '@dripline/clinical'
import type { ArticleFault } from '@dripline/clinical/article'

/** What became of a version. */
export type ArticleEvent = 'review asked' | 'sent back' | 'published' | 'withdrawn'

/** Where an article stands: `draft` where nobody has been asked, or where it was changed since. */
export type ArticleState = 'draft' | 'review asked' | 'published' | 'withdrawn'

type Happened = { kind: ArticleEvent; version: number }

/** Which version everybody can read, or null. */
export const publicVersion = (events: readonly Happened[]): number | null => {
  const last = events.findLast(({ kind }) => kind === 'published' || kind === 'withdrawn')
  return last?.kind === 'published' ? last.version : null
}

/** Where an article stands, by its newest version and all that happened, oldest first. */
export const stateOf = (latest: number, events: readonly Happened[]): ArticleState => {
  const last = events.at(-1)
  if (!last || last.kind === 'sent back') return 'draft'
  return last.version === latest ? last.kind : 'draft'
}

const codes: Readonly<
  Record<
    ArticleFault['why'],
    | 'number-without-source'
    | 'promise-without-source'
    | 'figure-not-there'
    | 'claim-out-of-date'
    | 'claim-alone'
    | 'not-of-an-article'
    | 'some-words'
  >
> = {
  share: 'number-without-source',
  number: 'number-without-source',
  letters: 'not-of-an-article',
  promise: 'promise-without-source',
  part: 'not-of-an-article',
  address: 'not-of-an-article',
  braces: 'figure-not-there',
  entity: 'not-of-an-article',
  'no-such-figure': 'figure-not-there',
  'out-of-date': 'claim-out-of-date',
  alone: 'claim-alone',
  empty: 'some-words',
}

/** What keeps an article from being published, as faults of its text: each quotes its sentence and the words in it. */
export const faultsOfArticle = (faults: readonly ArticleFault[]): Fault[] =>
  faults.map(({ why, within, quote }) => {
    const code = codes[why]
    return code === 'some-words' ? { field: 'body', code } : { field: 'body', code, params: { within, quote } }
  })
