import { useState } from 'react'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, ConfirmDialog, FormProblems } from '../../../../ui/index.tsx'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'

const reasons = [
  'The dose looks wrong',
  'The vial is different',
  'The pump is different',
  'The label is different',
  'Something has changed',
] as const

/** Gives the order back to a prescriber: one tap away, and no shame. */
export function SendBack({ visit }: Open) {
  const [isOpen, setOpen] = useState(false)
  const send = useStep(visit.id, ofVisit.return, () => setOpen(false))
  return (
    <>
      <Button kind={kindOf(visit, 'send-back')} size="chair" onClick={() => setOpen(true)}>
        Something is different: send it back
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Send the order back?"
        status="inform"
        reasons={reasons}
        confirm="Send it back"
        isPending={send.isSending}
        onConfirm={(reason) => send.send({ reason })}
      >
        <p>A prescriber reviews the order. Anything already drawn up has to be wasted with a witness.</p>
        <FormProblems problem={send.problem} />
      </ConfirmDialog>
    </>
  )
}
