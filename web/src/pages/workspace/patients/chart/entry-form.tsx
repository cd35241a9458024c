import type { FormEvent } from 'react'
import { type ChartData, type EntrySent, type ListName, useWriteEntry } from '../../../../data/chart.ts'
import { useDraft } from '../../../../data/draft.ts'
import { Button, Choice, DraftNote, FormProblems, faultOf, Row, Stack, TextField, Tick } from '../../../../ui/index.tsx'

type Entry = ChartData['lists'][ListName][number]
type EntryFormProps = { list: ListName; personId: string; entry: Entry | null; onDone: () => void }
type Draft = Record<'text' | 'code' | 'note' | 'since' | 'dose' | 'reaction' | 'status' | 'kind', string> & { isChecked: boolean }

const what: Readonly<Record<ListName, string>> = {
  problems: 'Problem',
  medicines: 'Medicine',
  allergies: 'Allergic to',
  notes: 'Note',
}

const draftOf = (entry: Entry | null): Draft => ({
  text: entry?.text ?? '',
  code: entry?.code ?? '',
  note: entry?.note ?? '',
  since: (entry && 'since' in entry && entry.since) || '',
  dose: (entry && 'dose' in entry && entry.dose) || '',
  reaction: (entry && 'reaction' in entry && entry.reaction) || '',
  status: entry && 'status' in entry ? entry.status : 'taking',
  kind: entry && 'kind' in entry ? entry.kind : 'allergy',
  isChecked: false,
})

const some = (text: string) => (text.trim() ? text.trim() : undefined)
const sentOf = (list: ListName, draft: Draft): unknown => {
  const common = { text: draft.text, code: some(draft.code), note: some(draft.note) }
  if (list === 'problems') return { ...common, since: some(draft.since) }
  if (list === 'medicines') return { ...common, dose: some(draft.dose), status: draft.status, isChecked: draft.isChecked }
  if (list === 'allergies') return { ...common, kind: draft.kind, reaction: some(draft.reaction) }
  return common
}

/** Adds an entry to a list, or says one anew; what it said before stays readable. */
export function EntryForm({ list, personId, entry, onDone }: EntryFormProps) {
  const kept = useDraft(`${list} ${personId} ${entry?.entryId ?? 'new'}`, draftOf(entry))
  const { value: draft, set: setDraft } = kept
  const write = useWriteEntry(personId, list, () => {
    kept.clear()
    onDone()
  })
  const type = (field: keyof Draft) => (value: string) => setDraft({ ...draft, [field]: value })
  const send = (event: FormEvent) => {
    event.preventDefault()
    write.send({ entry: sentOf(list, draft), ...(entry ? { entryId: entry.entryId } : {}) } as EntrySent[typeof list])
  }
  const field = (name: keyof Draft & string, label: string) => ({
    name: `entry.${name}`,
    label,
    value: String(draft[name]),
    onChange: type(name),
    fault: faultOf(write.problem, `entry.${name}`),
  })
  const isNone = list === 'allergies' && draft.kind === 'none known'
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <DraftNote draft={kept} say={({ text, note }) => [text, note].filter(Boolean).join(', ')} />
        <FormProblems problem={write.problem} labels={{ 'entry.text': what[list], 'entry.code': 'Code', 'entry.note': 'Note' }} />
        {list === 'allergies' && (
          <Choice
            name="entry.kind"
            label="What they say"
            value={draft.kind}
            onChange={type('kind')}
            options={[
              { value: 'allergy', label: 'An allergy' },
              { value: 'none known', label: 'None known', note: 'does not remove a listed allergy' },
            ]}
          />
        )}
        {!isNone && <TextField {...field('text', what[list])} {...(list === 'notes' ? { lines: 4 } : {})} autoFocus />}
        {list === 'problems' && <TextField {...field('since', 'Since')} hint="A year, or in words" />}
        {list === 'medicines' && (
          <Medicine field={field} draft={draft} type={type} onCheck={(isChecked) => setDraft({ ...draft, isChecked })} />
        )}
        {list === 'allergies' && !isNone && <TextField {...field('reaction', 'Reaction')} hint="Hives, anaphylaxis, unknown" />}
        {list !== 'notes' && !isNone && (
          <TextField {...field('code', 'Code (optional)')} hint="ICD-10-CM for a problem, like G90.50" />
        )}
        {list !== 'notes' && <TextField {...field('note', 'Source')} hint="Patient, bottle, phone, referral" />}
        <Row>
          <Button submits isPending={write.isSending}>
            {entry ? 'Save the change' : 'Save'}
          </Button>
          <Button kind="second" onClick={onDone}>
            Cancel
          </Button>
        </Row>
      </Stack>
    </form>
  )
}

type MedicineProps = {
  field: (name: 'dose' | 'status', label: string) => Parameters<typeof TextField>[0]
  draft: Draft
  type: (field: 'status') => (value: string) => void
  onCheck: (isChecked: boolean) => void
}

const Medicine = ({ field, draft, type, onCheck }: MedicineProps) => (
  <>
    <TextField {...field('dose', 'Dose and times')} />
    <Choice
      name="entry.status"
      label="Taking it now?"
      value={draft.status}
      onChange={type('status')}
      options={[
        { value: 'taking', label: 'Taking it' },
        { value: 'stopped', label: 'Stopped' },
        { value: 'unknown', label: 'Not known' },
      ]}
    />
    <Tick name="entry.isChecked" label="Reviewed with the patient just now" checked={draft.isChecked} onChange={onCheck} />
  </>
)
