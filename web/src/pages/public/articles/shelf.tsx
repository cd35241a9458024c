import * as words from '@dripline/clinical/words/article'
import { usePageData } from '../../../data/page-data.ts'
import { useReader } from '../../../data/reader.ts'
import { Button, Link, Page } from '../../../ui/index.tsx'
import styles from './article.module.css'

export const page = { path: '/articles', for: 'anyone', mood: 'paper' } as const
export const name = words.shelfName
export const summary = words.shelfLead

type Shelved = { slug: string; title: string; summary: string; minutes: number; sources: number }

/** Every article there is to read, the house’s and the clinic’s own. */
export default function Shelf() {
  const to = useReader()
  const { shelf = [] } = usePageData<{ shelf?: readonly Shelved[] }>()
  return (
    <Page title={words.shelfTitle(to)} lead={words.shelfLead(to)}>
      <ul className={styles.shelf}>
        {shelf.map(({ slug, title, summary, minutes, sources }) => (
          <li key={slug}>
            <h2>
              <Link href={`/articles/${slug}`}>{title}</Link>
            </h2>
            <p>{summary}</p>
            <p className={styles.facts}>
              {words.minutes(to, { count: minutes })} · {words.sources(to, { count: sources })}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.acts}>
        <Button href="/book" icon="phone">
          {words.book(to)}
        </Button>
        <Link href="/evidence">{words.evidence(to)}</Link>
      </p>
    </Page>
  )
}
