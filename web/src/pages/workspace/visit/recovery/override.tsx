import { closedGates } from '@dripline/clinical'
import { useState } from 'react'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Card, Form, SecondPerson, Stack, TextField } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import { kindOf } from '../kind-of.ts'

/** A prescriber, here, with a reason and a signature; the gate stays "not met" in the record. */
export function Override({ visit }: Open) {
  const isPrescriber = holds(usePageData().frame.user, 'prescriber')
  const [reason, setReason] = useState('')
  const [isSigning, setSigning] = useState(false)
  const sign = useStep(visit.id, ofVisit.override, () => {
    setReason('')
    setSigning(false)
  })
  const closed = closedGates(visit.gates.discharge).filter(({ overridable }) => overridable)
  const gates = closed.map(({ id }) => id)
  const said = reason.trim()
  if (gates.length === 0) return null
  const body = () => {
    if (!isPrescriber) setSigning(true)
    return isPrescriber ? { gates, reason: said } : null
  }
  return (
    <Card title="Discharge with criteria not met" edge="dashed">
      <Stack>
        <p>Only a prescriber, in person, with a reason and a signature. The criterion stays “not met” in the record.</p>
        <Form
          sends={sign}
          body={body}
          act="Prescriber signs"
          kind={kindOf(visit, 'override-discharge')}
          icon="lock"
          size="chair"
          disabledReason={said ? undefined : 'Enter a reason first.'}
        >
          <TextField name="override-reason" label="Reason" value={reason} onChange={setReason} maxLength={200} />
        </Form>
        {isSigning && said && (
          <SecondPerson
            act="override-discharge"
            facts={{ sessionId: visit.id, gates: gates.join(' '), reason: said }}
            what="to discharge with these criteria not met"
            onProof={(proof) => sign.send({ gates, reason: said, proof })}
          />
        )}
      </Stack>
    </Card>
  )
}
