import { type Locale, languageWords, locales } from '@dripline/clinical/words'
import { type ArticleLine, useArticles, useBeginArticle } from '../../data/articles.ts'
import { Card, Columns, Empty, Form, Line, Lines, Link, Page, SelectField, sayDay, TextField, Time } from '../../ui/index.tsx'
import { usePlace } from '../../ui/place.ts'
import { ReadersKnew } from './articles/readers-knew.tsx'

export const page = { path: '/write', for: ['owner', 'prescriber'], mood: 'work', title: 'Articles', skeleton: 'cards' } as const

const states: Record<ArticleLine['state'], string> = {
  draft: 'Draft',
  'review asked': 'Waiting for a prescriber',
  published: 'Published',
  withdrawn: 'Withdrawn',
}

/** The clinic's own articles: what is written, what waits for a prescriber, what everyone can read. */
export default function Articles() {
  const articles = useArticles()
  return (
    <Page
      title="The clinic’s own articles"
      lead="A prescriber reads each before it is public. A number comes from the claims library or not at all."
    >
      <Columns>
        <Card title="Articles" note={articles.length === 0 ? undefined : `${articles.length}`}>
          {articles.length === 0 ? (
            <Empty>What you write will be here. Begin with a title.</Empty>
          ) : (
            <Lines>
              {articles.map((article) => (
                <ArticleRow key={article.id} article={article} />
              ))}
            </Lines>
          )}
        </Card>
        <NewArticle />
        <ReadersKnew />
      </Columns>
    </Page>
  )
}

const ArticleRow = ({
  article: { id, title, language, state, isPublic, reviewAgainBy, writtenAt, version },
}: {
  article: ArticleLine
}) => (
  <Line
    note={`${languageWords(language as Locale)} · version ${version}${isPublic && reviewAgainBy ? ` · review again by ${sayDay(reviewAgainBy)}` : ''}`}
    aside={<Time at={writtenAt} form="day and time" />}
  >
    <Link href={`/write/${id}`}>{title}</Link> <b>{states[state]}</b>
    {isPublic && state !== 'published' && ', an older version is public'}
  </Line>
)

const FIRST = 'Write here. A heading begins with ##, a list with a dash.'

function NewArticle() {
  const { go } = usePlace()
  const begin = useBeginArticle(({ articleId }) => go?.(`/write/${articleId}`))
  return (
    <Card title="Begin an article">
      <Form
        sends={begin}
        scope="new"
        body={({ text }) => ({
          title: text('title'),
          summary: text('summary'),
          language: text('language') as Locale,
          body: FIRST,
        })}
        act="Begin"
        icon="plus"
      >
        <TextField name="title" label="Title" />
        <TextField name="summary" label="Summary, in one sentence" lines={2} />
        <SelectField
          name="language"
          label="Language"
          options={locales.map((value) => ({ value, label: languageWords(value) }))}
        />
      </Form>
    </Card>
  )
}
