import { type EntrySent, type Measure, measures, type SessionEvent } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import { useAmend } from '../../../../data/session.ts'
import { Button, FormProblems, faultOf, MeasureField, Row, Stack, TextField } from '../../../../ui/index.tsx'
import styles from '../visit.module.css'
import type { Open } from './folded.ts'
import { signFields, signLabels, signsOf } from './signs-pad.tsx'

const scoreFields = [
  { key: 'dissociation', label: 'Dissociation', measure: measures.score },
  { key: 'distress', label: 'Distress', measure: measures.score },
  { key: 'pain', label: 'Pain', measure: measures.score },
  { key: 'sedation', label: 'Sedation', measure: measures.sedation },
] as const

type Field = { key: string; label: string; measure?: Measure }

const fieldsOf = (event: SessionEvent): readonly Field[] => {
  if (event.kind === 'vitals') return signFields
  if (event.kind === 'scores') return scoreFields
  return event.kind === 'note' ? [{ key: 'text', label: 'Note' }] : []
}

const textsOf = (event: SessionEvent): Record<string, string> =>
  Object.fromEntries(
    fieldsOf(event).map(({ key }) => {
      const value: unknown = (event as unknown as Record<string, unknown>)[key]
      return [key, value === null || value === undefined ? '' : String(value)]
    }),
  )

const orNull = (text: string | undefined) => (text?.trim() ? text : null)

function bodyOf(event: SessionEvent, texts: Record<string, string>): EntrySent | null {
  const { systolic = '', diastolic = '', pulse = '', spo2 = '', resp = '', text = '' } = texts
  if (event.kind === 'vitals') return { kind: 'vitals', ...signsOf({ systolic, diastolic, pulse, spo2, resp }) }
  if (event.kind === 'note') return { kind: 'note', text: text.trim(), ...(event.about !== undefined && { about: event.about }) }
  if (event.kind !== 'scores') return null
  const [dissociation, distress, pain, sedation] = scoreFields.map(({ key }) => orNull(texts[key]))
  return {
    kind: 'scores',
    dissociation: dissociation ?? null,
    distress: distress ?? null,
    pain: pain ?? null,
    sedation: sedation ?? null,
  }
}

const labels = {
  ...signLabels,
  ...Object.fromEntries(scoreFields.map(({ key, label }) => [`entry.${key}`, label])),
  reason: 'Why',
}

/** Another wording with a reason, or a strike with a reason. The old one stays readable. */
export function Amend({ visit, event, onDone }: Open & { event: SessionEvent; onDone: () => void }) {
  const [texts, setTexts] = useState(() => textsOf(event))
  const [reason, setReason] = useState('')
  const amend = useAmend(visit.id, onDone)
  const fields = fieldsOf(event)
  const root = event.amends?.eventId ?? event.id
  const disabledReason = reason.trim() ? undefined : 'Say why first.'
  const correct = (submitted: FormEvent) => {
    submitted.preventDefault()
    if (!disabledReason && fields.length > 0) amend.send({ eventId: root, reason: reason.trim(), entry: bodyOf(event, texts) })
  }
  return (
    <form onSubmit={correct}>
      <Stack>
        <FormProblems problem={amend.problem} labels={labels} />
        <div className={styles.signs}>
          {fields.map(({ key, label, measure }) => {
            const field = {
              name: `entry.${key}`,
              label,
              value: texts[key] ?? '',
              onChange: (text: string) => setTexts({ ...texts, [key]: text }),
              fault: faultOf(amend.problem, `entry.${key}`),
            }
            return measure ? <MeasureField key={key} measure={measure} {...field} /> : <TextField key={key} {...field} />
          })}
          <TextField name="amend-reason" label="Why" value={reason} onChange={setReason} maxLength={400} />
        </div>
        <Row>
          {fields.length > 0 && (
            <Button kind="second" submits isPending={amend.isSending} disabledReason={disabledReason}>
              Save correction
            </Button>
          )}
          <Button
            kind="second"
            isPending={amend.isSending}
            disabledReason={fields.length > 0 ? (disabledReason ? true : undefined) : disabledReason}
            onClick={() => amend.send({ eventId: root, reason: reason.trim(), entry: null })}
          >
            Strike as entered in error
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
