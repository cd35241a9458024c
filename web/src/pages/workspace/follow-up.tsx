import { unansweredFile, useFoundUnanswered, useUnanswered } from '../../data/outcomes.ts'
import { Choice, Empty, Link, LiveState, Page, Row, Stack, TextField, useAsked } from '../../ui/index.tsx'
import styles from './follow-up/follow-up.module.css'
import { Person } from './follow-up/person.tsx'
import { Pager } from './patients/pager.tsx'

export const page = {
  path: '/follow-up',
  for: ['nurse', 'prescriber', 'front desk'],
  mood: 'work',
  title: 'Follow-up',
  place: 'Patients',
  skeleton: 'cards',
} as const

type Asked = { which: 'everyone' | 'letters come back'; text: string; page: number }

/** Whom to phone: everybody who has not answered by day 3, and the PHQ-9s that staff ask for. */
export default function FollowUp() {
  const { asked, shown, ask } = useAsked<Asked>({ which: 'everyone', text: '', page: 1 })
  const { text, ...listed } = shown
  const all = useUnanswered(listed)
  const found = useFoundUnanswered(text.trim() ? shown : null)
  const { people, total, size, readAs, isNear } = found ?? all
  const { counts } = all
  return (
    <Page
      title={counts.everyone === 0 ? 'Everyone has answered' : titleOf(counts.everyone)}
      lead="Three days without an answer, and a person calls. What was missed longest is first."
    >
      <LiveState what="this list" />
      {counts.everyone === 0 ? (
        <Empty icon="phone" title="No one to phone">
          A patient who has not answered three days after a question is listed here with a phone number, and so is each PHQ-9 from
          its day on.
        </Empty>
      ) : (
        <Stack>
          <Row>
            <Choice
              name="which"
              label="Show"
              look="keys"
              value={asked.which}
              onChange={(value) => ask({ which: value as Asked['which'] })}
              options={[
                { value: 'everyone', label: `Everyone ${counts.everyone}` },
                { value: 'letters come back', label: `Letters come back ${counts['letters come back']}` },
              ]}
            />
          </Row>
          <Row>
            <TextField
              name="list-text"
              type="search"
              label="Name, phone, email, or birth date"
              value={asked.text}
              onChange={(text) => ask({ text })}
              {...(readAs
                ? { hint: `Read as ${readAs}.` }
                : isNear && total > 0
                  ? { hint: 'No exact match; close ones are listed.' }
                  : {})}
            />
            <Link href={unansweredFile()} download="follow-up.csv">
              Export as CSV
            </Link>
          </Row>
          {total === 0 && (
            <Empty icon="phone" title={text.trim() ? 'No match' : 'No one here'}>
              {text.trim()
                ? 'No one with that name, phone number, or birth date has a question to answer.'
                : 'Letters reach everyone on this list.'}
            </Empty>
          )}
          <div className={styles.people}>
            {people.map((person) => (
              <Person key={person.personId} person={person} />
            ))}
          </div>
          {total > 0 && <Pager page={shown.page} size={size} total={total} onPage={(page) => ask({ page })} />}
        </Stack>
      )}
    </Page>
  )
}

const titleOf = (count: number) => (count === 1 ? 'Phone one person' : `Phone ${count} people`)
