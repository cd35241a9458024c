import { amountMeasures, exact, parseExact, plain } from '@dripline/clinical'
import { useState } from 'react'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { ConfirmDialog, FormProblems, faultOf, MeasureField, readTyped, Tick } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import type { Open } from '../folded.ts'
import { happenedAt, WhenPicker } from '../pads/when-picker.tsx'
import { ClosedGates } from '../ready/gate-panel.tsx'

const reasons = ['Side effect', 'Past policy limit', 'Patient request', 'Back to ordered rate'] as const

const confirmOf = (isFound: boolean, isPaused: boolean) => {
  if (isFound) return 'Chart this rate'
  return isPaused ? 'Pump is running, resume' : 'Pump is set, change rate'
}

const titleOf = (isAfter: boolean, isPaused: boolean) => {
  if (isAfter) return 'Pump found running?'
  return isPaused ? 'Resume the infusion?' : 'Change the rate?'
}

/**
 * A lower rate or back to the order, never above it; after a pause the same question lets the pump run on. After a stop it only
 * charts a pump that was found running.
 */
export function RateQuestion({ visit, session, onClose }: Open & { onClose: () => void }) {
  const isPaused = session.state === 'paused'
  const isAfter = session.state === 'stopped' || session.state === 'recovering'
  const [rate, setRate] = useState(isPaused ? plain(exact(session.segments.at(-1)?.rateMlPerHour ?? '0')) : '')
  const [isFound, setFound] = useState(isAfter)
  const [ago, setAgo] = useState('0')
  const change = useStep(visit.id, ofVisit.rate, onClose)
  const found = useStep(visit.id, ofVisit['pump-found'], onClose)
  const resume = useStep(visit.id, ofVisit.resume, onClose)
  const { problem, isSending } = isFound ? found : isPaused ? resume : change
  const { infusate } = session
  const typed = parseExact(readTyped(amountMeasures.mlPerHour, rate).value ?? '')
  const rateMgPerHour = typed && infusate ? plain(typed.times(infusate.infusateMg).div(infusate.finalMl), 2) : null
  const sent = { rateMlPerHour: rate, ...happenedAt(visit.now, ago) }
  const isRaise = !isPaused && typed?.gt(session.rateMlPerHour ?? '0') === true
  const act = (reason: string) => {
    if (isFound) found.send({ ...sent, note: null })
    else if (isPaused) resume.send(sent)
    else change.send({ ...sent, reason })
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      status="inform"
      title={titleOf(isAfter, isPaused)}
      {...(isPaused || isFound ? {} : { reasons })}
      confirm={confirmOf(isFound, isPaused)}
      isPending={isSending}
      onConfirm={act}
    >
      {isAfter ? (
        <p>
          Chart the rate you saw. The visit is <b>running</b> again until you stop it once more.
        </p>
      ) : (
        <p>
          Set the <b>pump by hand first</b>. Ordered: {orderedRate(visit)}; a higher rate needs a new order.
        </p>
      )}
      <FormProblems problem={problem} />
      <MeasureField
        measure={amountMeasures.mlPerHour}
        name="rateMlPerHour"
        label="Read from the pump"
        value={rate}
        onChange={setRate}
        fault={faultOf(problem, 'rateMlPerHour')}
        hint={rateMgPerHour ? `${quantity(rateMgPerHour, 'mg/h')} at this strength` : 'shows mg/h here'}
      />
      {!isAfter && (
        <Tick name="found" label="I did not set this rate: I found the pump at it" checked={isFound} onChange={setFound} />
      )}
      {!isFound && (isPaused || isRaise) && <ClosedGates visit={visit} act={isPaused ? 'resume' : 'raise'} />}
      <WhenPicker value={ago} onChange={setAgo} />
    </ConfirmDialog>
  )
}

// Once anything runs, the order's rate is in sight.
const orderedRate = ({ order }: Open['visit']) => quantity(order.rateMlPerHour ?? '0', 'mL/h')
