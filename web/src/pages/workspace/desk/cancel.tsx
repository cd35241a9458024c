import { useState } from 'react'
import { type DeskAppointment, useCancel, useReadCancel } from '../../../data/desk.ts'
import { useDraft } from '../../../data/draft.ts'
import { ConfirmDialog, DraftNote, FormProblems, LetterBefore, Stack, TextField, Time } from '../../../ui/index.tsx'

const kinds = { call: 'call', evaluation: 'evaluation', infusion: 'visit' } as const

/** Asks once before a cancellation, with the letter that goes out with it; words that are added are read in it before it goes. */
export function Cancel({ appointment, onClose }: { appointment: DeskAppointment; onClose: () => void }) {
  const draft = useDraft(`letter of a cancellation ${appointment.appointmentId}`, '')
  const { value, set: setWords } = draft
  const words = value.trim()
  const read = useReadCancel(appointment)
  const [readWords, setReadWords] = useState<string | null>(null)
  const [isAsked, setIsAsked] = useState(false)
  const show = () =>
    read.sendAndWait(words ? { words } : {}).then(
      () => setReadWords(words),
      () => undefined,
    )
  if (!isAsked) {
    setIsAsked(true)
    queueMicrotask(show)
  }
  const cancel = useCancel(appointment, () => {
    draft.clear()
    onClose()
  })
  const { name, start, kind } = appointment
  const letter = read.reply?.letter ?? null
  const isRead = words === readWords
  const press = () => {
    if (!isRead) show()
    else cancel.send({ ...(words && { words }), ...(letter && { seen: letter.mark }) })
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      status="caution"
      title={`Cancel this ${kinds[kind]} with ${name}?`}
      confirm={isRead || readWords === null ? 'Cancel and tell' : 'Show my words in the letter'}
      isPending={cancel.isSending || read.isSending}
      onConfirm={press}
    >
      <Stack>
        <DraftNote draft={draft} say={(other) => other} />
        <FormProblems problem={cancel.problem ?? read.problem} advice="Nothing was changed." />
        <p>
          <Time at={start} form="day and time" /> is open again. They are told once, and their calendar removes it.
          {kind === 'infusion' && ' The signed order stays and waits for a prescriber to give it another day.'}
        </p>
        {letter && <LetterBefore letter={letter} />}
        {readWords !== null && !letter && <p>They were never told of it, so no letter goes out.</p>}
        <TextField name="words" label="Your words to them, if any" value={value} onChange={setWords} lines={2} maxLength={500} />
      </Stack>
    </ConfirmDialog>
  )
}
