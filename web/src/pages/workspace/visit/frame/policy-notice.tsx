import { type AlertLevel, sayStaff } from '@dripline/clinical'
import { useState } from 'react'
import { usePageData } from '../../../../data/page-data.ts'
import { usePolicies } from '../../../../data/people.ts'
import { ofVisit, type SeenMark, useStep } from '../../../../data/session.ts'
import { Button, FormProblems, Notice, Row, sayTime, TextField } from '../../../../ui/index.tsx'
import type { AnyOpen } from '../folded.ts'
import { kindOf } from '../kind-of.ts'
import styles from '../visit.module.css'

const asks: Record<AlertLevel, string> = {
  advise: 'assess and recheck',
  call: 'call the prescriber',
  stop: 'pause and call the prescriber',
}
type Answer = { text: string; does: 'note' | 'pause' | 'stop' }

/** What the filled button says and does. Words that name an act perform it; the pump itself is stopped by hand. */
function actOn(level: AlertLevel, isPumping: boolean, repeatBy: string): Answer {
  if (level === 'advise') return { text: `Assessed by me, recheck by ${repeatBy}`, does: 'note' }
  if (level === 'stop' && isPumping) return { text: 'Pump paused, prescriber called', does: 'pause' }
  return { text: 'Prescriber called', does: 'note' }
}

/** A charted value past the written policy: its own sentence, and an act that somebody signs for. It cannot be waved away. */
export function PolicyNotice(open: AnyOpen) {
  const { visit, session } = open
  // The newest entry past the policy that nobody has answered comes first; older ones after it.
  const unanswered = visit.marks.filter(({ answer }) => !answer)
  const newest = unanswered.at(-1)?.eventId
  const marks = unanswered.filter(({ eventId }) => eventId === newest)
  const [first] = marks
  if (!first) return null
  const older = new Set(unanswered.filter(({ eventId }) => eventId !== newest).map(({ eventId }) => eventId)).size
  const start = session.checkIn?.vitals
  const readings = marks.map(({ title, reading }) => `${title} ${sayStaff(reading)}`).join(', ')
  return (
    <section className={styles.policy} aria-label="Past the clinic’s policy">
      <Notice
        status={first.level === 'stop' ? 'exclude' : 'defer'}
        title={
          <h2>
            {readings} at {sayTime(first.at, visit.zone)}: {asks[first.level]}
          </h2>
        }
      >
        {marks.map(({ threshold, title, version, policy, pending }) => (
          <p key={threshold}>
            Clinic policy “{title}”, version {version.slice(0, 6)}: <q>{policy}</q>
            {pending && ' One more reading like this means calling the prescriber.'}
          </p>
        ))}
        <p>
          {start && `At check-in today: ${start.systolic}/${start.diastolic}. `}Bedside monitor alarms come first.
          {older > 0 && ` ${older} earlier ${older === 1 ? 'entry' : 'entries'} to answer after this one.`}
        </p>
        <Answers {...open} mark={first} />
      </Notice>
    </section>
  )
}

function Answers({ visit, session, mark }: AnyOpen & { mark: SeenMark }) {
  const { user } = usePageData().frame
  const [words, setWords] = useState<string | null>(null)
  const { repeatMinutes } = usePolicies().charting
  const step = useStep(visit.id, ofVisit.answer, () => setWords(null))
  const repeatBy = sayTime(new Date(Date.parse(mark.at) + repeatMinutes * 60_000), visit.zone)
  const act = actOn(mark.level, visit.screen === 'pump' && session.state === 'running', repeatBy)
  const answer = (text: string, does: Answer['does'] = 'note') => step.send({ about: mark.eventId, text, does })
  const press = { size: 'chair', isPending: step.isSending } as const
  const kind = kindOf(visit, 'answer-mark')
  return (
    <>
      {act.does === 'pause' && (
        <p>
          Pause the <b>pump by hand first</b>. This charts the pause and stops the running total.
        </p>
      )}
      <FormProblems problem={step.problem} />
      {words !== null && (
        <TextField name="policy-words" label="What was done" value={words} onChange={setWords} autoFocus maxLength={400} />
      )}
      <Row spread={words === null}>
        {words === null ? (
          <>
            <Button kind={kind} {...press} keyHint="a" onClick={() => answer(act.text, act.does)}>
              {act.text}
            </Button>
            {mark.level === 'advise' && (
              <Button kind="second" {...press} onClick={() => answer('Prescriber called')}>
                Prescriber called
              </Button>
            )}
            <Button kind="second" size="chair" onClick={() => setWords('')}>
              Other
            </Button>
            <span>You: {user?.name}</span>
          </>
        ) : (
          <>
            <Button
              kind={kind}
              {...press}
              disabledReason={words.trim() ? undefined : 'Say what you did.'}
              onClick={() => answer(words.trim())}
            >
              Sign
            </Button>
            <Button kind="second" size="chair" onClick={() => setWords(null)}>
              Back
            </Button>
          </>
        )}
      </Row>
    </>
  )
}
