import { type ArticleDetail, usePublishArticle, useSendBackArticle } from '../../../data/articles.ts'
import { Card, Form, Stack, TextField, Tick } from '../../../ui/index.tsx'

/** What a prescriber does with the newest version: sees every plain mark, and publishes it until a day, or sends it back. */
export function Review({ article }: { article: ArticleDetail }) {
  const { id, latest, seen, state } = article
  const publish = usePublishArticle(id)
  const back = useSendBackArticle(id)
  const { version } = latest
  return (
    <Card title="Read it, then publish">
      <Stack>
        <Form
          sends={publish}
          scope="publish"
          name="Publish"
          body={({ text, all }) => ({
            version,
            reviewAgainBy: text('reviewAgainBy'),
            seenMarks: marksSeen(seen.marks, all('mark')),
          })}
          labels={{ seenMarks: 'Plain marks', body: 'Text', reviewAgainBy: 'Review again by' }}
          act="Publish"
        >
          {seen.marks.map(({ sentence, words }, i) => (
            <Tick key={`${words} ${sentence}`} name="mark" value={`${i}`} label={`“${words}” is no claim: ${sentence}`} />
          ))}
          <TextField name="reviewAgainBy" type="date" label="Review again by" />
        </Form>
        {state === 'review asked' && (
          <Form
            sends={back}
            scope="back"
            name="Send back"
            body={({ text }) => ({ version, reason: text('reason') })}
            act="Send back"
            kind="second"
          >
            <TextField name="reason" label="What is missing" />
          </Form>
        )}
      </Stack>
    </Card>
  )
}

const marksSeen = (marks: readonly { words: string }[], ticked: readonly string[]) =>
  marks.filter((_, i) => ticked.includes(`${i}`)).map(({ words }) => words)
