import { figures, STAFF } from '@dripline/clinical/words'
import { useParams } from '@tanstack/react-router'
import { type ArticleDetail, useArticle, useAskReview, useSaveArticle } from '../../../data/articles.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { Button, Card, Columns, Form, FormProblems, Link, Notice, Page, Row, Stack, TextField } from '../../../ui/index.tsx'
import { History } from './history.tsx'
import { Insert } from './insert.tsx'
import { Preview } from './preview.tsx'
import { Review } from './review.tsx'

export const page = {
  path: '/write/:articleId',
  for: ['owner', 'prescriber'],
  mood: 'work',
  title: 'Article',
  skeleton: 'form',
} as const

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** One article of the clinic's own: written at the left, at the right as its reader sees it, with all that keeps it from being published. */
export default function OwnArticle() {
  const { articleId } = useParams({ strict: false }) as { articleId: string }
  const article = useArticle(articleId)
  const { user } = usePageData().frame
  const { title, slug, publicVersion, latest, state } = { ...article, title: article.latest.title }
  return (
    <Page
      title={title}
      lead={`Version ${latest.version}, written by ${latest.writtenBy}. ${publicVersion === null ? 'Not public.' : `Version ${publicVersion} is public.`}`}
      aside={publicVersion !== null && <Link href={`/${article.language}/articles/${slug}`}>See the public page</Link>}
    >
      <Columns kind="halves">
        <Stack>
          <Writing key={latest.version} article={article} />
          <Insert />
          <History article={article} />
        </Stack>
        <Stack>
          <Standing article={article} />
          {holds(user, 'prescriber') && state !== 'published' && <Review key={latest.version} article={article} />}
          <Preview article={article} />
        </Stack>
      </Columns>
    </Page>
  )
}

function Writing({ article }: { article: ArticleDetail }) {
  const { id, latest } = article
  const save = useSaveArticle(id)
  return (
    <Card title="Text">
      <Form
        sends={save}
        scope="text"
        draft={`article ${id} ${latest.version}`}
        body={({ text }) => ({ title: text('title'), summary: text('summary'), body: text('body'), after: latest.version })}
        act="Save and preview"
        saved="Saved as a new version."
        advice="What you typed is still here."
      >
        <TextField name="title" label="Title" defaultValue={latest.title} />
        <TextField name="summary" label="Summary, in one sentence" defaultValue={latest.summary} lines={2} />
        <TextField
          name="body"
          label="Text"
          defaultValue={latest.body}
          lines={22}
          hint="## begins a heading, a dash a list, > a quote. Numbers come from the library below. [15 minutes](plain) marks what is no claim."
        />
      </Form>
    </Card>
  )
}

const says: Record<ArticleDetail['seen']['faults'][number]['why'], string> = {
  share: 'needs a figure of the library in its place:',
  number: 'needs a figure of the library, or a mark that it is plain:',
  promise: 'is a promise; say it otherwise, or mark it plain:',
  letters: 'mixes two alphabets:',
  part: 'cannot stand in an article:',
  address: 'leads nowhere that we can vouch for:',
  braces: 'is no figure of the library:',
  entity: 'must be written as the letter it means:',
  'no-such-figure': 'is no figure of the library:',
  'out-of-date': 'is a claim past its date:',
  alone: 'must stand in the article as well, beside',
  empty: 'There is no text yet.',
}

/** What keeps the newest version from being published, sentence by sentence; where nothing does, the way to a prescriber. */
function Standing({ article }: { article: ArticleDetail }) {
  const { id, latest, state, seen } = article
  const ask = useAskReview(id)
  const { faults, reading, minutes } = seen
  return (
    <Card title="Before it is public" note={`${minutes} min to read`}>
      <Stack>
        {faults.length > 0 && (
          <Notice
            status="caution"
            title={
              faults.length === 1
                ? 'One thing keeps it from being published.'
                : `${faults.length} things keep it from being published.`
            }
          >
            <ul>
              {faults.map(({ why, within, quote }) => (
                <li key={`${why} ${quote} ${within}`}>
                  <b>“{quote}”</b> {says[why]} {within}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {!reading.isPlain && (
          <Notice
            status="inform"
            title={
              reading.measure === 'grade'
                ? `It reads at grade ${figures(STAFF, reading.value, oneDecimal)}; patients need 8 or below.`
                : `Its reading ease is ${figures(STAFF, Math.round(reading.value))}; patients need 65 or above.`
            }
          />
        )}
        <FormProblems problem={ask.problem} advice="Mend these sentences, save, and ask again." />
        <Row>
          <Button
            kind={state === 'draft' ? 'main' : 'second'}
            isPending={ask.isSending}
            {...(state === 'review asked' ? { disabledReason: 'A prescriber has been asked.' } : {})}
            onClick={() => ask.send({ version: latest.version })}
          >
            Ask for review
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
