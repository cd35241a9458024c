import { useState } from 'react'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, ConfirmDialog, FormProblems } from '../../../../ui/index.tsx'
import type { Open } from '../shared/folded.ts'

const reasons = ['Not well today', 'Did not fast', 'No escort', 'Patient declines', 'Clinic cannot do it today'] as const

/** Calls the visit off before it has begun; what was drawn up must be wasted first. */
export function CallOff({ visit, session }: Open) {
  const [isOpen, setOpen] = useState(false)
  const cancel = useStep(visit.id, ofVisit.cancellation, () => setOpen(false))
  return (
    <>
      <Button
        kind="second"
        size="chair"
        onClick={() => setOpen(true)}
        disabledReason={session.isBookClosed ? undefined : 'Waste what was drawn up first.'}
      >
        Cancel this visit
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Cancel today’s visit for ${visit.person.name}?`}
        status="caution"
        reasons={reasons}
        confirm="Cancel visit"
        isPending={cancel.isSending}
        onConfirm={(reason) => cancel.send({ reason })}
      >
        <p>The order stays with the plan; a prescriber can re-sign it for another day.</p>
        <FormProblems problem={cancel.problem} />
      </ConfirmDialog>
    </>
  )
}
