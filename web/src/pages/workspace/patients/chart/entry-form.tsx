import { useState } from 'react'
import { type ChartData, type EntrySent, type ListName, useWriteEntry } from '../../../../data/chart.ts'
import { Choice, Form, TextField, Tick, type Typed } from '../../../../ui/index.tsx'

type Entry = ChartData['lists'][ListName][number]
type EntryFormProps = { list: ListName; personId: string; entry: Entry | null; onDone: () => void }

const what: Readonly<Record<ListName, string>> = {
  problems: 'Problem',
  medicines: 'Medicine',
  allergies: 'Allergic to',
  notes: 'Note',
}

/** What an entry says already, under its own names. */
const saidBy = (entry: Entry | null): Readonly<Record<string, unknown>> => entry ?? { status: 'taking', kind: 'allergy' }

const sentOf = (list: ListName, { text, known, all }: Typed): unknown => {
  const some = (name: string) => known(`entry.${name}`) ?? undefined
  const common = { text: text('entry.text'), code: some('code'), note: some('note') }
  if (list === 'problems') return { ...common, since: some('since') }
  if (list === 'medicines')
    return { ...common, dose: some('dose'), status: some('status'), isChecked: all('entry.isChecked').length > 0 }
  if (list === 'allergies') return { ...common, kind: some('kind'), reaction: some('reaction') }
  return common
}

/** Adds an entry to a list, or says one anew; what it said before stays readable. */
export function EntryForm({ list, personId, entry, onDone }: EntryFormProps) {
  const said = saidBy(entry)
  const [kind, setKind] = useState(String(said.kind ?? ''))
  const field = (name: string) => ({ name: `entry.${name}`, defaultValue: String(said[name] ?? '') })
  const isNone = kind === 'none known'
  return (
    <Form
      draft={`${list} ${personId} ${entry?.entryId ?? 'new'}`}
      sends={useWriteEntry(personId, list)}
      body={(typed) => ({ entry: sentOf(list, typed), ...(entry && { entryId: entry.entryId }) }) as EntrySent[typeof list]}
      onDone={onDone}
      act={entry ? 'Save the change' : 'Save'}
      onCancel={onDone}
    >
      {list === 'allergies' && (
        <Choice
          name="entry.kind"
          label="What they say"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'allergy', label: 'An allergy' },
            { value: 'none known', label: 'None known', note: 'does not remove a listed allergy' },
          ]}
        />
      )}
      {!isNone && <TextField {...field('text')} label={what[list]} {...(list === 'notes' && { lines: 4 })} autoFocus />}
      {list === 'problems' && <TextField {...field('since')} label="Since" hint="A year, or in words" />}
      {list === 'medicines' && (
        <>
          <TextField {...field('dose')} label="Dose and times" />
          <Choice
            {...field('status')}
            label="Taking it now?"
            options={[
              { value: 'taking', label: 'Taking it' },
              { value: 'stopped', label: 'Stopped' },
              { value: 'unknown', label: 'Not known' },
            ]}
          />
          <Tick name="entry.isChecked" label="Reviewed with the patient just now" />
        </>
      )}
      {list === 'allergies' && !isNone && (
        <TextField {...field('reaction')} label="Reaction" hint="Hives, anaphylaxis, unknown" />
      )}
      {list !== 'notes' && !isNone && (
        <TextField {...field('code')} label="Code (optional)" hint="ICD-10-CM for a problem, like G90.50" />
      )}
      {list !== 'notes' && <TextField {...field('note')} label="Source" hint="Patient, bottle, phone, referral" />}
    </Form>
  )
}
