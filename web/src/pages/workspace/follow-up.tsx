import { type Unanswered, useUnanswered } from '../../data/outcomes.ts'
import { Empty, LiveState, Page } from '../../ui/index.tsx'
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

/** Whom to phone: everybody who has not answered by day 3, and the PHQ-9s that staff ask for. */
export default function FollowUp() {
  const people = byPerson(useUnanswered())
  return (
    <Page
      title={people.length === 0 ? 'Everyone has answered' : titleOf(people.length)}
      lead="After three days without an answer, we call. The longest overdue is first."
    >
      <LiveState what="this list" />
      {people.length === 0 && (
        <Empty icon="phone" title="No one to call">
          Patients who have not answered three days after a question are listed here with their phone number. So is each PHQ-9
          from the day it is due.
        </Empty>
      )}
      <div className={styles.people}>
        {people.map((questions) => (
          <Person key={questions[0]?.personId} questions={questions} />
        ))}
      </div>
    </Page>
  )
}

const titleOf = (count: number) => (count === 1 ? 'Phone one person' : `Phone ${count} people`)

const byPerson = (all: readonly Unanswered[]): Unanswered[][] => [...Map.groupBy(all, ({ personId }) => personId).values()]
