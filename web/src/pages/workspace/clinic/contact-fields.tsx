import { SelectField, TextField } from '../../../ui/index.tsx'

/** The numbers and the address that consents and after-care name, and how the clinic writes a date. */
export const ContactFields = ({ kept }: { kept: (name: string) => string }) => (
  <>
    <TextField
      name="phone"
      label="Phone, in clinic hours"
      hint="Consents and after-care name it"
      type="tel"
      autoComplete="tel"
      defaultValue={kept('phone')}
      required
    />
    <TextField
      name="afterHoursPhone"
      label="Phone, out of hours"
      hint="Answered at night, on weekends and on holidays"
      type="tel"
      defaultValue={kept('afterHoursPhone')}
      required
    />
    <TextField
      name="address"
      label="Address"
      hint="Street, city, state and ZIP code"
      autoComplete="street-address"
      defaultValue={kept('address')}
      maxLength={200}
      required
    />
    <SelectField
      name="dateOrder"
      label="Dates are written"
      defaultValue={kept('dateOrder') || 'month first'}
      options={[
        { value: 'month first', label: 'Nov 23, 2026' },
        { value: 'day first', label: '23 Nov 2026' },
      ]}
    />
  </>
)

type CrisisFieldsProps = {
  lines: readonly { label: string; number: string }[]
  kept?: (name: string, otherwise: string) => string
}

/** The numbers that stand at the foot of every patient page. */
export const CrisisFields = ({ lines, kept = (_, number) => number }: CrisisFieldsProps) =>
  lines.map(({ label, number }, i) => (
    <TextField
      key={label}
      name={`crisisLines.${i}.number`}
      label={`${label} The number on every patient page`}
      defaultValue={kept(`crisisLines.${i}.number`, number)}
    />
  ))
