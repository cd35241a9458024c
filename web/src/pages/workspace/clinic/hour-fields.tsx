import { Fragment } from 'react'
import { useFieldId } from '../../../ui/field-id.tsx'
import styles from './clinic-fields.module.css'

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** What each day's fault is called in a list of faults. */
export const weekdayLabels = Object.fromEntries(weekdays.map((day, i) => [`hours.${i + 1}`, day]))

type HourFieldsProps = {
  /** What stands in a field named `hours.<weekday>.from` or `.to`; empty is closed. */
  kept: (name: string) => string
  faultOf: (weekday: string) => string | undefined
}

/** One stretch of hours a weekday, on the 24-hour clock; a day without hours is closed. */
export function HourFields({ kept, faultOf }: HourFieldsProps) {
  const fieldId = useFieldId()
  return (
    <div className={styles.hours}>
      {weekdays.map((day, i) => {
        const field = `hours.${i + 1}`
        const fault = faultOf(field)
        const input = (end: 'from' | 'to') => ({
          className: styles.time,
          name: `${field}.${end}`,
          defaultValue: kept(`${field}.${end}`),
          inputMode: 'numeric' as const,
          maxLength: 5,
          placeholder: 'closed',
          'aria-invalid': fault !== undefined,
          'aria-label': `${day}, ${end === 'from' ? 'opens' : 'closes'} at`,
        })
        return (
          <Fragment key={day}>
            <span>{day}</span>
            <input id={fieldId(field)} {...input('from')} />
            <span>to</span>
            <input {...input('to')} />
            {fault && <p className={styles.fault}>{fault}</p>}
          </Fragment>
        )
      })}
    </div>
  )
}

/** A time as people type it, as we keep it: 8:00 is 08:00, and a day ends at 24:00. */
export const timeIn = (text: string, end: 'from' | 'to') => {
  const padded = text.trim().replace(/^(\d):/, '0$1:')
  return end === 'to' && padded === '00:00' ? '24:00' : padded
}
