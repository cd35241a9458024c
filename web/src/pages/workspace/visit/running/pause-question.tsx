import { useState } from 'react'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { ConfirmDialog, FormProblems, sayTime, TextField } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'

const reasons = ['Past policy limit', 'Side effect', 'Patient request', 'IV line or pump', 'Other'] as const

/** Asks why the pump is paused; the pump itself is paused by hand first. */
export function PauseQuestion({ visit, onClose }: Pick<Open, 'visit'> & { onClose: () => void }) {
  const [words, setWords] = useState('')
  const pause = useStep(visit.id, ofVisit.pause, onClose)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Pause the infusion at ${sayTime(visit.now, visit.zone)}?`}
      status="caution"
      reasons={reasons}
      confirm="Pump is paused"
      cancel="Keep running"
      isPending={pause.isSending}
      onConfirm={(reason) => pause.send({ reason: [reason, words.trim()].filter(Boolean).join(': ') })}
    >
      <p>
        Pause the <b>pump by hand first</b>: Dripline does not control it.
      </p>
      <TextField name="pause-words" label="Comments" value={words} onChange={setWords} maxLength={400} />
      <FormProblems problem={pause.problem} />
    </ConfirmDialog>
  )
}
