import { keysOf } from '@dripline/clinical'
import { type Letter, type LetterState, lettersFile, useMailbox } from '../../data/people.ts'
import { Card, filterOf, Listing, Notice, Page, Stack, Time, useAsked } from '../../ui/index.tsx'
import styles from './mailbox.module.css'

export const page = { path: '/mailbox', for: ['owner', 'front desk'], mood: 'work', title: 'Mailbox', skeleton: 'cards' } as const

const words: Record<LetterState, string> = {
  written: 'Written',
  'to come': 'To come',
  'not delivered': 'Not delivered',
  dropped: 'No longer wanted',
}
const states = keysOf(words)

/** Letters that would have been sent: no mail leaves this machine. */
export default function Mailbox() {
  const { asked, shown, ask } = useAsked<{ which: LetterState; page: number }>({ which: 'written', page: 1 }, { which: states })
  const { letters, total, size, counts } = useMailbox(shown)
  return (
    <Page
      title="No mail leaves this machine"
      lead="Here is what would have been sent. With SMTP_URL set, letters go out and this page is gone."
    >
      <Listing
        filters={[
          filterOf({
            name: 'which',
            label: 'Letters',
            value: asked.which,
            onChange: (value) => ask({ which: value }),
            options: states.map((value) => ({ value, label: `${words[value]} ${counts[value]}` })),
          }),
        ]}
        file={{ href: lettersFile(shown.which), name: 'letters.csv' }}
        empty={{ icon: 'mail', says: 'Invitations, confirmations of calls and check-in links will be here.' }}
        page={shown.page}
        onPage={(page) => ask({ page })}
        {...{ size, total }}
      >
        {letters.length > 0 && (
          <Card flush>
            <ul className="list">
              {letters.map((letter) => (
                <LetterLine key={letter.id} letter={letter} />
              ))}
            </ul>
          </Card>
        )}
      </Listing>
    </Page>
  )
}

const Head = ({ letter }: { letter: Letter }) => (
  <>
    <b>{letter.subject ?? letter.kind}</b>
    <span>{letter.recipient ? `to ${letter.recipient}` : 'its words are read from the records when it is due'}</span>
    <Time at={letter.sentAt ?? letter.dueAt} form="day and time" />
  </>
)

const LetterLine = ({ letter }: { letter: Letter }) => (
  <li className={styles.letter}>
    {letter.body ? (
      <details>
        <summary>
          <Head letter={letter} />
        </summary>
        <Stack>
          <p className={styles.body}>{withLinks(letter.body)}</p>
          {letter.failure && <Notice status="caution" title={letter.failure} />}
          {letter.calendar && <Notice status="inform" title="With a file for the calendar." />}
        </Stack>
      </details>
    ) : (
      <div className={styles.bare}>
        <Head letter={letter} />
      </div>
    )}
  </li>
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
