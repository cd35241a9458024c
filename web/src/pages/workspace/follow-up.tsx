import { unansweredFile, useFoundUnanswered, useUnanswered } from '../../data/outcomes.ts'
import { Empty, filterOf, Listing, LiveState, Page, useAsked } from '../../ui/index.tsx'
import styles from './follow-up/follow-up.module.css'
import { Person } from './follow-up/person.tsx'

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
  const { asked, shown, ask } = useAsked<Asked>(
    { which: 'everyone', text: '', page: 1 },
    { which: ['everyone', 'letters come back'] },
  )
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
        <Listing
          filters={[
            filterOf({
              name: 'which',
              label: 'Show',
              value: asked.which,
              onChange: (value) => ask({ which: value }),
              options: [
                { value: 'everyone', label: `Everyone ${counts.everyone}` },
                { value: 'letters come back', label: `Letters come back ${counts['letters come back']}` },
              ],
            }),
          ]}
          search={{ text: asked.text, onText: (text) => ask({ text }), readAs, isNear }}
          file={{ href: unansweredFile(), name: 'follow-up.csv' }}
          empty={emptyFor(text)}
          page={shown.page}
          onPage={(page) => ask({ page })}
          {...{ size, total }}
        >
          <div className={styles.people}>
            {people.map((person) => (
              <Person key={person.personId} person={person} />
            ))}
          </div>
        </Listing>
      )}
    </Page>
  )
}

const titleOf = (count: number) => (count === 1 ? 'Phone one person' : `Phone ${count} people`)

const emptyFor = (text: string) => {
  const says = 'No one with that name, phone number, or birth date has a question to answer.'
  if (text.trim()) return { icon: 'phone', title: 'No match', says } as const
  return { icon: 'phone', title: 'No one here', says: 'Letters reach everyone on this list.' } as const
}
