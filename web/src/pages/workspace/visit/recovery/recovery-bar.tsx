import { book, closedGates, sayStaff } from '@dripline/clinical'
import { useState } from 'react'
import { ofVisit, useEntry, useStep } from '../../../../data/session.ts'
import { Button, Elapsed, FormProblems, quantity, StateMark, sayTime } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import { RateQuestion } from '../frame/rate-question.tsx'
import { Amount, VisitBar } from '../frame/visit-bar.tsx'
import { kindOf } from '../kind-of.ts'

/** How long the pump has been off, what was given, and the way home. */
export function RecoveryBar(open: Open) {
  const { visit, session } = open
  const [isAsking, setAsking] = useState(false)
  const discharge = useStep(visit.id, ofVisit.discharge)
  const begin = useEntry(visit.id)
  const { stoppedAt, infusate, checkIn, state } = session
  const closed = closedGates(visit.gates.discharge).length
  const stay = visit.gates.discharge.find(({ id }) => id === 'stay')
  return (
    <>
      <VisitBar
        {...open}
        label="After the infusion"
        state={<StateMark state="recovering" word={state === 'stopped' ? 'Stopped' : 'Recovering'} />}
        figure={stoppedAt && <Elapsed since={stoppedAt} />}
        of={stoppedAt ? `since stop, ${sayTime(stoppedAt, visit.zone)}` : 'since stop'}
        given={[
          <Amount key="given" mg={book(session, visit.now).givenMg} />,
          <>of {quantity(infusate?.infusateMg ?? '0', 'mg')} drawn up</>,
        ]}
        below={[
          checkIn && `BP at check-in ${checkIn.vitals.systolic}/${checkIn.vitals.diastolic}`,
          stay?.clearsWhen ? sayStaff(stay.clearsWhen) : 'minimum stay met',
        ]}
        problem={<FormProblems problem={discharge.problem ?? begin.problem} />}
      >
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
            disabledReason={closed === 0 ? undefined : `${closed} not met`}
            onClick={() => discharge.send({})}
          >
            Discharge
          </Button>
        )}
      </VisitBar>
      {isAsking && <RateQuestion {...open} onClose={() => setAsking(false)} />}
    </>
  )
}
