import { type ListName, useStrikeEntry } from '../../../../data/chart.ts'
import { Form, TextField } from '../../../../ui/index.tsx'

type StrikeFormProps = { list: ListName; personId: string; entry: { entryId: string; text: string }; onDone: () => void }

/** Strikes an entry with a reason; it stays readable. */
export const StrikeForm = ({ list, personId, entry, onDone }: StrikeFormProps) => (
  <Form
    sends={useStrikeEntry(personId)}
    body={({ text }) => ({ list, entryId: entry.entryId, reason: text('reason') })}
    onDone={onDone}
    labels={{ reason: 'Reason' }}
    act="Strike"
    onCancel={onDone}
  >
    <TextField
      name="reason"
      label={`Why strike “${entry.text}”?`}
      hint="It stays readable, struck through, with this reason."
      autoFocus
      maxLength={300}
    />
  </Form>
)
