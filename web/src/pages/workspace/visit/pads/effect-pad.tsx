import { useDraft } from '../../../../data/draft.ts'
import { useEntry } from '../../../../data/session.ts'
import { Button, Card, Choice, DraftNote, Form, Pairs, StatusMark, TextField } from '../../../../ui/index.tsx'
import type { Charting } from '../folded.ts'
import { WhenPicker } from './when-picker.tsx'

const named = (all: readonly string[]) => all.map((value) => ({ value, label: value }))
const terms = named(['Nausea', 'Vomiting', 'Dizziness', 'Headache', 'Anxiety', 'Hallucination', 'Drowsiness', 'Double vision'])
const rows = [
  {
    key: 'grade',
    label: 'Grade',
    options: ['mild', 'moderate', 'severe', 'life-threatening', 'death'].map((note, i) => {
      const grade = String(i + 1)
      return { value: grade, label: grade, note }
    }),
  },
  {
    key: 'action',
    label: 'Action',
    options: named(['None needed', 'Observed', 'Rate lowered', 'Paused', 'Stopped', 'Medication given']),
  },
  { key: 'outcome', label: 'Now', options: named(['Resolved', 'Better', 'Ongoing', 'Worse']) },
] as const
const empty = { term: '', other: '', ago: '0', grade: '', action: '', outcome: '' }

/** What was it, since when, how bad, what was done, how did it end. "None observed" is an answer, in one tap. */
export function EffectPad({ visit, session }: Charting) {
  const draft = useDraft(`side effect ${visit.id}`, empty)
  const said = draft.value
  const entry = useEntry(visit.id, draft.clear)
  const field = (key: keyof typeof empty) => ({
    name: key,
    value: said[key],
    onChange: (value: string) => draft.set({ ...said, [key]: value }),
  })
  const { grade, action, outcome } = said
  const term = said.other.trim() || said.term
  const onset = () => new Date(Date.parse(visit.now) - Number(said.ago) * 60_000).toISOString()
  const { adverseEffects } = session
  const isOpen = adverseEffects === 'not answered'
  return (
    <Card
      title="Side effects"
      aside={
        isOpen ? (
          'not charted yet'
        ) : (
          <StatusMark status="clear" word={adverseEffects === 'none' ? 'none observed' : `${adverseEffects.length} charted`} />
        )
      }
    >
      <DraftNote draft={draft} say={(other) => [other.term, other.other].filter(Boolean).join(', ')} />
      <Form
        sends={entry}
        body={() => ({ entry: { kind: 'adverse-effect' as const, term, onset: onset(), grade: Number(grade), action, outcome } })}
        act="Save side effect"
        kind="second"
        size="chair"
        disabledReason={term && grade && action && outcome ? undefined : 'Fill in effect, grade, action and outcome.'}
        others={
          isOpen && (
            <Button
              kind="second"
              size="chair"
              isPending={entry.isSending}
              onClick={() => entry.send({ entry: { kind: 'no-adverse-effects' } })}
            >
              None observed
            </Button>
          )
        }
      >
        <Choice {...field('term')} label="Effect" options={terms} look="line" />
        <Pairs>
          <TextField {...field('other')} label="Or describe" maxLength={200} />
          <WhenPicker {...field('ago')} name="onset" />
        </Pairs>
        {rows.map(({ key, label, options }) => (
          <Choice key={key} {...field(key)} label={label} options={options} look="line" />
        ))}
      </Form>
    </Card>
  )
}
