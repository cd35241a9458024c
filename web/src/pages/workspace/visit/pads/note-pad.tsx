import { useState } from 'react'
import { useDraft } from '../../../../data/draft.ts'
import { useEntry } from '../../../../data/session.ts'
import { Card, DraftNote, Form, TextField } from '../../../../ui/index.tsx'
import type { Charting } from '../folded.ts'
import { happenedAt, WhenPicker } from './when-picker.tsx'

/** A note in words. */
export function NotePad({ visit }: Charting) {
  const draft = useDraft(`note ${visit.id}`, '')
  const [ago, setAgo] = useState('0')
  const text = draft.value
  const entry = useEntry(visit.id, () => {
    draft.clear()
    setAgo('0')
  })
  return (
    <Card title="Note">
      <DraftNote draft={draft} say={(other) => other} />
      <Form
        sends={entry}
        body={() => ({ entry: { kind: 'note' as const, text: text.trim() }, ...happenedAt(visit.now, ago) })}
        act="Save note"
        kind="second"
        size="chair"
        disabledReason={text.trim() ? undefined : 'Type the note first.'}
      >
        <TextField name="text" label="In words" lines={2} value={text} onChange={draft.set} maxLength={1000} />
        <WhenPicker value={ago} onChange={setAgo} />
      </Form>
    </Card>
  )
}
