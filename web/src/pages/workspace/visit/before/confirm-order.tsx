import { isSentBack, sayAll, whySentBack } from '@dripline/clinical'
import { useState } from 'react'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { ofVisit } from '../../../../data/session.ts'
import { Button, Notice, sayTime, TextField } from '../../../../ui/index.tsx'
import type { AnyOpen } from '../folded.ts'
import { AskedStep } from '../frame/asked-step.tsx'

/** An order that was sent back: why, by whom, and the two ways in which a prescriber answers it. Checking in again is none. */
export function SentBack({ visit, session }: AnyOpen) {
  const isPrescriber = holds(usePageData().frame.user, 'prescriber')
  const { sentBack } = session
  if (!sentBack || !isSentBack(session, visit.order)) return null
  const why = sayAll(whySentBack(sentBack))
  return (
    <Notice
      status="defer"
      title={`Sent back ${sayTime(sentBack.at, visit.zone)}, ${visit.names[sentBack.by] ?? 'staff'}: ${why}`}
      aside={
        <>
          {isPrescriber && <LetStand visit={visit} reason={why} />}
          {visit.screen === 'pump' && (
            <Button kind="second" size="chair" href={`/patients/${visit.personId}/plan`}>
              Open the plan
            </Button>
          )}
        </>
      }
    >
      <p>
        {visit.screen === 'pump'
          ? 'A prescriber re-signs the order, or reads why it was sent back and lets it stand.'
          : 'A prescriber reads why it was sent back and lets it stand; or this visit is canceled, and another order is signed.'}
        {isPrescriber ? '' : ' Charting goes on meanwhile; nothing is given.'}
      </p>
    </Notice>
  )
}

function LetStand({ visit, reason }: Pick<AnyOpen, 'visit'> & { reason: string }) {
  const [said, setSaid] = useState('')
  return (
    <AskedStep
      visit={visit}
      route={ofVisit['confirm-order']}
      body={() => ({ reason: said.trim() })}
      act="Let the order stand"
      does="confirm-order"
      title="Let the order stand as signed?"
      status="inform"
      confirm="It stands"
      cancel="Not yet"
      labels={{ reason: 'What you go by' }}
    >
      <p>
        Sent back for: {reason}. What was measured since stands in the record, and every gate is read again before the draw-up.
      </p>
      <TextField name="stands-because" label="What you go by" value={said} onChange={setSaid} maxLength={400} />
    </AskedStep>
  )
}
