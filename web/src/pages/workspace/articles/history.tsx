import { useState } from 'react'
import { type ArticleDetail, useWithdrawArticle } from '../../../data/articles.ts'
import { Card, Form, Line, Lines, Stack, sayDay, TextField, Time } from '../../../ui/index.tsx'

const happened: Record<ArticleDetail['events'][number]['kind'], string> = {
  'review asked': 'Review asked',
  'sent back': 'Sent back',
  published: 'Published',
  withdrawn: 'Withdrawn',
}

/** Every version and what became of it; and the way to take a public one away. */
export function History({ article }: { article: ArticleDetail }) {
  const { id, versions, events, publicVersion } = article
  const withdraw = useWithdrawArticle(id)
  const [shown, show] = useState<number | null>(null)
  return (
    <Card title="Versions">
      <Stack>
        <Lines>
          {events.toReversed().map(({ place, kind, version, reason, reviewAgainBy, doneAt, doneBy }) => (
            <Line
              key={`event ${place}`}
              note={[doneBy, reason, reviewAgainBy && `review again by ${sayDay(reviewAgainBy)}`].filter(Boolean).join(' · ')}
              aside={<Time at={doneAt} form="day and time" />}
            >
              {happened[kind]}, version {version}
            </Line>
          ))}
          {versions.map(({ version, body, writtenAt, writtenBy }) => (
            <Line key={version} note={writtenBy} aside={<Time at={writtenAt} form="day and time" />}>
              <details open={shown === version} onToggle={(event) => event.currentTarget.open && show(version)}>
                <summary>Version {version}</summary>
                <pre style={{ whiteSpace: 'pre-wrap' }}>{body}</pre>
              </details>
            </Line>
          ))}
        </Lines>
        {publicVersion !== null && (
          <Form
            sends={withdraw}
            scope="withdraw"
            name="Withdraw"
            body={({ text }) => ({ reason: text('reason') })}
            act="Withdraw from the public"
            kind="stop"
          >
            <TextField name="reason" label="Reason, which readers will see" />
          </Form>
        )}
      </Stack>
    </Card>
  )
}
