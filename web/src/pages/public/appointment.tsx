import type { Slot } from '@dripline/clinical'
import { useState } from 'react'
import { type AppointmentData, useRefusal } from '../../data/booking.ts'
import { usePageData } from '../../data/page-data.ts'
import { Act, Card, FormProblems, faultOf, Link, Page } from '../../ui/index.tsx'
import styles from './book.module.css'
import { saySlot, TimePicker } from './time-picker.tsx'

export const page = { path: '/l/:secret/appointment', for: 'link', mood: 'paper', title: 'Your call' } as const

/** What is booked, and the way to move it or call it off. */
export default function Appointment() {
  const data = usePageData<AppointmentData>()
  const { appointment, canChange, wantsMove, wantsCancel, frame } = data
  if (appointment.state === 'cancelled') return <CalledOff />
  if (wantsMove) return <Move {...data} />
  if (wantsCancel) return <CallOff {...data} />
  return (
    <Page
      title={canChange ? 'Your call is booked' : 'Your call'}
      lead={canChange ? `We will phone you. It takes about fifteen minutes, and it is free.` : 'Its time has come or passed.'}
      width="text"
    >
      <Card>
        <p className={styles.when}>{saySlot(appointment, appointment.zone)}</p>
        <p>We call you on {appointment.phone}.</p>
      </Card>
      {canChange && (
        <div className={styles.acts}>
          <Act href={`${frame.path}.ics`}>Add to your calendar</Act>
          <Act kind="second" href="?act=move">
            Move
          </Act>
          <Act kind="second" href="?act=cancel">
            Cancel
          </Act>
        </div>
      )}
      {!canChange && (
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
  const fault = problem?.code === 'slot-taken' ? 'Somebody has just taken that time. These are free.' : faultOf(problem, 'start')
  return (
    <Page title="Move your call" lead={`Now: ${saySlot(appointment, zone)}. You keep it until you choose another.`} width="text">
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
        <div className={styles.summary}>
          <p>
            <b>{slot ? saySlot(slot, zone) : 'The time you choose'}</b>
          </p>
          <Act submits size="wide">
            Move the call
          </Act>
        </div>
      </form>
      <p>
        <Link href={frame.path}>Leave it where it is</Link>
      </p>
    </Page>
  )
}

const CallOff = ({ appointment, idempotencyKey, frame }: AppointmentData & { frame: { path: string } }) => (
  <Page title="Call it off?" lead={saySlot(appointment, appointment.zone)} width="text">
    <form method="post" action={frame.path} className={styles.acts}>
      <input type="hidden" name="idempotency-key" value={idempotencyKey} />
      <input type="hidden" name="act" value="cancel" />
      <Act submits>Cancel the call</Act>
      <Act kind="second" href={frame.path}>
        Keep it
      </Act>
    </form>
    <p>Nobody will phone you, and we will not write again about this call.</p>
  </Page>
)

function CalledOff() {
  const { path } = usePageData().frame
  return (
    <Page title="Your call is called off" lead="Nobody will phone you. You can book another call whenever you like." width="text">
      <div className={styles.acts}>
        <Act href="/book">Book another call</Act>
        <Act kind="second" href={`${path}.ics`}>
          Take it out of your calendar
        </Act>
      </div>
    </Page>
  )
}
