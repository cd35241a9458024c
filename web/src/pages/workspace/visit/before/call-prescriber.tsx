import { useState } from 'react'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, ConfirmDialog, FormProblems } from '../../../../ui/index.tsx'
import type { Open } from '../shared/folded.ts'

/** Calls a prescriber to a check that does not agree; from then on the right values are in sight, and the record says so. */
export function CallPrescriber({ visit }: Open) {
  const [isAsking, setAsking] = useState(false)
  const open = useStep(visit.id, ofVisit.readings.open, () => setAsking(false))
  return (
    <>
      <Button kind="second" size="chair" onClick={() => setAsking(true)}>
        Call the prescriber
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        status="defer"
        title="Call the prescriber to this check?"
        confirm="Alert the prescriber and show the values"
        cancel="Read again first"
        isPending={open.isSending}
        onConfirm={() => open.send({})}
      >
        <p>This alerts the prescriber now and shows both readings with the order’s mL and mL/h. The record shows that you did.</p>
        <FormProblems problem={open.problem} />
      </ConfirmDialog>
    </>
  )
}
