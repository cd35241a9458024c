import { type Measure, readMeasure, sayFault, sentence } from '@dripline/clinical'
import { type ReactNode, useState } from 'react'
import { TextField } from './fields.tsx'

type MeasureFieldProps = {
  measure: Measure
  name: string
  label: ReactNode
  value: string
  onChange: (text: string) => void
  fault?: string | undefined
  hint?: ReactNode
  placeholder?: string
  disabled?: boolean
  /** How the unit is written inside the field, where not as the measure writes it. */
  unit?: string
}

/** What was typed, read: what is wrong with it, and what it was read as when it was not typed so. Blank says nothing. */
export const readTyped = (
  measure: Measure,
  text: string,
): { wrong: string | null; shownBack: string | null; value: string | null } => {
  if (text.trim() === '') return { wrong: null, shownBack: null, value: null }
  const read = readMeasure(measure, text)
  return 'wrong' in read ? { wrong: sentence(sayFault(read.wrong)), shownBack: null, value: null } : { wrong: null, ...read }
}

/** A number with its unit. What was typed stays as it was typed: a comma, pounds or inches are read and shown back, the rest is said. */
export function MeasureField({ measure, fault, hint, unit = measure.unit, ...props }: MeasureFieldProps) {
  const [isLeft, setLeft] = useState(false)
  const { wrong, shownBack } = readTyped(measure, props.value)
  return (
    <TextField
      {...props}
      decimal
      autoComplete="off"
      {...(unit === '' ? {} : { unit })}
      hint={shownBack ? <span role="status">Read as {shownBack}</span> : hint}
      fault={fault ?? (isLeft ? (wrong ?? undefined) : undefined)}
      onLeave={() => setLeft(true)}
    />
  )
}
