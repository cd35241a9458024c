import type { AlertLevel, SessionState } from '@dripline/clinical'
import { useState } from 'react'
import { usePageData } from '../../../../data/page-data.ts'
import { usePolicies } from '../../../../data/people.ts'
import { ofVisit, type SeenMark, useStep } from '../../../../data/session.ts'
import { Button, FormProblems, Row, StatusShape, TextField } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import styles from '../visit.module.css'
import type { Open } from './folded.ts'
import { kindOf } from './kind-of.ts'

const asks: Record<AlertLevel, string> = {
  advise: 'assess and recheck',
  call: 'call the prescriber',
  stop: 'pause and call the prescriber',
}
type Answer = { about: string; text: string; does: 'note' | 'pause' | 'stop' }

/** What the filled button says and does. Words that name an act perform it; the pump itself is stopped by hand. */
const actOn = (level: AlertLevel, state: SessionState): Pick<Answer, 'text' | 'does'> => {
  if (level === 'advise') return { text: 'Assessed by me', does: 'note' }
  if (level === 'stop' && state === 'running') return { text: 'Pump paused, prescriber called', does: 'pause' }
  return { text: 'Prescriber called', does: 'note' }
}

/** The marks of the newest entry past the policy that nobody has answered. */
export const unanswered = (marks: readonly SeenMark[]): SeenMark[] => {
  const open = marks.filter(({ answer }) => !answer)
  return open.filter(({ eventId }) => eventId === open.at(-1)?.eventId)
}

/** A charted value past the written policy: its own sentence, and an act that somebody signs for. It cannot be waved away. */
export function PolicyNotice({ visit, session, marks }: Open & { marks: readonly SeenMark[] }) {
  const { user } = usePageData().frame
  const [words, setWords] = useState<string | null>(null)
  const entry = useStep(visit.id, ofVisit.answer, () => setWords(null))
  const { repeatMinutes } = usePolicies().charting
  const [first] = marks
  if (!first) return null
  const answer = (text: string, does: Answer['does'] = 'note') => entry.send({ about: first.eventId, text, does })
  const act = actOn(first.level, session.state)
  const repeatBy = sayTime(new Date(Date.parse(first.at) + repeatMinutes * 60_000), visit.zone)
  const said = first.level === 'advise' ? `${act.text}, recheck by ${repeatBy}` : act.text
  const start = session.checkIn?.vitals
  const others = visit.marks.filter((mark) => !mark.answer && mark.eventId !== first.eventId)
  const older = new Set(others.map(({ eventId }) => eventId)).size
  return (
    <section className={styles.policy} aria-label="Past the clinic’s policy" data-level={first.level}>
      <h2>
        <StatusShape status={first.level === 'stop' ? 'exclude' : 'defer'} size={24} />
        {marks.map(({ title, reading }) => `${title} ${reading}`).join(', ')} at {sayTime(first.at, visit.zone)}:{' '}
        {asks[first.level]}
      </h2>
      {marks.map((mark) => (
        <p key={mark.threshold}>
          Clinic policy “{mark.title}”, version {mark.version.slice(0, 6)}: <q>{mark.policy}</q>
          {mark.pending && ' One more reading like this means calling the prescriber.'}
        </p>
      ))}
      <p>
        {start && `At check-in today: ${start.systolic}/${start.diastolic}. `}Bedside monitor alarms come first.
        {older > 0 && ` ${older} earlier ${older === 1 ? 'entry' : 'entries'} to answer after this one.`}
      </p>
      {act.does === 'pause' && (
        <p>
          Pause the <b>pump by hand first</b>. This charts the pause and stops the running total.
        </p>
      )}
      <FormProblems problem={entry.problem} />
      {words === null ? (
        <Row spread>
          <Button
            kind={kindOf(visit, 'answer-mark')}
            size="chair"
            keyHint="a"
            isPending={entry.isSending}
            onClick={() => answer(said, act.does)}
          >
            {said}
          </Button>
          {first.level === 'advise' && (
            <Button kind="second" size="chair" isPending={entry.isSending} onClick={() => answer('Prescriber called')}>
              Prescriber called
            </Button>
          )}
          <Button kind="second" size="chair" onClick={() => setWords('')}>
            Other
          </Button>
          <span>You: {user?.name}</span>
        </Row>
      ) : (
        <>
          <TextField name="policy-words" label="What was done" value={words} onChange={setWords} autoFocus maxLength={400} />
          <Row>
            <Button
              kind={kindOf(visit, 'answer-mark')}
              size="chair"
              isPending={entry.isSending}
              disabledReason={words.trim() ? undefined : 'Say what you did.'}
              onClick={() => answer(words.trim())}
            >
              Sign
            </Button>
            <Button kind="second" size="chair" onClick={() => setWords(null)}>
              Back
            </Button>
          </Row>
        </>
      )}
    </section>
  )
}
