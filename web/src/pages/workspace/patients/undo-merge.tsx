import { useParams, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type Side, type Undo, useUndo, useUndoMerge } from '../../../data/records.ts'
import { Button, Card, Choice, FormProblems, faultOf, Link, Page, Stack, TextField, Time } from '../../../ui/index.tsx'

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
  const router = useRouter()
  const undo = useUndo(mergeId)
  const [placed, setPlaced] = useState<Record<string, Side>>({})
  const [reason, setReason] = useState('')
  const { send, isSending, problem } = useUndoMerge(() => router.history.push(`/patients/${undo.kept.personId}`))
  const asked = [...undo.groups.filter(({ follows }) => follows === null), ...undo.fields]
  const left = asked.filter(({ id }) => placed[id] === undefined).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send({ mergeId, reason, placed })
  }
  const place = (id: string) => (value: string) => setPlaced({ ...placed, [id]: value as Side })
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
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormProblems problem={problem} labels={labelsOf(undo)} advice="Nothing was changed." />
          <Card title="Goes back automatically">
            <p>
              {undo.goesBack} {undo.goesBack === 1 ? 'entry goes' : 'entries go'} back to {undo.merged.name}’s record, and both
              records’ fields as they were.
            </p>
          </Card>
          <Card title="Added since the merge" note={asked.length === 0 ? 'nothing to sort' : 'choose whose each one is'}>
            <Stack>
              {undo.groups.map((group) => (
                <Placed
                  key={group.id}
                  group={group}
                  undo={undo}
                  value={placed[group.id]}
                  onPlace={place(group.id)}
                  fault={faultOf(problem, `placed.${group.id}`)}
                />
              ))}
              {undo.fields.map(({ id, label, value }) => (
                <Choice
                  key={id}
                  name={`placed.${id}`}
                  label={`${label}: ${value ?? 'emptied'}`}
                  value={placed[id] ?? ''}
                  onChange={place(id)}
                  fault={faultOf(problem, `placed.${id}`)}
                  options={sidesOf(undo)}
                />
              ))}
            </Stack>
          </Card>
          <Card>
            <Stack>
              <TextField
                name="reason"
                label="Why they are two people"
                hint="Saved with the merge."
                lines={2}
                value={reason}
                onChange={setReason}
                fault={faultOf(problem, 'reason')}
                maxLength={500}
              />
              <Button
                submits
                isPending={isSending}
                disabledReason={left > 0 ? `Choose whose: ${left} left.` : reason.trim().length < 3 ? 'Say why.' : undefined}
              >
                Undo the merge
              </Button>
            </Stack>
          </Card>
        </Stack>
      </form>
    </Page>
  )
}

const sidesOf = ({ kept, merged }: Undo) => [
  { value: 'kept', label: kept.name, note: 'the record that was kept' },
  { value: 'merged', label: merged.name, note: 'the record that was merged' },
]

const labelsOf = ({ groups, fields }: Undo) => ({
  reason: 'Why they are two people',
  ...Object.fromEntries(groups.map(({ id, rows }) => [`placed.${id}`, rows[0]?.says ?? 'Entry'])),
  ...Object.fromEntries(fields.map(({ id, label }) => [`placed.${id}`, label])),
})

type PlacedProps = {
  group: Undo['groups'][number]
  undo: Undo
  value: Side | undefined
  onPlace: (value: string) => void
  fault: string | undefined
}

function Placed({ group, undo, value, onPlace, fault }: PlacedProps) {
  const what = group.rows.map(({ says }) => says).join('; ')
  const at = group.rows[0]?.at
  if (group.follows)
    return (
      <p>
        <b>{what}</b> goes with the entries it belongs to, to {group.follows === 'kept' ? undo.kept.name : undo.merged.name}.
      </p>
    )
  return (
    <Choice
      name={`placed.${group.id}`}
      label={
        <>
          {what}
          {at && (
            <>
              , <Time at={at} form="full day and time" />
            </>
          )}
        </>
      }
      value={value ?? ''}
      onChange={onPlace}
      fault={fault}
      options={sidesOf(undo)}
    />
  )
}
