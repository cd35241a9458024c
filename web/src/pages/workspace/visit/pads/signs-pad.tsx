import { latestReadings, measures } from '@dripline/clinical'
import { useState } from 'react'
import { useEntry } from '../../../../data/session.ts'
import { Card, Form, MeasureField, sayTime } from '../../../../ui/index.tsx'
import type { Charting } from '../folded.ts'
import { kindOf } from '../kind-of.ts'
import styles from '../visit.module.css'
import { happenedAt, WhenPicker } from './when-picker.tsx'

export const signFields = [
  { key: 'systolic', label: 'Systolic', measure: measures.systolic },
  { key: 'diastolic', label: 'Diastolic', measure: measures.diastolic },
  { key: 'pulse', label: 'Pulse', measure: measures.pulse },
  { key: 'spo2', label: 'SpO₂', measure: measures.spo2 },
  { key: 'resp', label: 'Breaths', measure: measures.resp },
] as const

export type SignTexts = Record<(typeof signFields)[number]['key'], string>
export const noSigns: SignTexts = { systolic: '', diastolic: '', pulse: '', spo2: '', resp: '' }

const orNull = (text: string) => (text.trim() === '' ? null : text)

/** Signs as they were typed; what was left blank was not measured. The server reads them, or says at each what is wrong. */
export const signsOf = (texts: SignTexts) => ({
  systolic: orNull(texts.systolic),
  diastolic: orNull(texts.diastolic),
  pulse: orNull(texts.pulse),
  spo2: orNull(texts.spo2),
  resp: orNull(texts.resp),
})

/** What each field is called when something is wrong with it. */
export const signLabels = Object.fromEntries(
  signFields.flatMap(({ key, label }) => [
    [`entry.${key}`, label],
    [`vitals.${key}`, label],
  ]),
)

/** No figure can follow: three digits, two that no third makes sense after, or the whole of a percentage. */
export const isComplete = (key: keyof SignTexts, text: string): boolean => {
  if (key === 'resp') return false
  if (key === 'spo2') return /^([2-9]\d|100)$/.test(text)
  return /^(\d{3}|[4-9]\d)$/.test(text)
}

/** On to the next field, where somebody types on; Shift Tab goes back. */
function stepFrom(key: keyof SignTexts) {
  const next = signFields[signFields.findIndex((field) => field.key === key) + 1]
  if (next) document.querySelector<HTMLInputElement>(`input[name="entry.${next.key}"]`)?.focus()
}

/** Signs read from the monitor: the last ones stand in the fields as ghosts; Enter charts them. */
export function SignsPad({ visit, session }: Charting) {
  const [texts, setTexts] = useState(noSigns)
  const [ago, setAgo] = useState('0')
  const entry = useEntry(visit.id, () => {
    setTexts(noSigns)
    setAgo('0')
  })
  const latest = latestReadings(session, visit.now)
  const isEmpty = Object.values(texts).every((text) => text.trim() === '')
  const at = latest.systolic?.at
  const type = (key: keyof SignTexts) => (text: string) => {
    setTexts({ ...texts, [key]: text })
    if (text.length > texts[key].length && isComplete(key, text)) stepFrom(key)
  }
  return (
    <Card title="Vital signs" aside={at ? `gray is the last reading, ${sayTime(at, visit.zone)}; it is not saved` : undefined}>
      <Form
        sends={entry}
        body={() => ({ entry: { kind: 'vitals' as const, ...signsOf(texts) }, ...happenedAt(visit.now, ago) })}
        act="Chart these"
        kind={kindOf(visit, 'chart-vitals')}
        size="chair"
        disabledReason={isEmpty ? 'Type what the monitor shows.' : undefined}
        labels={signLabels}
      >
        <div className={styles.signs}>
          {signFields.map(({ key, label, measure }) => (
            <MeasureField
              key={key}
              name={`entry.${key}`}
              label={label}
              measure={measure}
              value={texts[key]}
              onChange={type(key)}
              {...(latest[key] ? { placeholder: String(latest[key].value) } : {})}
            />
          ))}
          <WhenPicker value={ago} onChange={setAgo} />
        </div>
      </Form>
    </Card>
  )
}
