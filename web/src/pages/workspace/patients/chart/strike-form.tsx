import { type FormEvent, useState } from 'react'
import { type ListName, useStrikeEntry } from '../../../../data/chart.ts'
import { Button, FormProblems, faultOf, Row, Stack, TextField } from '../../../../ui/index.tsx'

type StrikeFormProps = { list: ListName; personId: string; entry: { entryId: string; text: string }; onDone: () => void }

/** Strikes an entry with a reason; it stays readable. */
export function StrikeForm({ list, personId, entry, onDone }: StrikeFormProps) {
  const strike = useStrikeEntry(personId, onDone)
  const [reason, setReason] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    strike.send({ list, entryId: entry.entryId, reason })
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <FormProblems problem={strike.problem} labels={{ reason: 'Reason' }} />
        <TextField
          name="reason"
          label={`Why strike “${entry.text}”?`}
          hint="It stays readable, struck through, with this reason."
          value={reason}
          onChange={setReason}
          fault={faultOf(strike.problem, 'reason')}
          autoFocus
          maxLength={300}
        />
        <Row>
          <Button submits isPending={strike.isSending}>
            Strike
          </Button>
          <Button kind="second" onClick={onDone}>
            Cancel
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
