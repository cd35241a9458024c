import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type Side, type Undo, useUndo, useUndoMerge } from '../../../data/records.ts'
import { Card, Choice, Form, Link, Page, Stack, TextField, Time } from '../../../ui/index.tsx'

export const page = {
  path: '/merges/:mergeId',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Undo a merge',
  place: 'Patients',
  skeleton: 'form',
} as const

/** Makes two records of one again; what was written since goes where a person says. */
export default function UndoMerge() {
  const { mergeId = '' } = useParams({ strict: false })
  const undo = useUndo(mergeId)
  return (
    <Page
      title={`Undo: ${undo.kept.name} and ${undo.merged.name} are two people`}
      lead={
        <>
          Merged <Time at={undo.mergedAt} form="full day and time" /> by {undo.by ?? 'an unnamed person'}
          {undo.reason && `: “${undo.reason}”`}. Can be undone until <Time at={undo.undoUntil} form="full day" />.{' '}
          <Link href={`/patients/${undo.kept.personId}`}>Back to the chart</Link>
        </>
      }
    >
      <Card title="Goes back automatically">
        <p>
          {undo.goesBack} {undo.goesBack === 1 ? 'entry goes' : 'entries go'} back to {undo.merged.name}’s record, and both
          records’ fields as they were.
        </p>
      </Card>
      <UndoForm mergeId={mergeId} undo={undo} />
    </Page>
  )
}

function UndoForm({ mergeId, undo }: { mergeId: string; undo: Undo }) {
  const router = useRouter()
  const undone = useUndoMerge(() => router.history.push(`/patients/${undo.kept.personId}`))
  const [placed, setPlaced] = useState<Record<string, Side>>({})
  const [reason, setReason] = useState('')
  const asked = [...undo.groups.filter(({ follows }) => follows === null), ...undo.fields]
  const left = asked.filter(({ id }) => placed[id] === undefined).length
  const place = (id: string) => ({
    name: `placed.${id}`,
    value: placed[id] ?? '',
    onChange: (value: Side) => setPlaced({ ...placed, [id]: value }),
    options: sidesOf(undo),
  })
  return (
    <Form
      sends={undone}
      body={() => ({ mergeId, reason, placed })}
      labels={labelsOf(undo)}
      advice="Nothing was changed."
      act="Undo the merge"
      disabledReason={left > 0 ? `Choose whose: ${left} left.` : reason.trim().length < 3 ? 'Say why.' : undefined}
    >
      <Card title="Added since the merge" note={asked.length === 0 ? 'nothing to sort' : 'choose whose each one is'}>
        <Stack>
          {undo.groups.map((group) =>
            group.follows ? (
              <p key={group.id}>
                <b>{sayRows(group)}</b> goes with the entries it belongs to, to{' '}
                {group.follows === 'kept' ? undo.kept.name : undo.merged.name}.
              </p>
            ) : (
              <Choice key={group.id} {...place(group.id)} label={<GroupLabel group={group} />} />
            ),
          )}
          {undo.fields.map(({ id, label, value }) => (
            <Choice key={id} {...place(id)} label={`${label}: ${value ?? 'emptied'}`} />
          ))}
        </Stack>
      </Card>
      <Card>
        <TextField
          name="reason"
          label="Why they are two people"
          hint="Saved with the merge."
          lines={2}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
      </Card>
    </Form>
  )
}

const sidesOf = ({ kept, merged }: Undo): { value: Side; label: string; note: string }[] => [
  { value: 'kept', label: kept.name, note: 'the record that was kept' },
  { value: 'merged', label: merged.name, note: 'the record that was merged' },
]

const labelsOf = ({ groups, fields }: Undo) => ({
  reason: 'Why they are two people',
  ...Object.fromEntries(groups.map(({ id, rows }) => [`placed.${id}`, rows[0]?.says ?? 'Entry'])),
  ...Object.fromEntries(fields.map(({ id, label }) => [`placed.${id}`, label])),
})

type Group = Undo['groups'][number]

const sayRows = ({ rows }: Group) => rows.map(({ says }) => says).join('; ')

const GroupLabel = ({ group }: { group: Group }) => {
  const at = group.rows[0]?.at
  return (
    <>
      {sayRows(group)}
      {at && (
        <>
          , <Time at={at} form="full day and time" />
        </>
      )}
    </>
  )
}
