import { useState } from 'react'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, ConfirmDialog, FormProblems, faultOf, TextField } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../folded.ts'

const other = 'Other'
const reasons = ['Patient request', 'Past policy limit', 'Side effect', 'IV line or pump', 'Dose complete', other] as const

type StopQuestionProps = Open & { onClose: () => void; given: string }

/** Asks once, pump first, with one reason; a pause keeps the session open. */
export function StopQuestion({ visit, session, onClose, given }: StopQuestionProps) {
  const [words, setWords] = useState('')
  const [totalMl, setTotalMl] = useState('')
  const stop = useStep(visit.id, ofVisit.stop, onClose)
  const pause = useStep(visit.id, ofVisit.pause, onClose)
  const reasonOf = (reason: string) => (words.trim() ? `${reason}: ${words.trim()}` : reason)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Stop the infusion at ${sayTime(visit.now, visit.zone)}?`}
      reasons={reasons}
      confirm="Pump is off, stop"
      cancel={session.state === 'paused' ? 'Keep paused' : 'Keep running'}
      isPending={stop.isSending}
      onConfirm={(reason) => stop.send({ reason: reasonOf(reason), ...(totalMl.trim() && { totalMl }) })}
      others={
        session.state === 'running' && (
          <Button
            kind="second"
            size="chair"
            isPending={pause.isSending}
            onClick={() => pause.send({ reason: reasonOf('Paused') })}
          >
            Pause instead
          </Button>
        )
      }
    >
      <p>
        Stop the <b>pump by hand first</b>: Dripline does not control it. This ends the infusion at {quantity(given, 'mg')} by the
        log; a pause keeps it open.
      </p>
      <TextField
        name="totalMl"
        label="Pump total from its display (you can add it later)"
        unit="mL"
        decimal
        value={totalMl}
        onChange={setTotalMl}
        fault={faultOf(stop.problem, 'totalMl')}
      />
      <TextField name="stop-words" label="Comments" value={words} onChange={setWords} maxLength={400} />
      <FormProblems problem={stop.problem ?? pause.problem} />
    </ConfirmDialog>
  )
}
