import { administrationOf, type EntrySent, type EventOf, type Measure, measures, type SessionEvent } from '@dripline/clinical'
import { useState } from 'react'
import { type Amendment, useAmend } from '../../../../data/session.ts'
import { Button, Form, MeasureField, TextField } from '../../../../ui/index.tsx'
import type { AnyOpen } from '../folded.ts'
import { OwnFields, saidOf, type Typed, typedOf } from '../own/own-fields.tsx'
import { signFields, signLabels, signsOf } from '../pads/signs-pad.tsx'
import styles from '../visit.module.css'

const scoreFields = [
  { key: 'dissociation', label: 'Dissociation', measure: measures.score },
  { key: 'distress', label: 'Distress', measure: measures.score },
  { key: 'pain', label: 'Pain', measure: measures.score },
  { key: 'sedation', label: 'Sedation', measure: measures.sedation },
] as const

type Field = { key: string; label: string; measure?: Measure }

const fieldsOf = ({ kind }: SessionEvent): readonly Field[] => {
  if (kind === 'vitals') return signFields
  if (kind === 'scores') return scoreFields
  return kind === 'note' ? [{ key: 'text', label: 'Note' }] : []
}

const textsOf = (event: SessionEvent): Record<string, string> => {
  const values = new Map<string, unknown>(Object.entries(event))
  return Object.fromEntries(fieldsOf(event).map(({ key }) => [key, String(values.get(key) ?? '')]))
}

const orNull = (text = '') => (text.trim() ? text : null)

function bodyOf(event: SessionEvent, texts: Record<string, string>): EntrySent | null {
  const { systolic = '', diastolic = '', pulse = '', spo2 = '', resp = '', text = '' } = texts
  if (event.kind === 'vitals') return { kind: 'vitals', ...signsOf({ systolic, diastolic, pulse, spo2, resp }) }
  if (event.kind === 'note') return { kind: 'note', text: text.trim(), ...(event.about !== undefined && { about: event.about }) }
  if (event.kind !== 'scores') return null
  const { dissociation, distress, pain, sedation } = texts
  return {
    kind: 'scores',
    dissociation: orNull(dissociation),
    distress: orNull(distress),
    pain: orNull(pain),
    sedation: orNull(sedation),
  }
}

const labels = {
  ...signLabels,
  ...Object.fromEntries(scoreFields.map(({ key, label }) => [`entry.${key}`, label])),
  reason: 'Why',
}
const STRIKE = 'Strike as entered in error'

type AmendProps = AnyOpen & { event: SessionEvent; onDone: () => void }

/** Another wording with a reason, or a strike with a reason. The old one stays readable. */
export const Amend = ({ event, ...props }: AmendProps) =>
  event.kind === 'act' ? <AmendAct {...props} event={event} /> : <AmendEntry {...props} event={event} />

/** An act says again all that its form asks for. */
function AmendAct({ visit, session, event, onDone }: AmendProps & { event: EventOf<'act'> }) {
  const { act, title } = event
  const fields = administrationOf(session.gives.by)?.acts[act]?.fields ?? {}
  const [typed, setTyped] = useState<Typed>(() => typedOf(event.said))
  const [reason, setReason] = useState('')
  const amend = useAmend(visit.id, onDone)
  const missing = reason.trim() ? undefined : 'Say why first.'
  const said = (entry: Amendment['entry']) => ({ eventId: event.amends?.eventId ?? event.id, reason: reason.trim(), entry })
  return (
    <Form
      scope={`amend ${act}`}
      sends={amend}
      body={() => (missing ? null : said({ kind: 'act', act, title, said: saidOf(fields, typed) }))}
      act="Save correction"
      kind="second"
      disabledReason={missing}
      labels={{ reason: 'Why' }}
      others={
        <Button kind="second" isPending={amend.isSending} disabledReason={missing && true} onClick={() => amend.send(said(null))}>
          {STRIKE}
        </Button>
      }
    >
      <OwnFields fields={fields} typed={typed} onChange={setTyped} />
      <TextField name="amend-reason" label="Why" value={reason} onChange={setReason} maxLength={400} />
    </Form>
  )
}

function AmendEntry({ visit, event, onDone }: AmendProps) {
  const [texts, setTexts] = useState(() => textsOf(event))
  const [reason, setReason] = useState('')
  const amend = useAmend(visit.id, onDone)
  const fields = fieldsOf(event)
  const hasFields = fields.length > 0
  const missing = reason.trim() ? undefined : 'Say why first.'
  const said = (entry: EntrySent | null) => ({ eventId: event.amends?.eventId ?? event.id, reason: reason.trim(), entry })
  return (
    <Form
      sends={amend}
      body={() => (missing ? null : said(bodyOf(event, texts)))}
      act={hasFields ? 'Save correction' : STRIKE}
      kind="second"
      disabledReason={missing}
      labels={labels}
      others={
        hasFields && (
          <Button
            kind="second"
            isPending={amend.isSending}
            disabledReason={missing && true}
            onClick={() => amend.send(said(null))}
          >
            {STRIKE}
          </Button>
        )
      }
    >
      <div className={styles.signs}>
        {fields.map(({ key, label, measure }) => {
          const value = texts[key] ?? ''
          const field = { name: `entry.${key}`, label, value, onChange: (text: string) => setTexts({ ...texts, [key]: text }) }
          return measure ? <MeasureField key={key} measure={measure} {...field} /> : <TextField key={key} {...field} />
        })}
        <TextField name="amend-reason" label="Why" value={reason} onChange={setReason} maxLength={400} />
      </div>
    </Form>
  )
}
