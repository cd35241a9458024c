import type { DrawnBlock } from '@dripline/clinical/article'
import type { Reader } from '@dripline/clinical/words'
import { dateWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/article'
import { usePageData } from '../../../data/page-data.ts'
import { rich, useReader } from '../../../data/reader.ts'
import { Button, Link, Notice, Page } from '../../../ui/index.tsx'
import NotFound from '../not-found.tsx'
import styles from './article.module.css'
import { DrawnArticle, type Source, textIn } from './drawn-article.tsx'

export const page = { path: '/articles/:slug', for: 'anyone', mood: 'paper' } as const
export const name = words.shelfName

type Shown = {
  slug: string
  title: string
  summary: string
  authors: readonly string[]
  reviewer: string | null
  reviewedOn: string | null
  reviewAgainBy: string
  changedOn: string
  isPastReview: boolean
  minutes: number
  blocks: readonly DrawnBlock[]
  sources: readonly Source[]
}
type Seen = { article?: Shown | null; withdrawn?: { on: string; reason: string } | null }

/** One article of the shelf, whole without script; what it rests on stands under each figure and at its end. */
export default function Article() {
  const to = useReader()
  const { article, withdrawn } = usePageData<Seen>()
  if (withdrawn)
    return (
      <Page
        title={words.withdrawnTitle(to)}
        lead={words.withdrawnSays(to, { day: dateWords(to, withdrawn.on), reason: withdrawn.reason })}
        width="text"
      >
        <p>
          <Link href="/articles">{words.shelf(to)}</Link>
        </p>
      </Page>
    )
  if (!article) return <NotFound />
  return (
    <article className={styles.article}>
      <Opening article={article} />
      {article.isPastReview && (
        <Notice status="caution" title={words.past(to)}>
          {words.pastSays(to, { day: dateWords(to, article.reviewAgainBy) })}
        </Notice>
      )}
      <DrawnArticle blocks={article.blocks} sources={article.sources} />
      <Ending sources={article.sources} />
    </article>
  )
}

const reviewOf = (to: Reader, { reviewer, reviewedOn }: Shown) =>
  reviewer && reviewedOn
    ? rich(words.reviewed(to, { who: reviewer, day: dateWords(to, reviewedOn), b: (inside) => <b>{inside}</b> }))
    : words.notReviewed(to)

function Opening({ article }: { article: Shown }) {
  const to = useReader()
  const { title, summary, authors, minutes, sources, reviewAgainBy, changedOn, blocks } = article
  const parts = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []))
  return (
    <header className={styles.opening}>
      <div>
        <h1>{title}</h1>
        <p className={styles.lead}>{summary}</p>
        <p className={styles.facts}>
          <b>{words.minutes(to, { count: minutes })}</b> · {words.sources(to, { count: sources.length })} ·{' '}
          {reviewOf(to, article)}
        </p>
        <p className={styles.facts}>
          {words.nextReview(to, { day: dateWords(to, reviewAgainBy) })} · {words.changed(to, { day: dateWords(to, changedOn) })} ·{' '}
          {words.by(to, { who: authors.join(', ') })}
        </p>
      </div>
      {parts.length > 1 && (
        <nav className={styles.parts} aria-label={words.parts(to)}>
          <ol>
            {parts.map(({ id, inside }) => (
              <li key={id}>
                <a href={`#${id}`}>{textIn(inside)}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </header>
  )
}

function Ending({ sources }: { sources: readonly Source[] }) {
  const to = useReader()
  return (
    <footer className={styles.ending}>
      <section className={styles.call} aria-labelledby="call">
        <h2 id="call">{words.endTitle(to)}</h2>
        <p>{words.endSays(to)}</p>
        <Button href="/book" icon="phone">
          {words.book(to)}
        </Button>
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">{words.sourceList(to)}</h2>
        <ol className={styles.sources}>
          {sources.map(({ id, title, source }) => (
            <li key={id}>
              <Link href={`/evidence#${id}`}>{title}</Link> {source}
            </li>
          ))}
        </ol>
        <p className={styles.more}>
          <Link href="/evidence">{words.evidence(to)}</Link> · <Link href="/articles">{words.shelf(to)}</Link>
        </p>
      </section>
    </footer>
  )
}
