import { patientWords, questionnaireOf, usualPolicies } from '@dripline/clinical'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { type CheckInAnswer, useCheckIn } from '../../data/check-in.ts'
import { usePageData } from '../../data/page-data.ts'
import { newQueryClient } from '../../data/query.ts'
import { Button, FormProblems, Link, sayTime } from '../../ui/index.tsx'
import { AskAgain } from './check-in/ask-again.tsx'
import { Change } from './check-in/change.tsx'
import styles from './check-in/check-in.module.css'
import { Closed } from './check-in/closed.tsx'
import { Ladder } from './check-in/ladder.tsx'
import { Safety } from './check-in/safety.tsx'
import { SideEffects } from './check-in/side-effects.tsx'
import { SinceThen } from './check-in/since-then.tsx'

export const page = { path: '/l/:secret/check-in', for: 'link', mood: 'paper', title: 'A short question', script: true } as const

/** One question by mail: choose, then send; three taps at most, nothing preselected, and nothing of another day beside it. */
export default function CheckIn() {
  const [queries] = useState(newQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <Question />
    </QueryClientProvider>
  )
}

function Question() {
  const checkIn = useCheckIn()
  const { standing, needed, further, indication, idempotencyKey, mark, frame, problem, chosen, choose } = checkIn
  if (standing !== 'open') return <Closed {...checkIn} />
  if (checkIn.wantsStop) return <Stop {...checkIn} />
  const asks = [...needed, ...further]
  const isExtra = needed.includes('safetyQuestion')
  return (
    <div className={styles.page}>
      {/* A style of this one showing, never cached: whoever fetches it has looked at the page. */}
      <link rel="stylesheet" href={`${frame.path}/${mark}.css`} />
      {checkIn.isCrisis && <Crisis />}
      <Heading {...checkIn} />
      {checkIn.held && <Held {...checkIn} held={checkIn.held} />}
      <Said {...checkIn} />
      <form method="post" action={frame.path} className={styles.page} onSubmit={checkIn.submit}>
        <FormProblems problem={problem} labels={labels} advice="Nothing else was changed. What you chose is still here." />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <input type="hidden" name="mark" value={mark} />
        <Ladder chosen={chosen} choose={choose} part={indication === 'pain' ? 'pain' : 'mood'} />
        {asks.includes('safetyQuestion') && <Safety chosen={chosen} choose={choose} />}
        {asks.includes('newProcedure') ? (
          <SinceThen chosen={chosen} choose={choose} isExtra={isExtra} />
        ) : (
          asks.includes('sideEffects') && <SideEffects chosen={chosen} choose={choose} isExtra={isExtra} />
        )}
        {asks.includes('globalChange') && <Change chosen={chosen} choose={choose} />}
        <Button submits size="wide" isPending={checkIn.isSending}>
          Send
        </Button>
      </form>
      <div className={styles.stop}>
        <Link href={`${frame.path}?ask=stop`}>Stop these check-ins</Link>
      </div>
    </div>
  )
}

const labels = { pain: 'Pain', mood: 'Mood', safetyQuestion: 'Your safety', sideEffects: 'Side effects', body: 'Your answer' }

type Shown = ReturnType<typeof useCheckIn>

/** What is saved, with its time, and that it may be changed. */
function Said({ answer, lastAnsweredAt, zone, indication }: Shown) {
  if (!answer || !lastAnsweredAt) return <p className={styles.thanks} role="status" />
  const score = indication === 'pain' ? answer.pain : answer.mood
  return (
    <p className={styles.thanks} role="status">
      {score === undefined ? 'Thank you, it is saved.' : `Thank you, ${score} is saved`}
      {score !== undefined && `, at ${sayTime(lastAnsweredAt, zone, 'public time')}.`} Until midnight you can choose again and
      send.
    </p>
  )
}

const inWords = (answer: CheckInAnswer): string =>
  [
    answer.pain !== undefined && `pain ${answer.pain}`,
    answer.mood !== undefined && `mood ${answer.mood}`,
    answer.safetyQuestion !== undefined && `your safety: ${choiceWords('safety', answer.safetyQuestion)}`,
    answer.sideEffects !== undefined && `side effects: ${answer.sideEffects.join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ') || 'an answer'

const choiceWords = (questionnaire: string, value: string) => {
  const [item] = questionnaireOf(questionnaire)?.items ?? []
  return item?.kind === 'choice' ? (item.choices[value] ?? value) : value
}

/** What came from a program, or from somebody very quick, is asked once more before it counts. */
const Held = ({ held, idempotencyKey, problem }: Shown & { held: NonNullable<Shown['held']> }) => (
  <section className={styles.held}>
    <AskAgain
      act="confirm"
      held={held.id}
      idempotencyKey={`${idempotencyKey}-held`}
      problem={problem}
      label="Is this right?"
      options={[
        { value: 'right', label: 'Yes, this is my answer' },
        { value: 'wrong', label: 'No, I answer below' },
      ]}
    >
      <p>
        We got <b>{inWords(held.answer)}</b>, and are not sure that it came from you. It does not count yet.
      </p>
    </AskAgain>
  </section>
)

const Stop = ({ idempotencyKey, problem, frame }: Shown) => (
  <div className={styles.page}>
    <h1 className={styles.title}>Stop these check-ins?</h1>
    <p className={styles.lead}>{frame.clinic.name} will not ask again about this course. What you have answered stays.</p>
    <AskAgain
      act="stop"
      idempotencyKey={idempotencyKey}
      problem={problem}
      label="Your choice"
      options={[
        { value: 'stop', label: 'Stop them' },
        { value: 'keep', label: 'Keep asking me' },
      ]}
    />
  </div>
)

const questions = {
  pain: ['Your pain over the last 24 hours', 'Taken together.'],
  mood: ['How has your mood been today?', ''],
} as const

const LAST_DAY = Math.max(...usualPolicies.followUp.days)

function Heading({ indication, kind, day, needed, further }: Shown) {
  const [title, note] = questions[indication === 'pain' ? 'pain' : 'mood']
  const isLast = kind === 'follow-up' && day === LAST_DAY
  const when = kind === 'follow-up' ? `Day ${day}${isLast ? ', the last' : ''}. ` : ''
  const second = needed.includes('safetyQuestion')
    ? 'mood, then your safety'
    : `pain, then ${further.includes('newProcedure') ? 'anything else' : 'side effects'}`
  const taps = needed.length + further.length === 1 ? 'Choose, then send.' : `Three taps: ${second}, then send.`
  return (
    <div>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>
        {note} {when}
        {taps}
      </p>
    </div>
  )
}

const toView = (element: HTMLElement | null) => element?.focus()

/** Whom to reach now: the first thing on the page from the moment in which the answer is not a no. */
function Crisis() {
  const { crisisLines } = usePageData().frame.clinic
  return (
    <section className={styles.crisis} ref={toView} tabIndex={-1} aria-label="Help now" role="alert">
      <p>{patientWords([{ pathway: 'urgent' }]).text}</p>
      <div>
        {crisisLines.map(({ action, number }) => (
          <Button key={number} href={`tel:${number}`} icon="phone" size="wide">
            {action} {number}
          </Button>
        ))}
      </div>
    </section>
  )
}
