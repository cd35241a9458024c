import { type FormEvent, useState } from 'react'
import { useDraft } from '../../../../data/draft.ts'
import { useEntry } from '../../../../data/session.ts'
import { Button, Card, DraftNote, FormProblems, Row, Stack, TextField } from '../../../../ui/index.tsx'
import type { Open } from './folded.ts'
import { happenedAt, WhenPicker } from './when-picker.tsx'

/** A note in words. */
export function NotePad({ visit }: Open) {
  const draft = useDraft(`note ${visit.id}`, '')
  const { value: text, set: setText } = draft
  const [ago, setAgo] = useState('0')
  const entry = useEntry(visit.id, () => {
    draft.clear()
    setAgo('0')
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    entry.send({ entry: { kind: 'note', text: text.trim() }, ...happenedAt(visit.now, ago) })
  }
  return (
    <Card title="Note">
      <form onSubmit={save}>
        <Stack>
          <DraftNote draft={draft} say={(other) => other} />
          <FormProblems problem={entry.problem} />
          <TextField name="text" label="In words" lines={2} value={text} onChange={setText} maxLength={1000} />
          <Row>
            <WhenPicker value={ago} onChange={setAgo} />
            <Button
              kind="second"
              size="chair"
              submits
              isPending={entry.isSending}
              disabledReason={text.trim() ? undefined : 'Type the note first.'}
            >
              Save note
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  )
}
