import { type EventBody, latestReadings } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import { useEntry } from '../../../data/session.ts'
import { Act, Card, FormProblems, faultOf, TextField } from '../../../ui/index.tsx'
import { sayTime } from '../../../ui/when.ts'
import type { Open } from './folded.ts'
import styles from './visit.module.css'
import { happenedAt, WhenPicker } from './when-picker.tsx'

export const signFields = [
  { key: 'systolic', label: 'Systolic', unit: 'mmHg' },
  { key: 'diastolic', label: 'Diastolic', unit: 'mmHg' },
  { key: 'pulse', label: 'Pulse', unit: '/min' },
  { key: 'spo2', label: 'SpO₂', unit: '%' },
  { key: 'resp', label: 'Breaths', unit: '/min' },
] as const

export type SignTexts = Record<(typeof signFields)[number]['key'], string>
export const noSigns: SignTexts = { systolic: '', diastolic: '', pulse: '', spo2: '', resp: '' }

/** What was typed, as numbers; what was left out is not measured. Words become NaN, which the server refuses by name. */
export const signsOf = (texts: SignTexts) => {
  const read = (text: string) => (text.trim() === '' ? null : Number(text))
  return {
    systolic: read(texts.systolic),
    diastolic: read(texts.diastolic),
    pulse: read(texts.pulse),
    spo2: read(texts.spo2),
    resp: read(texts.resp),
  }
}

const isFigure = (text: string) => text.trim() === '' || /^\d{1,3}$/.test(text.trim())

/** Signs read from the monitor: the last ones stand in the fields as ghosts; Enter charts them. */
export function SignsPad({ visit, session, isMain }: Open & { isMain: boolean }) {
  const [texts, setTexts] = useState(noSigns)
  const [ago, setAgo] = useState('0')
  const entry = useEntry(visit.id, () => {
    setTexts(noSigns)
    setAgo('0')
  })
  const latest = latestReadings(session, visit.now)
  const isEmpty = Object.values(texts).every((text) => text.trim() === '')
  const isHalf = (texts.systolic.trim() === '') !== (texts.diastolic.trim() === '')
  const wrong = signFields.find(({ key }) => !isFigure(texts[key]))
  const shut = isEmpty
    ? 'Type what the monitor shows.'
    : isHalf
      ? 'A pressure has two numbers.'
      : wrong && `${wrong.label}: whole figures only.`
  const save = (event: FormEvent) => {
    event.preventDefault()
    const signs: EventBody = { kind: 'vitals', ...signsOf(texts) }
    if (!shut) entry.send({ entry: signs, ...happenedAt(visit.now, ago) })
  }
  const at = latest.systolic?.at
  return (
    <Card
      title="Signs"
      aside={at ? `gray is the last reading, ${sayTime(at, visit.zone)}; it is not saved by itself` : undefined}
    >
      <form onSubmit={save} className={styles.signs}>
        <FormProblems problem={entry.problem} />
        {signFields.map(({ key, label, unit }) => (
          <TextField
            key={key}
            name={key}
            label={label}
            unit={unit}
            decimal
            maxLength={3}
            autoComplete="off"
            value={texts[key]}
            onChange={(text) => setTexts({ ...texts, [key]: text })}
            fault={faultOf(entry.problem, `entry.${key}`)}
            {...(latest[key] ? { placeholder: String(latest[key].value) } : {})}
          />
        ))}
        <WhenPicker value={ago} onChange={setAgo} />
        <div className={styles.signsEnd}>
          <Act kind={isMain ? 'main' : 'second'} size="chair" submits isPending={entry.isSending} shut={shut || undefined}>
            Chart these
          </Act>
        </div>
      </form>
    </Card>
  )
}
