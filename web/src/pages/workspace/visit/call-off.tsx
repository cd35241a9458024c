import { useState } from 'react'
import { useStep } from '../../../data/session.ts'
import { Act, AskOnce, FormProblems } from '../../../ui/index.tsx'
import type { Open } from './folded.ts'

const reasons = ['Not well today', 'Not fasted', 'No escort', 'Patient decides against it', 'The clinic cannot today'] as const

/** Calls the visit off before it has begun; what was drawn up must be wasted first. */
export function CallOff({ visit, session }: Open) {
  const [isOpen, setOpen] = useState(false)
  const cancel = useStep<{ reason: string }>(visit.id, 'cancellation', () => setOpen(false))
  return (
    <>
      <Act
        kind="second"
        size="chair"
        onAct={() => setOpen(true)}
        shut={session.isBookClosed ? undefined : 'What was drawn up waits for waste.'}
      >
        Call the visit off
      </Act>
      <AskOnce
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Call off today’s visit of ${visit.person.name}?`}
        status="caution"
        reasons={reasons}
        confirm="Call it off"
        isPending={cancel.isSending}
        onConfirm={(reason) => cancel.send({ reason })}
      >
        <p>The order stays with the plan; a prescriber can re-sign it for another day.</p>
        <FormProblems problem={cancel.problem} />
      </AskOnce>
    </>
  )
}
