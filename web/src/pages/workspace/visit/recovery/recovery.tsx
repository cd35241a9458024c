import { book, closedGates } from '@dripline/clinical'
import { useState } from 'react'
import { SessionChart } from '../../../../charts/session-chart.tsx'
import { ofVisit, useEntry, useStep } from '../../../../data/session.ts'
import { Button, Card, Elapsed, FormProblems, StateMark } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import { RateQuestion } from '../running/rate-question.tsx'
import { ClockNotice } from '../shared/clock-notice.tsx'
import { DueStrip, type Pad } from '../shared/due-strip.tsx'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'
import { Log } from '../shared/log.tsx'
import { Pads } from '../shared/pads.tsx'
import { PolicyNotice, unanswered } from '../shared/policy-notice.tsx'
import { recordOf } from '../shared/record.ts'
import styles from '../visit.module.css'
import { Gates } from './gates.tsx'
import { Override } from './override.tsx'
import { PumpTotal } from './pump-total.tsx'
import { RecoveryScores } from './recovery-scores.tsx'
import { WasteCard } from './waste.tsx'

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** After the stop: what is missing before going home stands on top with its own act; Discharge is shut while it is. */
export function Recovery(open: Open) {
  const { visit, session } = open
  const [pad, setPad] = useState<Pad>('vitals')
  const gates = visit.gates.discharge
  const missing = gates.filter(({ state }) => state !== 'met')
  const isRecovering = session.state === 'recovering'
  const marks = unanswered(visit.marks)
  const count = words[missing.length] ?? String(missing.length)
  return (
    <>
      <Bar {...open} />
      <div className={styles.body}>
        {marks.length > 0 && <PolicyNotice {...open} marks={marks} />}
        <div className={styles.title}>
          <h2>
            {missing.length === 0
              ? `${visit.person.name} is ready for discharge`
              : `${count} discharge ${missing.length === 1 ? 'criterion' : 'criteria'} not met`}
          </h2>
          <p>
            {gates.length - missing.length} of {gates.length} criteria met.{isRecovering ? '' : ' Recovery has not started yet.'}
          </p>
        </div>
        <PumpTotal {...open} />
        {!session.isBookClosed && <WasteCard {...open} />}
        <DueStrip {...open} onPick={setPad} />
        <div className={styles.work}>
          <div className={styles.column}>
            <Gates {...open} onPick={setPad} />
            <RecoveryScores {...open} />
            {missing.length > 0 && isRecovering && <Override {...open} />}
          </div>
          <div className={styles.column}>
            <Pads {...open} pad={pad} onPick={setPad} />
            <Card>
              <SessionChart record={recordOf(visit, session)} />
            </Card>
          </div>
        </div>
        <Log {...open} />
      </div>
    </>
  )
}

function Bar(whole: Open) {
  const { visit, session } = whole
  const [isAsking, setAsking] = useState(false)
  const discharge = useStep(visit.id, ofVisit.discharge)
  const begin = useEntry(visit.id)
  const { stoppedAt, infusate, checkIn, state } = session
  const open = closedGates(visit.gates.discharge)
  const given = book(session, visit.now).givenMg
  const stay = visit.gates.discharge.find(({ id }) => id === 'stay')
  const disabledReason = open.length === 0 ? undefined : `${open.length} not met`
  return (
    <section className={styles.bar} aria-label="After the infusion">
      <div className={styles.rate}>
        <StateMark state="recovering" word={state === 'stopped' ? 'Stopped' : 'Recovering'} />
        <p>
          <strong>{stoppedAt && <Elapsed since={stoppedAt} />}</strong> since stop
          {stoppedAt && `, ${sayTime(stoppedAt, visit.zone)}`}
        </p>
      </div>
      <div className={styles.given}>
        <p>
          <span>
            <b>{quantity(given, 'mg')}</b> given
          </span>
          <span>of {quantity(infusate?.totalMg ?? '0', 'mg')} drawn up</span>
        </p>
        <ClockNotice visit={visit} session={session} />
        <p>
          <span>{checkIn && `BP at check-in ${checkIn.vitals.systolic}/${checkIn.vitals.diastolic}`}</span>
          <span>{stay?.clearsWhen ?? 'minimum stay met'}</span>
        </p>
        <FormProblems problem={discharge.problem ?? begin.problem} />
      </div>
      <div className={styles.pump}>
        <Button kind="second" size="chair" onClick={() => setAsking(true)}>
          Pump found running
        </Button>
        {state === 'stopped' ? (
          <Button
            kind={kindOf(visit, 'begin-recovery')}
            size="chair"
            keyHint="g"
            isPending={begin.isSending}
            onClick={() => begin.send({ entry: { kind: 'recovering' } })}
          >
            Start recovery
          </Button>
        ) : (
          <Button
            kind={kindOf(visit, 'discharge')}
            size="chair"
            keyHint="g"
            isPending={discharge.isSending}
            disabledReason={disabledReason}
            onClick={() => discharge.send({})}
          >
            Discharge
          </Button>
        )}
      </div>
      {isAsking && <RateQuestion {...whole} onClose={() => setAsking(false)} />}
    </section>
  )
}
