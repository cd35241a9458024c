import type { ProblemError } from '../../../data/api.ts'
import { faultOf, SelectField, TextField } from '../../../ui/index.tsx'

export const contactLabels = {
  phone: 'Phone, in clinic hours',
  afterHoursPhone: 'Phone, out of hours',
  address: 'Address',
  dateOrder: 'Dates are written',
} as const

type ContactFieldsProps = { kept: (name: string) => string; problem: ProblemError | null }

/** The numbers and the address that consents and after-care name, and how the clinic writes a date. */
export const ContactFields = ({ kept, problem }: ContactFieldsProps) => (
  <>
    <TextField
      name="phone"
      label={contactLabels.phone}
      hint="Consents and after-care name it"
      type="tel"
      autoComplete="tel"
      defaultValue={kept('phone')}
      fault={faultOf(problem, 'phone')}
      required
    />
    <TextField
      name="afterHoursPhone"
      label={contactLabels.afterHoursPhone}
      hint="Answered at night, on weekends and on holidays"
      type="tel"
      defaultValue={kept('afterHoursPhone')}
      fault={faultOf(problem, 'afterHoursPhone')}
      required
    />
    <TextField
      name="address"
      label={contactLabels.address}
      hint="Street, city, state and ZIP code"
      autoComplete="street-address"
      defaultValue={kept('address')}
      fault={faultOf(problem, 'address')}
      maxLength={200}
      required
    />
    <SelectField
      name="dateOrder"
      label={contactLabels.dateOrder}
      defaultValue={kept('dateOrder') || 'month first'}
      options={[
        { value: 'month first', label: 'Nov 23, 2026' },
        { value: 'day first', label: '23 Nov 2026' },
      ]}
    />
  </>
)
