import { usStates, usZones } from '@dripline/clinical'
import { useChangeClinic } from '../../../data/closing.ts'
import type { ClinicData, ClinicTerms } from '../../../data/people.ts'
import { Card, Form, Pairs, SelectField, Stack, TextField, type Typed } from '../../../ui/index.tsx'
import { ContactFields, CrisisFields } from './contact-fields.tsx'
import { HourFields, timeIn } from './hour-fields.tsx'
import { StateTicks } from './state-ticks.tsx'
import { Touched } from './touched.tsx'

type Clinic = ClinicData['clinic']

const zones = Object.entries(usZones).map(([value, label]) => ({ value, label }))

/** Name, zone, states, hours, phone numbers, address and crisis lines. */
export function Settings({ clinic }: { clinic: Clinic }) {
  const change = useChangeClinic()
  const hours: Record<string, readonly (readonly [string, string])[] | undefined> = clinic.hours
  const kept = (name: string) => {
    const [, day = '', end] = name.split('.')
    const [from = '', to = ''] = hours[day]?.[0] ?? []
    return end === 'from' ? from : to
  }
  return (
    <Card title="The clinic">
      <Stack>
        <Form
          draft="clinic settings"
          sends={change}
          body={(typed) => termsIn(typed, clinic)}
          problem={change.bookings.length === 0 ? change.problem : null}
          act="Save the settings"
          kind="second"
          saved="Saved."
        >
          <Pairs>
            <TextField name="name" label="Name, as patients see it" defaultValue={clinic.name} />
            <SelectField name="zone" label="Time zone" defaultValue={clinic.zone} options={zonesWith(clinic.zone)} />
            <ContactFields kept={(name) => contactOf(clinic, name)} />
            <CrisisFields lines={clinic.crisisLines} />
          </Pairs>
          <StateTicks states={usStates} chosen={clinic.states} />
          <h3>Hours, clinic time; a day left empty is closed</h3>
          <HourFields kept={kept} />
        </Form>
        <Touched settling={change} what="Save the settings" />
      </Stack>
    </Card>
  )
}

const contactOf = ({ phone, afterHoursPhone, address, dateOrder }: Clinic, name: string) =>
  new Map(Object.entries({ phone, afterHoursPhone, address, dateOrder })).get(name) ?? ''

const zonesWith = (zone: string) => (zone in usZones ? zones : [...zones, { value: zone, label: zone }])

// A day keeps its second and third stretch; this form shows the first.
const termsIn = ({ text, all }: Typed, clinic: Clinic): ClinicTerms => {
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
    states: all('states'),
    hours,
    crisisLines: clinic.crisisLines.map((line, i) => ({ ...line, number: text(`crisisLines.${i}.number`) })),
    phone: text('phone'),
    afterHoursPhone: text('afterHoursPhone'),
    address: text('address'),
    dateOrder: text('dateOrder') === 'day first' ? 'day first' : 'month first',
  }
}
