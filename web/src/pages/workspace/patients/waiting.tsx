import type { PartOfDay, WaitingService } from '@dripline/clinical'
import { useParams } from '@tanstack/react-router'
import { useAddToList, useTakeOff, useWaitingOf, type WaitingOf } from '../../../data/waiting-desk.ts'
import {
  Button,
  Card,
  Choice,
  Columns,
  Form,
  FormProblems,
  Line,
  Lines,
  PatientHeader,
  SelectField,
  Stack,
  Time,
} from '../../../ui/index.tsx'

export const page = {
  path: '/patients/:patientId/waiting',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Waiting list',
  place: 'Patients',
  skeleton: 'form',
} as const

/** What a patient waits for: a free time is offered to them by email, and the first to accept has it. */
export default function PatientWaiting() {
  const { patientId = '' } = useParams({ strict: false })
  const waiting = useWaitingOf(patientId)
  return (
    <div>
      <PatientHeader patientId={patientId} />
      <Columns kind="side">
        <Standing {...waiting} />
        <Card title="Add to the waiting list">
          <AddForm {...waiting} />
        </Card>
      </Columns>
    </div>
  )
}

const services: Readonly<Record<WaitingService, string>> = { call: 'Call', evaluation: 'Evaluation', infusion: 'Infusion visit' }
const parts: readonly { value: PartOfDay; label: string }[] = [
  { value: 'any', label: 'All day' },
  { value: 'morning', label: 'Mornings' },
  { value: 'afternoon', label: 'Afternoons' },
  { value: 'evening', label: 'Evenings' },
]
const notices = [60, 180, 1440, 2880]
const lookFor = [7, 14, 28]
const MINUTES_AN_HOUR = 60

function Standing({ rows }: WaitingOf) {
  return (
    <Card title="Waiting for" note={rows.length === 0 ? 'nothing' : undefined}>
      <Lines>
        {rows.map((row) => (
          <Line
            key={row.waitingId}
            aside={<TakeOff waitingId={row.waitingId} />}
            note={
              <>
                until <Time at={row.until} form="full day and time" />
              </>
            }
          >
            {services[row.service]}
            {row.place === 'phone' && ' by phone'}
            {row.offered && (
              <>
                , offered <Time at={row.offered.start} form="day and time" />
              </>
            )}
          </Line>
        ))}
      </Lines>
    </Card>
  )
}

function TakeOff({ waitingId }: { waitingId: string }) {
  const off = useTakeOff(waitingId)
  return (
    <Stack>
      <Button kind="second" isPending={off.isSending} onClick={() => off.send({})}>
        Take off the list
      </Button>
      <FormProblems problem={off.problem} advice="Nothing was changed." />
    </Stack>
  )
}

function AddForm({ personId, orders }: WaitingOf) {
  const visits = orders.map(({ orderId, number, of }) => ({
    value: `infusion ${orderId}`,
    label: `Canceled infusion visit, session ${number} of ${of}`,
  }))
  const options = [
    { value: 'evaluation clinic', label: 'Evaluation, at the clinic' },
    { value: 'evaluation phone', label: 'Evaluation, by phone' },
    { value: 'call', label: 'Call' },
    ...visits,
  ]
  const partOf = (said: string): PartOfDay => parts.find(({ value }) => value === said)?.value ?? 'any'
  return (
    <Form
      scope={personId}
      sends={useAddToList(personId)}
      body={({ text }) => ({
        ...whatOf(text('what')),
        part: partOf(text('part')),
        noticeMinutes: Number(text('notice')),
        days: Number(text('days')),
        weekdays: [],
      })}
      act="Add and tell"
    >
      <Choice name="what" label="What for?" options={options} />
      <SelectField name="part" label="Time of day" defaultValue="any" options={parts} />
      <SelectField
        name="notice"
        label="Notice needed"
        defaultValue={String(notices[0])}
        options={notices.map((each) => ({ value: String(each), label: `${each / MINUTES_AN_HOUR} h` }))}
      />
      <SelectField
        name="days"
        label="Look for"
        defaultValue={String(lookFor[1])}
        options={lookFor.map((each) => ({ value: String(each), label: `${each} days` }))}
      />
    </Form>
  )
}

const whatOf = (said: string): { service: WaitingService; place?: 'clinic' | 'phone'; orderId?: string } => {
  const [service, which = ''] = said.split(' ')
  if (service === 'infusion') return { service, orderId: which }
  if (service === 'evaluation') return { service, place: which === 'phone' ? 'phone' : 'clinic' }
  return { service: 'call' }
}
