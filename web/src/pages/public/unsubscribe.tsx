import * as words from '@dripline/clinical/words/unsubscribe'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { Button, Choice, Page, Row, Stack } from '../../ui/index.tsx'

export const page = { path: '/unsubscribe/:code', for: 'anyone', mood: 'paper', unlisted: true } as const
export const name = words.name

/** Ends the reminders or the questions by mail. It looks alike for every code; nothing is chosen, and *keep* comes last. */
export default function Unsubscribe() {
  const to = useReader()
  const { said, frame } = usePageData<{ said?: 'end' | 'keep' }>()
  if (said === 'end')
    return (
      <Page title={words.doneTitle(to)} lead={words.doneLead(to)} width="text">
        <p>{words.doneStill(to)}</p>
      </Page>
    )
  return (
    <Page title={words.name(to)} {...(said === 'keep' ? { aside: words.unchanged(to) } : {})} lead={words.lead(to)} width="text">
      <form method="post" action={frame.path}>
        <Stack>
          <Choice
            name="List-Unsubscribe"
            label={words.choice(to)}
            options={[
              { value: 'One-Click', label: words.end(to) },
              { value: 'keep', label: words.keep(to) },
            ]}
          />
          <Row>
            <Button submits>{words.send(to)}</Button>
          </Row>
        </Stack>
      </form>
    </Page>
  )
}
