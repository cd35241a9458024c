import { usStates, usZones } from '@dripline/clinical'
import type { FormEvent } from 'react'
import { useChangeClinic } from '../../../data/closing.ts'
import type { ClinicData, ClinicTerms } from '../../../data/people.ts'
import {
  Button,
  Card,
  FormDraft,
  FormProblems,
  faultOf,
  Row,
  SelectField,
  Stack,
  TextField,
  useFormDraft,
} from '../../../ui/index.tsx'
import styles from './clinic-fields.module.css'
import { ContactFields, contactLabels } from './contact-fields.tsx'
import { HourFields, timeIn, weekdayLabels } from './hour-fields.tsx'
import { StateBoxes } from './state-boxes.tsx'
import { Touched } from './touched.tsx'

type Clinic = ClinicData['clinic']

const zones = Object.entries(usZones).map(([value, label]) => ({ value, label }))

/** Name, zone, states, hours, phone numbers, address and crisis lines. */
export function Settings({ clinic }: { clinic: Clinic }) {
  const change = useChangeClinic()
  const draft = useFormDraft('clinic settings')
  const { problem } = change
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void change.begin(termsIn(new FormData(event.currentTarget), clinic))
  }
  const hours: Record<string, readonly (readonly [string, string])[] | undefined> = clinic.hours
  const kept = (name: string) => {
    const [, day = '', end] = name.split('.')
    const [from = '', to = ''] = hours[day]?.[0] ?? []
    return end === 'from' ? from : to
  }
  const hourFault = (day: string) => problem?.faults.find(({ field }) => field.startsWith(day))?.expected
  return (
    <Card title="The clinic">
      <form onSubmit={send} noValidate>
        <Stack>
          <FormDraft draft={draft} isSaved={change.became !== null} />
          {change.bookings.length === 0 && <FormProblems problem={problem} labels={labels} />}
          <div className={styles.pair}>
            <TextField name="name" label="Name, as patients see it" defaultValue={clinic.name} fault={faultOf(problem, 'name')} />
            <SelectField
              name="zone"
              label="Time zone"
              defaultValue={clinic.zone}
              options={zonesWith(clinic.zone)}
              fault={faultOf(problem, 'zone')}
            />
            <ContactFields kept={(name) => contactOf(clinic, name)} problem={problem} />
            {clinic.crisisLines.map(({ label, number }, i) => (
              <TextField
                key={label}
                name={`crisisLines.${i}.number`}
                label={`${label} The number on every patient page`}
                defaultValue={number}
                fault={faultOf(problem, `crisisLines.${i}.number`)}
              />
            ))}
          </div>
          <StateBoxes
            name="states"
            label="States where your clinicians are licensed"
            hint="Calls are offered only to people there."
            states={usStates}
            chosen={clinic.states}
            fault={faultOf(problem, 'states')}
          />
          <h3>Hours, clinic time; a day left empty is closed</h3>
          <HourFields kept={kept} faultOf={hourFault} />
          <Row>
            <Button submits kind="second" isPending={change.isSending}>
              Save the settings
            </Button>
            {change.became && <span role="status">Saved.</span>}
          </Row>
        </Stack>
      </form>
      <Touched settling={change} what="Save the settings" />
    </Card>
  )
}

const labels = { name: 'Name', zone: 'Time zone', states: 'States', ...contactLabels, ...weekdayLabels }

const contactOf = ({ phone, afterHoursPhone, address, dateOrder }: Clinic, name: string) =>
  new Map(Object.entries({ phone, afterHoursPhone, address, dateOrder })).get(name) ?? ''

const zonesWith = (zone: string) => (zone in usZones ? zones : [...zones, { value: zone, label: zone }])

// A day keeps its second and third stretch; this form shows the first.
const termsIn = (form: FormData, clinic: Clinic): ClinicTerms => {
  const text = (name: string) => String(form.get(name) ?? '')
  const before: Record<string, readonly (readonly [string, string])[] | undefined> = clinic.hours
  const hours = Object.fromEntries(
    ['1', '2', '3', '4', '5', '6', '7'].flatMap((day) => {
      const [from, to] = [timeIn(text(`hours.${day}.from`), 'from'), timeIn(text(`hours.${day}.to`), 'to')]
      const rest = (before[day] ?? []).slice(1).map(([a, b]): [string, string] => [a, b])
      const first: [string, string] = [from, to]
      return from === '' && to === '' ? [] : [[day, [first, ...rest]]]
    }),
  )
  return {
    name: text('name'),
    zone: text('zone'),
    states: form.getAll('states').map(String),
    hours,
    crisisLines: clinic.crisisLines.map((line, i) => ({ ...line, number: text(`crisisLines.${i}.number`) })),
    phone: text('phone'),
    afterHoursPhone: text('afterHoursPhone'),
    address: text('address'),
    dateOrder: text('dateOrder') === 'day first' ? 'day first' : 'month first',
  }
}
