import { useState } from 'react'
import { type BookedFor, useBookFor } from '../../../data/desk.ts'
import { usePageData } from '../../../data/page-data.ts'
import { Button, Choice, FormProblems, Stack, sayTime } from '../../../ui/index.tsx'
import { PickTime } from './pick-time.tsx'

type What = 'call' | 'evaluation at the clinic' | 'evaluation by phone'
const options: readonly { value: What; label: string }[] = [
  { value: 'evaluation at the clinic', label: 'Evaluation, at the clinic' },
  { value: 'evaluation by phone', label: 'Evaluation, by phone' },
  { value: 'call', label: 'Call' },
]

type BookOneProps = { personId: string; name: string; onDone?: (booked: BookedFor) => void }

/** Books an evaluation or another call for somebody we know; they get a letter with the time. */
export function BookOne({ personId, name, onDone }: BookOneProps) {
  const [what, setWhat] = useState<What | ''>('')
  return (
    <Stack>
      <Choice name="what" label={`What for ${name}?`} options={options} value={what} onChange={setWhat} />
      {what !== '' && <Times key={what} personId={personId} what={what} {...(onDone && { onDone })} />}
    </Stack>
  )
}

function Times({ personId, what, onDone }: { personId: string; what: What; onDone?: (booked: BookedFor) => void }) {
  const kind = what === 'call' ? 'call' : 'evaluation'
  const place = what === 'evaluation by phone' ? 'phone' : 'clinic'
  const { zone } = usePageData().frame.clinic
  const book = useBookFor(personId, onDone)
  const [start, setStart] = useState('')
  return (
    <Stack>
      <FormProblems problem={book.problem} labels={{ start: 'Time' }} advice="Nothing was booked." />
      <PickTime personId={personId} kind={kind} place={place} value={start} onChange={setStart} />
      <div>
        <Button
          isPending={book.isSending}
          disabledReason={start ? null : 'Choose a time'}
          onClick={() => book.send({ kind, start, ...(kind === 'evaluation' && { place }) })}
        >
          Book and tell
        </Button>
      </div>
      {book.isDone && book.reply && (
        <p role="status">Booked for {sayTime(book.reply.start, zone, 'day and time')}. The letter is on its way.</p>
      )}
    </Stack>
  )
}
