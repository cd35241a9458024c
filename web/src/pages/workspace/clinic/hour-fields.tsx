import { Fragment } from 'react'
import { Heard, TextField } from '../../../ui/index.tsx'
import styles from './clinic-fields.module.css'

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

type HourFieldsProps = {
  /** What stands in a field named `hours.<weekday>.from` or `.to`; empty is closed. */
  kept: (name: string) => string
  faultOf: (weekday: string) => string | undefined
}

/** One stretch of hours a weekday; a day without hours is closed. */
export const HourFields = ({ kept, faultOf }: HourFieldsProps) => (
  <div className={styles.hours}>
    {weekdays.map((day, i) => {
      const [from, to] = [`hours.${i + 1}.from`, `hours.${i + 1}.to`]
      const fault = faultOf(`hours.${i + 1}`)
      return (
        <Fragment key={day}>
          <span>{day}</span>
          <TextField name={from} type="time" label={<Heard>{day}, opens at</Heard>} defaultValue={kept(from)} fault={fault} />
          <span>to</span>
          <TextField name={to} type="time" label={<Heard>{day}, closes at</Heard>} defaultValue={kept(to)} />
        </Fragment>
      )
    })}
  </div>
)
