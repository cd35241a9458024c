import { callScript, claims, dateOf, inTheirWords, isInDate, phaseAt, type SafetyAnswer } from '@dripline/clinical'
import type { CallDetail } from '../../../data/booking.ts'
import { usePageData } from '../../../data/page-data.ts'
import { asSafety, type SafetyAlone } from '../../../data/safety.ts'
import { Card, Choice, SafetyStanding, useNow } from '../../../ui/index.tsx'
import styles from './call.module.css'
import { Corrected } from './corrected.tsx'

const { phases, safetyQuestion } = callScript
const whole = phases.at(-1)?.to ?? 15

type SafetyProps = { call: CallDetail; safety: SafetyAnswer | null; alone: SafetyAlone }
type ScriptProps = SafetyProps & { isStopped: boolean }

/** The five parts with the running clock; the part that runs is tinted. In a crisis only the safety question is left. */
export function Script({ isStopped, ...rest }: ScriptProps) {
  return (
    <Card title="The call" aside={`${whole}-minute script`}>
      {isStopped ? <Safety {...rest} /> : <Running {...rest} />}
    </Card>
  )
}

function Running({ call, ...rest }: SafetyProps) {
  const now = useNow()
  const until = call.outcome ? new Date(call.outcome.decidedAt) : now
  const seconds = Math.max(0, Math.floor((until.getTime() - Date.parse(call.startedAt ?? '')) / 1000))
  const minutes = seconds / 60
  const running = call.outcome ? null : phaseAt(minutes)
  return (
    <>
      <div className={styles.clock}>
        <span className="num" role="timer">
          {Math.floor(minutes)}:{String(seconds % 60).padStart(2, '0')}
        </span>
        <ol aria-hidden="true">
          {phases.map(({ id, from, to }) => (
            <li key={id} style={{ flexGrow: to - from }} data-now={running?.id === id || undefined}>
              <i>
                <b style={{ width: `${Math.round(Math.min(1, Math.max(0, (minutes - from) / (to - from))) * 100)}%` }} />
              </i>
              <span>{running?.id === id ? `to ${to}, now` : `${from} to ${to}`}</span>
            </li>
          ))}
        </ol>
      </div>
      <ol className={styles.phases}>
        {phases.map(({ id, from, to, title, does, says }) => (
          <li key={id} data-now={running?.id === id || undefined} aria-current={running?.id === id ? 'step' : undefined}>
            <span className="num">
              {from} to {to}
            </span>
            <div>
              <p>
                <b>{title}.</b> {does}
              </p>
              <Says lines={says} />
              {id === 'evidence' && (
                <details className={styles.claim} open={running?.id === id}>
                  <summary>What the studies found, in words to say</summary>
                  <Says lines={claimsNow(now)} />
                </details>
              )}
              {id === 'safe' && <Safety call={call} {...rest} />}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Words to say aloud, as they are said. */
function Says({ lines }: { lines: readonly string[] }) {
  const { clinic, user } = usePageData().frame
  const names = { me: user?.name ?? '', clinic: clinic.name }
  return lines.map((line) => (
    <q key={line} className={styles.say}>
      {inTheirWords(line, names)}
    </q>
  ))
}

// What is said of the evidence is what may be said in public, in the same words, and it is in date.
const claimsNow = (now: Date) =>
  claims.filter((claim) => claim.isSaidOnCall && isInDate(claim, dateOf(now.toISOString(), 'UTC'))).map(({ text }) => text)

function Safety({ call, safety, alone }: SafetyProps) {
  return (
    <div className={styles.safety}>
      <Choice
        name="safety"
        label={`“${safetyQuestion}”`}
        value={safety ?? ''}
        onChange={(answer) => alone.press(asSafety('safetyQuestion', answer))}
        options={[
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes', tone: 'defer' },
          { value: 'rather-not-say', label: 'Rather not say', tone: 'defer' },
        ]}
      />
      <SafetyStanding {...alone} isUnsafe={false} />
      <Corrected answer={call.answers.safety} />
    </div>
  )
}
