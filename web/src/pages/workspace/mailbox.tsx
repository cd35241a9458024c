import { useState } from 'react'
import { type Letter, useMailbox } from '../../data/people.ts'
import { Card, Choice, Empty, Notice, Page, Stack, Time } from '../../ui/index.tsx'
import styles from './mailbox.module.css'

export const page = { path: '/mailbox', for: ['owner', 'front desk'], mood: 'work', title: 'Mailbox', skeleton: 'cards' } as const

const stateOf = ({ sentAt, droppedAt }: Letter) => (sentAt ? 'written' : droppedAt ? 'dropped' : 'to come')

/** Letters that would have been sent: no mail leaves this machine. */
export default function Mailbox() {
  const letters = useMailbox()
  const [which, setWhich] = useState('written')
  const shown = letters.filter((letter) => stateOf(letter) === which)
  return (
    <Page
      title="No mail leaves this machine"
      lead="Here is what would have been sent. With SMTP_URL set, letters go out and this page is gone."
    >
      <Choice
        name="which"
        label="Letters"
        look="line"
        value={which}
        onChange={setWhich}
        options={[
          { value: 'written', label: 'Written' },
          { value: 'to come', label: 'To come' },
          { value: 'dropped', label: 'No longer wanted' },
        ]}
      />
      <Stack>
        {shown.length === 0 && (
          <Card>
            <Empty icon="mail">Invitations, confirmations of calls and check-in links will be here.</Empty>
          </Card>
        )}
        {shown.map((letter) => (
          <LetterCard key={letter.id} letter={letter} />
        ))}
      </Stack>
    </Page>
  )
}

const LetterCard = ({ letter }: { letter: Letter }) => (
  <Card
    title={letter.subject ?? letter.kind}
    note={letter.recipient ? `to ${letter.recipient}` : 'its words are read from the records when it is due'}
    aside={<Time at={letter.sentAt ?? letter.dueAt} form="day and time" />}
  >
    {letter.body && (
      <Stack>
        <p className={styles.body}>{withLinks(letter.body)}</p>
        {letter.calendar && <Notice status="inform" title="With a file for the calendar." />}
      </Stack>
    )}
  </Card>
)

const withLinks = (body: string) =>
  body.split(/(https?:\/\/\S+)/).map((part) =>
    /^https?:\/\//.test(part) ? (
      <a key={part} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
