import { usePageData } from '../../data/page-data.ts'
import { Act, Choice, Page } from '../../ui/index.tsx'
import styles from './book.module.css'

export const page = { path: '/unsubscribe/:code', for: 'anyone', mood: 'paper', title: 'Letters you can do without' } as const

/** Ends the reminders or the questions by mail. It looks alike for every code; nothing is chosen, and *keep* comes last. */
export default function Unsubscribe() {
  const { said, frame } = usePageData<{ said?: 'end' | 'keep' }>()
  if (said === 'end')
    return (
      <Page title="Done" lead="If letters of this kind were sent to you, they end." width="text">
        <p>
          We still tell you about a new time or a cancellation: that is never switched off. The front desk can turn the letters
          back on.
        </p>
      </Page>
    )
  return (
    <Page
      title="Letters you can do without"
      {...(said === 'keep' ? { aside: 'Nothing was changed.' } : {})}
      lead="Reminders and questions by email can end. You will always hear about a new time or a cancellation."
      width="text"
    >
      <form method="post" action={frame.path} className={styles.form}>
        <Choice
          name="List-Unsubscribe"
          label="Your choice"
          options={[
            { value: 'One-Click', label: 'No more letters of this kind' },
            { value: 'keep', label: 'Keep sending them' },
          ]}
        />
        <div className={styles.acts}>
          <Act submits>Send</Act>
        </div>
      </form>
    </Page>
  )
}
