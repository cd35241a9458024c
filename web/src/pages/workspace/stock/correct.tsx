import { useState } from 'react'
import { type BookLine, useCorrectLine } from '../../../data/substances.ts'
import { fieldsOf, Pairs, TextField, TwoPersonForm } from '../../../ui/index.tsx'

/** A new line in the place of a wrong one, before a second person; the old one stays, struck. */
export function Correct({ line, onDone }: { line: BookLine; onDone: () => void }) {
  const correct = useCorrectLine(line.id, onDone)
  const [typed, setTyped] = useState({ ml: line.ml.replace('-', ''), mg: line.mg, note: '' })
  const { field } = fieldsOf(typed, setTyped)
  const { ml, mg, note } = typed
  return (
    <TwoPersonForm
      scope={line.id}
      act="correct"
      facts={{ lineId: line.id, ml, mg }}
      what={`that the line should say ${ml} mL, ${mg} mg`}
      sends={correct}
      body={(proof) => ({ ...typed, proof })}
      kind="second"
      disabledReason={note.trim() === '' ? 'Say why first.' : undefined}
      onCancel={onDone}
    >
      <Pairs>
        <TextField {...field('ml')} label="Correct amount, mL" decimal />
        <TextField {...field('mg')} label="mg" decimal />
      </Pairs>
      <TextField {...field('note')} label="Why the line is wrong" />
    </TwoPersonForm>
  )
}
