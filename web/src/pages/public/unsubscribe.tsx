import { usePageData } from '../../data/page-data.ts'
import { Button, Choice, Page, Row, Stack } from '../../ui/index.tsx'

export const page = { path: '/unsubscribe/:code', for: 'anyone', mood: 'paper', title: 'Emails you can turn off' } as const

/** Ends the reminders or the questions by mail. It looks alike for every code; nothing is chosen, and *keep* comes last. */
export default function Unsubscribe() {
  const { said, frame } = usePageData<{ said?: 'end' | 'keep' }>()
  if (said === 'end')
    return (
      <Page title="Done" lead="If emails of this kind were sent to you, they stop now." width="text">
        <p>
          We still tell you about a new time or a cancellation: that is never switched off. The front desk can turn the emails
          back on.
        </p>
      </Page>
    )
  return (
    <Page
      title="Emails you can turn off"
      {...(said === 'keep' ? { aside: 'Nothing was changed.' } : {})}
      lead="Reminders and questions by email can end. You will always hear about a new time or a cancellation."
      width="text"
    >
      <form method="post" action={frame.path}>
        <Stack>
          <Choice
            name="List-Unsubscribe"
            label="Your choice"
            options={[
              { value: 'One-Click', label: 'No more emails of this kind' },
              { value: 'keep', label: 'Keep sending them' },
            ]}
          />
          <Row>
            <Button submits>Send</Button>
          </Row>
        </Stack>
      </form>
    </Page>
  )
}
