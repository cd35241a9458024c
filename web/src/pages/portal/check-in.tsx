import { patientWords, questionnaireOf, usualPolicies } from '@dripline/clinical'
import { clockWords, listOf, questionnaireIn, type Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/check-in'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type CheckInAnswer, useCheckIn } from '../../data/check-in.ts'
import { useCrisisLines } from '../../data/crisis-lines.ts'
import { newQueryClient } from '../../data/query.ts'
import { rich, useReader } from '../../data/reader.ts'
import { Button, FormProblems, Link, NotApproved } from '../../ui/index.tsx'
import { AskAgain } from './check-in/ask-again.tsx'
import { Change } from './check-in/change.tsx'
import styles from './check-in/check-in.module.css'
import { Closed } from './check-in/closed.tsx'
import { Ladder } from './check-in/ladder.tsx'
import { Safety } from './check-in/safety.tsx'
import { SideEffects } from './check-in/side-effects.tsx'
import { SinceThen } from './check-in/since-then.tsx'

export const page = { path: '/l/:secret/check-in', for: 'link', mood: 'paper', script: true } as const
export const name = words.name

/** One question by mail: choose, then send; three taps at most, nothing preselected, and nothing of another day beside it. */
export default function CheckIn() {
  const [queries] = useState(newQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <Question />
    </QueryClientProvider>
  )
}

const ASKED = ['check-in-questions', 'nrs-11', 'mood', 'safety', 'side-effects', 'global-change', 'crisis-words']

function Question() {
  const to = useReader()
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
      <NotApproved texts={ASKED} />
      {checkIn.held && <Held {...checkIn} held={checkIn.held} />}
      <Said {...checkIn} />
      <form method="post" action={frame.path} className={styles.page} onSubmit={checkIn.submit}>
        <FormProblems problem={problem} labels={labelsFor(to)} advice={words.nothingElse(to)} />
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
          {words.send(to)}
        </Button>
      </form>
      <div className={styles.stop}>
        <Link href={`${frame.path}?ask=stop`}>{words.stopLink(to)}</Link>
      </div>
    </div>
  )
}

const labelsFor = (to: Reader) => ({
  pain: words.pain(to),
  mood: words.mood(to),
  safetyQuestion: words.safety(to),
  sideEffects: words.sideEffects(to),
  body: words.answer(to),
})

type Shown = ReturnType<typeof useCheckIn>

/** What is saved, with its time, and that it may be changed. */
function Said({ answer, lastAnsweredAt, zone, indication }: Shown) {
  const to = useReader()
  if (!answer || !lastAnsweredAt) return <p className={styles.thanks} role="status" />
  const score = indication === 'pain' ? answer.pain : answer.mood
  return (
    <p className={styles.thanks} role="status">
      {score === undefined ? words.thanks(to) : words.thanksScore(to, { score, time: clockWords(to, lastAnsweredAt, zone) })}
    </p>
  )
}

const inWords = (to: Reader, { pain, mood, safetyQuestion, sideEffects }: CheckInAnswer): string => {
  const parts = [
    ...(pain === undefined ? [] : [words.saidPain(to, { score: pain })]),
    ...(mood === undefined ? [] : [words.saidMood(to, { score: mood })]),
    ...(safetyQuestion === undefined ? [] : [words.saidSafety(to, { answer: choiceWords(to, 'safety', safetyQuestion) })]),
    ...(sideEffects === undefined ? [] : [words.saidSideEffects(to, { effects: effectWords(to, sideEffects) })]),
  ]
  return parts.length === 0 ? words.saidAnAnswer(to) : parts.join('; ')
}

const effectWords = (to: Reader, effects: readonly string[]) =>
  listOf(
    to.locale,
    effects.map((each) => choiceWords(to, 'side-effects', each)),
  )

const choiceWords = (to: Reader, questionnaire: string, value: string) => {
  const asked = questionnaireOf(questionnaire)
  const [item] = asked ? questionnaireIn(to, asked).items : []
  if (item?.kind === 'several' && value === item.none) return words.none(to)
  return item && item.kind !== 'scale' ? (item.choices[value] ?? value) : value
}

/** What came from a program, or from somebody very quick, is asked once more before it counts. */
function Held({ held, idempotencyKey, problem }: Shown & { held: NonNullable<Shown['held']> }) {
  const to = useReader()
  return (
    <section className={styles.held}>
      <AskAgain
        act="confirm"
        held={held.id}
        idempotencyKey={`${idempotencyKey}-held`}
        problem={problem}
        label={words.isRight(to)}
        options={[
          { value: 'right', label: words.right(to) },
          { value: 'wrong', label: words.wrong(to) },
        ]}
      >
        <p>{rich(words.held<ReactNode>(to, { answer: inWords(to, held.answer), b: (inside) => <b>{inside}</b> }))}</p>
      </AskAgain>
    </section>
  )
}

function Stop({ idempotencyKey, problem, frame }: Shown) {
  const to = useReader()
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.stopTitle(to)}</h1>
      <p className={styles.lead}>{words.stopLead(to, { clinic: frame.clinic.name })}</p>
      <AskAgain
        act="stop"
        idempotencyKey={idempotencyKey}
        problem={problem}
        label={words.choice(to)}
        options={[
          { value: 'stop', label: words.stop(to) },
          { value: 'keep', label: words.keepAsking(to) },
        ]}
      />
    </div>
  )
}

const LAST_DAY = Math.max(...usualPolicies.followUp.days)

function Heading({ indication, kind, day, needed, further }: Shown) {
  const to = useReader()
  const isPain = indication === 'pain'
  const when = kind === 'follow-up' ? [(day === LAST_DAY ? words.lastDay : words.day)(to, { day })] : []
  const isAlone = needed.length + further.length === 1
  const lead = [...(isPain ? [words.painNote(to)] : []), ...when, (isAlone ? words.oneTap : tapsOf(needed, further))(to)]
  return (
    <div>
      <h1 className={styles.title}>{isPain ? words.painQuestion(to) : words.moodQuestion(to)}</h1>
      <p className={styles.lead}>{lead.join(' ')}</p>
    </div>
  )
}

const tapsOf = (needed: Shown['needed'], further: Shown['further']) => {
  if (needed.includes('safetyQuestion')) return words.tapsMood
  return further.includes('newProcedure') ? words.tapsAnythingElse : words.tapsSideEffects
}

const toView = (element: HTMLElement | null) => element?.focus()

/** Whom to reach now: the first thing on the page from the moment in which the answer is not a no. */
function Crisis() {
  const to = useReader()
  const { lines } = useCrisisLines()
  return (
    <section className={styles.crisis} ref={toView} tabIndex={-1} aria-label={words.helpNow(to)} role="alert">
      <p>{patientWords(to, [{ pathway: 'urgent' }]).text}</p>
      <div>
        {lines.map(({ action, number, lang }) => (
          <Button key={number} href={`tel:${number}`} icon="phone" size="wide">
            <span lang={lang}>
              {action} {number}
            </span>
          </Button>
        ))}
      </div>
    </section>
  )
}
