import { closedGates } from '@dripline/clinical'
import { useState } from 'react'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, Card, FormProblems, SecondPerson, Stack, TextField } from '../../../../ui/index.tsx'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'
import styles from '../visit.module.css'

/** A prescriber, here, with a reason and a signature; the gate stays "not met" in the record. */
export function Override({ visit }: Open) {
  const { user } = usePageData().frame
  const [reason, setReason] = useState('')
  const [isSigning, setSigning] = useState(false)
  const sign = useStep(visit.id, ofVisit.override, () => {
    setReason('')
    setSigning(false)
  })
  const gates = closedGates(visit.gates.discharge)
    .filter(({ overridable }) => overridable)
    .map(({ id }) => id)
  const said = reason.trim()
  if (gates.length === 0) return null
  const isPrescriber = holds(user, 'prescriber')
  return (
    <Card title="Discharge with criteria not met" edge="dashed">
      <Stack>
        <p>Only a prescriber, in person, with a reason and a signature. The criterion stays “not met” in the record.</p>
        <FormProblems problem={sign.problem} />
        <div className={styles.oneLine}>
          <TextField name="override-reason" label="Reason" value={reason} onChange={setReason} maxLength={200} />
          <Button
            kind={kindOf(visit, 'override-discharge')}
            icon="lock"
            size="chair"
            isPending={sign.isSending}
            disabledReason={said ? undefined : 'Enter a reason first.'}
            onClick={() => (isPrescriber ? sign.send({ gates, reason: said }) : setSigning(true))}
          >
            Prescriber signs
          </Button>
        </div>
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
