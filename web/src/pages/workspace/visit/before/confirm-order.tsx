import { isSentBack } from '@dripline/clinical'
import { useState } from 'react'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, ConfirmDialog, FormProblems, Notice, TextField } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'

/** An order that was sent back: why, by whom, and the two ways in which a prescriber answers it. Checking in again is none. */
export function SentBack({ visit, session }: Open) {
  const { user } = usePageData().frame
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const confirm = useStep(visit.id, ofVisit['confirm-order'], () => setOpen(false))
  const { sentBack } = session
  if (!sentBack || !isSentBack(session, visit.order)) return null
  const isPrescriber = holds(user, 'prescriber')
  return (
    <Notice
      status="defer"
      title={`Sent back ${sayTime(sentBack.at, visit.zone)}, ${visit.names[sentBack.by] ?? 'staff'}: ${sentBack.reason}`}
      aside={
        <>
          {isPrescriber && (
            <Button kind={kindOf(visit, 'confirm-order')} size="chair" onClick={() => setOpen(true)}>
              Let the order stand
            </Button>
          )}
          <Button kind="second" size="chair" href={`/patients/${visit.personId}/plan`}>
            Open the plan
          </Button>
        </>
      }
    >
      <p>
        A prescriber re-signs the order, or reads why it was sent back and lets it stand.
        {isPrescriber ? '' : ' Charting and checking in go on meanwhile; nothing is drawn up.'}
      </p>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Let the order stand as signed?"
        status="inform"
        confirm="It stands"
        cancel="Not yet"
        isPending={confirm.isSending}
        onConfirm={() => confirm.send({ reason: said.trim() })}
      >
        <p>
          Sent back for: {sentBack.reason}. What was measured since stands in the record, and every gate is read again before the
          draw-up.
        </p>
        <TextField name="stands-because" label="What you go by" value={said} onChange={setSaid} maxLength={400} />
        <FormProblems problem={confirm.problem} labels={{ reason: 'What you go by' }} />
      </ConfirmDialog>
    </Notice>
  )
}
