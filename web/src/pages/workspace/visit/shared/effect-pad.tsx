import { useDraft } from '../../../../data/draft.ts'
import { useEntry } from '../../../../data/session.ts'
import { Button, Card, Choice, DraftNote, FormProblems, Row, Stack, StatusMark, TextField } from '../../../../ui/index.tsx'
import styles from '../visit.module.css'
import type { Open } from './folded.ts'
import { WhenPicker } from './when-picker.tsx'

const terms = ['Nausea', 'Vomiting', 'Dizziness', 'Headache', 'Anxiety', 'Hallucination', 'Drowsiness', 'Double vision']
const actions = ['None needed', 'Observed', 'Rate lowered', 'Paused', 'Stopped', 'Medication given']
const outcomes = ['Resolved', 'Better', 'Ongoing', 'Worse']
const grades = [
  { value: '1', label: '1', note: 'mild' },
  { value: '2', label: '2', note: 'moderate' },
  { value: '3', label: '3', note: 'severe' },
  { value: '4', label: '4', note: 'life-threatening' },
  { value: '5', label: '5', note: 'death' },
]
const options = (all: readonly string[]) => all.map((value) => ({ value, label: value }))
const empty = { term: '', other: '', ago: '0', grade: '', action: '', outcome: '' }

/** What was it, since when, how bad, what was done, how did it end. "None observed" is an answer, in one tap. */
export function EffectPad({ visit, session }: Open) {
  const draft = useDraft(`side effect ${visit.id}`, empty)
  const { value: said, set: setSaid } = draft
  const entry = useEntry(visit.id, draft.clear)
  const set = (key: keyof typeof empty) => (value: string) => setSaid({ ...said, [key]: value })
  const term = said.other.trim() || said.term
  const isWhole = term && said.grade && said.action && said.outcome
  const save = () => {
    const onset = new Date(Date.parse(visit.now) - Number(said.ago) * 60_000).toISOString()
    const { grade, action, outcome } = said
    entry.send({ entry: { kind: 'adverse-effect', term, onset, grade: Number(grade), action, outcome } })
  }
  const { adverseEffects } = session
  return (
    <Card
      title="Side effects"
      aside={
        adverseEffects === 'not answered' ? (
          'not charted yet'
        ) : (
          <StatusMark status="clear" word={adverseEffects === 'none' ? 'none observed' : `${adverseEffects.length} charted`} />
        )
      }
    >
      <Stack>
        <DraftNote draft={draft} say={(other) => [other.term, other.other].filter(Boolean).join(', ')} />
        <FormProblems problem={entry.problem} />
        {adverseEffects === 'not answered' && (
          <Row>
            <Button
              kind="second"
              size="chair"
              isPending={entry.isSending}
              onClick={() => entry.send({ entry: { kind: 'no-adverse-effects' } })}
            >
              None observed
            </Button>
            <span className={styles.quiet}>or what you saw:</span>
          </Row>
        )}
        <Choice name="term" label="Effect" value={said.term} onChange={set('term')} options={options(terms)} look="line" />
        <div className={styles.pair}>
          <TextField name="other" label="Or describe" value={said.other} onChange={set('other')} maxLength={200} />
          <WhenPicker name="onset" value={said.ago} onChange={set('ago')} />
        </div>
        <Choice name="grade" label="Grade" value={said.grade} onChange={set('grade')} options={grades} look="line" />
        <Choice
          name="action"
          label="Action"
          value={said.action}
          onChange={set('action')}
          options={options(actions)}
          look="line"
        />
        <Choice
          name="outcome"
          label="Now"
          value={said.outcome}
          onChange={set('outcome')}
          options={options(outcomes)}
          look="line"
        />
        <Row>
          <Button
            kind="second"
            size="chair"
            isPending={entry.isSending}
            disabledReason={isWhole ? undefined : 'Fill in effect, grade, action and outcome.'}
            onClick={save}
          >
            Save side effect
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
