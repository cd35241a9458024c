import type { Slot } from '@dripline/clinical'
import { type Reader, spanWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/appointment'
import { taken, whenField } from '@dripline/clinical/words/book'
import { type ReactNode, useState } from 'react'
import { usePageData } from '../../data/page-data.ts'
import { rich, useReader } from '../../data/reader.ts'
import { type AppointmentData, useSaidRefusal } from '../../data/visitor.ts'
import { Button, Card, Choice, FormProblems, faultOf, Link, Page, Policies } from '../../ui/index.tsx'
import styles from './book.module.css'
import { TimePicker } from './time-picker.tsx'

export const page = {
  path: '/l/:secret/appointment',
  for: 'link',
  mood: 'paper',
  script: true,
} as const
export const name = words.name

const leadFor = (to: Reader, { appointment, canChange }: AppointmentData) => {
  const { kind, place } = appointment
  if (kind === 'infusion') return words.leadInfusion(to)
  if (!canChange) return words.leadOver(to)
  if (kind === 'call') return words.leadCall(to)
  return place === 'phone' ? words.leadPhone(to) : words.leadClinic(to)
}

/** What is booked, and the way to move it or cancel it. */
export default function Appointment() {
  const to = useReader()
  const data = usePageData<AppointmentData>()
  const { appointment, canChange, wantsMove, wantsCancel, frame } = data
  const { kind } = appointment
  const isOnPhone = appointment.kind === 'call' || appointment.place === 'phone'
  if (appointment.state === 'cancelled') return <Canceled kind={kind} />
  if (wantsMove) return <Move {...data} />
  if (wantsCancel) return <Cancel {...data} />
  return (
    <Page
      title={(appointment.state === 'booked' ? words.booked : words.yours)(to, { kind })}
      lead={leadFor(to, data)}
      width="text"
    >
      <Card>
        <p className={styles.when}>{spanWords(to, appointment, appointment.zone)}</p>
        {isOnPhone && <p>{words.weCall(to, { phone: appointment.phone })}</p>}
      </Card>
      {canChange && (
        <div className={styles.acts}>
          <Button href={`${frame.path}.ics`}>{words.addToCalendar(to)}</Button>
          <Button kind="second" href="?act=move">
            {words.move(to)}
          </Button>
          <Button kind="second" href="?act=cancel">
            {words.cancel(to)}
          </Button>
        </div>
      )}
      {appointment.kind === 'infusion' && appointment.state === 'booked' && (
        <div className={styles.acts}>
          <Button href={`${frame.path}.ics`}>{words.addToCalendar(to)}</Button>
        </div>
      )}
      {appointment.state === 'booked' && <Policies />}
      {!canChange && appointment.kind === 'call' && (
        <p>{rich(words.missed<ReactNode>(to, { a: (inside) => <Link href="/book">{inside}</Link> }))}</p>
      )}
    </Page>
  )
}

function Move({ appointment, days, day, idempotencyKey, frame }: AppointmentData & { frame: { path: string } }) {
  const to = useReader()
  const problem = useSaidRefusal()
  const [slot, setSlot] = useState<Slot | null>(null)
  const { zone } = appointment
  const fault = problem?.code === 'slot-taken' ? taken(to) : faultOf(problem, 'start')
  return (
    <Page
      title={words.moveTitle(to, { kind: appointment.kind })}
      lead={words.moveLead(to, { when: spanWords(to, appointment, zone) })}
      width="text"
    >
      <form method="post" action={frame.path} className={styles.form}>
        <FormProblems problem={problem} labels={{ start: whenField(to) }} />
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
          <input type="radio" name="start" value="keep" /> {words.leaveIt(to)}
        </label>
        <div className={styles.summary}>
          <p>
            <b>{slot ? spanWords(to, slot, zone) : words.chosenLater(to)}</b>
          </p>
          <Button submits size="wide">
            {words.send(to)}
          </Button>
        </div>
      </form>
      <p>
        <Link href={frame.path}>{words.leaveIt(to)}</Link>
      </p>
    </Page>
  )
}

function Cancel({ appointment, idempotencyKey, frame }: AppointmentData & { frame: { path: string } }) {
  const to = useReader()
  const problem = useSaidRefusal()
  const { kind } = appointment
  return (
    <Page title={words.cancelTitle(to, { kind })} lead={spanWords(to, appointment, appointment.zone)} width="text">
      <form method="post" action={frame.path} className={styles.form}>
        <FormProblems problem={problem} labels={{ choice: words.choice(to) }} />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <input type="hidden" name="act" value="cancel" />
        <Choice
          name="choice"
          label={words.choice(to)}
          fault={faultOf(problem, 'choice')}
          options={[
            { value: 'cancel', label: words.cancelIt(to, { kind }) },
            { value: 'keep', label: words.keepIt(to) },
          ]}
        />
        <div className={styles.acts}>
          <Button submits>{words.send(to)}</Button>
        </div>
      </form>
      <p>{words.afterCancel(to, { kind })}</p>
    </Page>
  )
}

function Canceled({ kind }: Pick<AppointmentData['appointment'], 'kind'>) {
  const to = useReader()
  const { path } = usePageData().frame
  return (
    <Page title={words.canceledTitle(to, { kind })} lead={words.canceledLead(to)} width="text">
      <div className={styles.acts}>
        <Button href="/book">{words.bookACall(to)}</Button>
        <Button kind="second" href={`${path}.ics`}>
          {words.takeOut(to)}
        </Button>
      </div>
    </Page>
  )
}
