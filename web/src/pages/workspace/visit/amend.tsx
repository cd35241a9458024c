import type { EventBody, SessionEvent } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import { useAmend } from '../../../data/session.ts'
import { Act, FormProblems, Row, Stack, TextField } from '../../../ui/index.tsx'
import type { Open } from './folded.ts'
import { signFields, signsOf } from './signs-pad.tsx'
import styles from './visit.module.css'

const scoreFields = [
  { key: 'dissociation', label: 'Dissociation' },
  { key: 'distress', label: 'Distress' },
  { key: 'pain', label: 'Pain' },
  { key: 'sedation', label: 'Sedation' },
] as const

type Field = { key: string; label: string; unit?: string }

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

const number = (text: string | undefined) => (text?.trim() ? Number(text) : null)

function bodyOf(event: SessionEvent, texts: Record<string, string>): EventBody | null {
  const { systolic = '', diastolic = '', pulse = '', spo2 = '', resp = '', text = '' } = texts
  if (event.kind === 'vitals') return { kind: 'vitals', ...signsOf({ systolic, diastolic, pulse, spo2, resp }) }
  if (event.kind === 'note') return { kind: 'note', text: text.trim(), ...(event.about !== undefined && { about: event.about }) }
  if (event.kind !== 'scores') return null
  const [dissociation, distress, pain, sedation] = scoreFields.map(({ key }) => number(texts[key]))
  return {
    kind: 'scores',
    dissociation: dissociation ?? null,
    distress: distress ?? null,
    pain: pain ?? null,
    sedation: sedation ?? null,
  }
}

/** Another wording with a reason, or a strike with a reason. The old one stays readable. */
export function Amend({ visit, event, onDone }: Open & { event: SessionEvent; onDone: () => void }) {
  const [texts, setTexts] = useState(() => textsOf(event))
  const [reason, setReason] = useState('')
  const amend = useAmend(visit.id, onDone)
  const fields = fieldsOf(event)
  const root = event.amends?.eventId ?? event.id
  const shut = reason.trim() ? undefined : 'Say why first.'
  const correct = (submitted: FormEvent) => {
    submitted.preventDefault()
    if (!shut && fields.length > 0) amend.send({ eventId: root, reason: reason.trim(), entry: bodyOf(event, texts) })
  }
  return (
    <form onSubmit={correct}>
      <Stack>
        <FormProblems problem={amend.problem} />
        <div className={styles.signs}>
          {fields.map(({ key, label, unit }) => (
            <TextField
              key={key}
              name={`amend-${key}`}
              label={label}
              {...(unit ? { unit } : {})}
              value={texts[key] ?? ''}
              onChange={(text) => setTexts({ ...texts, [key]: text })}
            />
          ))}
          <TextField name="amend-reason" label="Why" value={reason} onChange={setReason} maxLength={400} />
        </div>
        <Row>
          {fields.length > 0 && (
            <Act kind="second" submits isPending={amend.isSending} shut={shut}>
              Save beside the old
            </Act>
          )}
          <Act
            kind="second"
            isPending={amend.isSending}
            shut={fields.length > 0 ? (shut ? true : undefined) : shut}
            onAct={() => amend.send({ eventId: root, reason: reason.trim(), entry: null })}
          >
            Strike: it was never so
          </Act>
        </Row>
      </Stack>
    </form>
  )
}
