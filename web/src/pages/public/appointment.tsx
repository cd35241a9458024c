import type { Slot } from '@dripline/clinical'
import { useState } from 'react'
import { usePageData } from '../../data/page-data.ts'
import { type AppointmentData, useRefusal } from '../../data/visitor.ts'
import { Button, Card, Choice, FormProblems, faultOf, Link, Page } from '../../ui/index.tsx'
import styles from './book.module.css'
import { saySlot, TimePicker } from './time-picker.tsx'

export const page = {
  path: '/l/:secret/appointment',
  for: 'link',
  mood: 'paper',
  title: 'Your appointment',
  script: true,
} as const

const whatOf = ({ kind }: AppointmentData['appointment']) =>
  ({ call: 'call', evaluation: 'appointment', infusion: 'visit' })[kind]

const leadOf = ({ appointment, canChange }: AppointmentData) => {
  const { kind, place } = appointment
  if (kind === 'infusion') return 'To change the day or the time, please call us: your visits belong together.'
  if (!canChange) return 'Its time has come or passed.'
  if (kind === 'call') return 'We will phone you. It takes about fifteen minutes, and it is free.'
  return place === 'phone' ? 'We will phone you.' : 'Please come to the clinic.'
}

/** What is booked, and the way to move it or cancel it. */
export default function Appointment() {
  const data = usePageData<AppointmentData>()
  const { appointment, canChange, wantsMove, wantsCancel, frame } = data
  const what = whatOf(appointment)
  const isOnPhone = appointment.kind === 'call' || appointment.place === 'phone'
  if (appointment.state === 'cancelled') return <Canceled what={what} />
  if (wantsMove) return <Move {...data} />
  if (wantsCancel) return <Cancel {...data} />
  return (
    <Page title={appointment.state === 'booked' ? `Your ${what} is booked` : `Your ${what}`} lead={leadOf(data)} width="text">
      <Card>
        <p className={styles.when}>{saySlot(appointment, appointment.zone)}</p>
        {isOnPhone && <p>We call you at {appointment.phone}.</p>}
      </Card>
      {canChange && (
        <div className={styles.acts}>
          <Button href={`${frame.path}.ics`}>Add to your calendar</Button>
          <Button kind="second" href="?act=move">
            Move
          </Button>
          <Button kind="second" href="?act=cancel">
            Cancel
          </Button>
        </div>
      )}
      {appointment.kind === 'infusion' && appointment.state === 'booked' && (
        <div className={styles.acts}>
          <Button href={`${frame.path}.ics`}>Add to your calendar</Button>
        </div>
      )}
      {!canChange && appointment.kind === 'call' && (
        <p>
          Did we miss each other? You can <Link href="/book">book another call</Link>.
        </p>
      )}
    </Page>
  )
}

function Move({ appointment, days, day, idempotencyKey, frame }: AppointmentData & { frame: { path: string } }) {
  const problem = useRefusal()
  const [slot, setSlot] = useState<Slot | null>(null)
  const { zone } = appointment
  const fault = problem?.code === 'slot-taken' ? 'Someone has just taken that time. These are free.' : faultOf(problem, 'start')
  return (
    <Page
      title={`Move your ${whatOf(appointment)}`}
      lead={`Now: ${saySlot(appointment, zone)}. You keep it until you choose another.`}
      width="text"
    >
      <form method="post" action={frame.path} className={styles.form}>
        <FormProblems problem={problem} labels={{ start: 'When' }} />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <input type="hidden" name="act" value="move" />
        <TimePicker
          days={days}
          zone={zone}
          day={day}
          hrefOf={(date) => `?act=move&day=${date}`}
          start={null}
          onStart={setSlot}
          fault={fault}
        />
        <label className={styles.keep}>
          <input type="radio" name="start" value="keep" /> Leave it where it is
        </label>
        <div className={styles.summary}>
          <p>
            <b>{slot ? saySlot(slot, zone) : 'The time you choose'}</b>
          </p>
          <Button submits size="wide">
            Send
          </Button>
        </div>
      </form>
      <p>
        <Link href={frame.path}>Leave it where it is</Link>
      </p>
    </Page>
  )
}

function Cancel({ appointment, idempotencyKey, frame }: AppointmentData & { frame: { path: string } }) {
  const problem = useRefusal()
  const what = whatOf(appointment)
  return (
    <Page title={`Cancel your ${what}?`} lead={saySlot(appointment, appointment.zone)} width="text">
      <form method="post" action={frame.path} className={styles.form}>
        <FormProblems problem={problem} labels={{ choice: 'Your choice' }} />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <input type="hidden" name="act" value="cancel" />
        <Choice
          name="choice"
          label="Your choice"
          fault={faultOf(problem, 'choice')}
          options={[
            { value: 'cancel', label: `Cancel the ${what}` },
            { value: 'keep', label: 'Keep it' },
          ]}
        />
        <div className={styles.acts}>
          <Button submits>Send</Button>
        </div>
      </form>
      <p>One last email takes it out of your calendar. After that we do not write about this {what} again.</p>
    </Page>
  )
}

function Canceled({ what }: { what: string }) {
  const { path } = usePageData().frame
  return (
    <Page title={`Your ${what} is canceled`} lead="You can book another call whenever you like." width="text">
      <div className={styles.acts}>
        <Button href="/book">Book a call</Button>
        <Button kind="second" href={`${path}.ics`}>
          Take it out of your calendar
        </Button>
      </div>
    </Page>
  )
}
