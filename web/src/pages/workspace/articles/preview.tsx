import { claims } from '@dripline/clinical'
import type { DrawnBlock } from '@dripline/clinical/article'
import { claimIn, type Locale, readerOf } from '@dripline/clinical/words'
import type { ArticleDetail } from '../../../data/articles.ts'
import { ReaderContext } from '../../../data/reader.ts'
import { Card } from '../../../ui/index.tsx'
import { DrawnArticle } from '../../public/articles/drawn-article.tsx'

/** The newest version as its reader will see it, in its own language, with its sources. */
export function Preview({ article: { latest, language, seen } }: { article: ArticleDetail }) {
  const reader = readerOf(language as Locale)
  const blocks = seen.blocks as readonly DrawnBlock[]
  const used = new Set(blocks.flatMap(({ sources }) => sources))
  const sources = claims.filter(({ id }) => used.has(id)).map((claim) => claimIn(reader, claim))
  return (
    <Card title="As a reader sees it">
      <div lang={language} data-mood="paper">
        <h2>{latest.title}</h2>
        <p>{latest.summary}</p>
        <ReaderContext value={reader}>
          <DrawnArticle blocks={blocks} sources={sources} />
        </ReaderContext>
      </div>
    </Card>
  )
}
