import { sayFault, sentence } from '@dripline/clinical'
import { Fragment, use } from 'react'
import { useFieldId } from '../../../ui/field-id.tsx'
import { Fault, ProblemContext } from '../../../ui/fields.tsx'
import styles from './clinic-fields.module.css'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** What each day's fault is called in a list of faults. */
export const weekdayLabels = Object.fromEntries(weekdays.map((day, i) => [`hours.${i + 1}`, day]))

/** One stretch of hours a weekday, on the 24-hour clock; `kept` is what stands in `hours.<weekday>.from` or `.to`, empty is closed. */
export function HourFields({ kept }: { kept: (name: string) => string }) {
  const fieldId = useFieldId()
  const problem = use(ProblemContext)
  return (
    <div className={styles.hours}>
      {weekdays.map((day, i) => {
        const name = `hours.${i + 1}`
        const fault = problem?.faults.find(({ field }) => field.startsWith(name))
        const input = (end: 'from' | 'to') => ({
          className: styles.time,
          name: `${name}.${end}`,
          defaultValue: kept(`${name}.${end}`),
          inputMode: 'numeric' as const,
          maxLength: 5,
          placeholder: 'closed',
          'aria-invalid': fault !== undefined,
          'aria-label': `${day}, ${end === 'from' ? 'opens' : 'closes'} at`,
        })
        return (
          <Fragment key={day}>
            <span>{day}</span>
            <input id={fieldId(name)} {...input('from')} />
            <span>to</span>
            <input {...input('to')} />
            <Fault id={fieldId(name)} fault={fault && sentence(sayFault(fault))} />
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
