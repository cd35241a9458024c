import { useState } from 'react'
import { ofVisit, useStep } from '../../../data/session.ts'
import { Act, AskOnce, FormProblems } from '../../../ui/index.tsx'
import type { Open } from './folded.ts'

const reasons = ['Not well today', 'Did not fast', 'No escort', 'Patient declines', 'Clinic cannot do it today'] as const

/** Calls the visit off before it has begun; what was drawn up must be wasted first. */
export function CallOff({ visit, session }: Open) {
  const [isOpen, setOpen] = useState(false)
  const cancel = useStep(visit.id, ofVisit.cancellation, () => setOpen(false))
  return (
    <>
      <Act
        kind="second"
        size="chair"
        onAct={() => setOpen(true)}
        shut={session.isBookClosed ? undefined : 'Waste what was drawn up first.'}
      >
        Cancel this visit
      </Act>
      <AskOnce
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
      </AskOnce>
    </>
  )
}
