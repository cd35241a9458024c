import type { Slot } from '@dripline/clinical'
import { useState } from 'react'
import { usePageData } from '../../data/page-data.ts'
import { type BookingData, useFreshOnReturn, useRefusal, useVisitorZone } from '../../data/visitor.ts'
import { Button, FormProblems, faultOf, Page, TextField } from '../../ui/index.tsx'
import styles from './book.module.css'
import { CrisisLines } from './crisis-lines.tsx'
import { saySlot, sayZone, TimePicker } from './time-picker.tsx'
import { StateForm, ZoneForm } from './where-form.tsx'

export const page = { path: '/book', for: 'anyone', mood: 'paper', title: 'Book a free 15-minute call', script: true } as const

/** Three questions in the order that protects the visitor: where, when, how to reach them. */
export default function Book() {
  const data = usePageData<BookingData>()
  const { isSetUp, minutes, states, state, isServed } = data
  if (!isSetUp || states.length === 0) return <NotYet />
  return (
    <Page title={`Book a free ${minutes}-minute call`} lead="No account, and no health questions here.">
      <section className={styles.question}>
        <h2>
          <span className={styles.number}>1</span>Where will you be when we call?
        </h2>
        <p className={styles.hint}>A clinician may speak with you only in a state where they hold a license.</p>
        <StateForm states={states} state={state} isServed={isServed} />
      </section>
      {state !== null && (isServed ? <Times {...data} /> : <Outside states={states} />)}
    </Page>
  )
}

function Times({ days, day, zone, state, states, idempotencyKey, sent = {} }: BookingData) {
  const problem = useRefusal()
  const visitorZone = useVisitorZone()
  useFreshOnReturn()
  const all = days.flatMap(({ slots }) => slots)
  const kept = all.find(({ start }) => start === sent.start) ?? null
  const [slot, setSlot] = useState<Slot | null>(kept)
  const query = (change: Record<string, string>) => `/book?${new URLSearchParams({ state: state ?? '', zone, ...change })}#when`
  const fault = problem?.code === 'slot-taken' ? 'Someone has just taken that time. These are free.' : faultOf(problem, 'start')
  return (
    <>
      <section className={styles.question} id="when">
        <h2>
          <span className={styles.number}>2</span>When?
        </h2>
        <ZoneForm zone={zone} state={state ?? ''} visitorZone={visitorZone} />
      </section>
      <form method="post" action="/book" className={styles.form} noValidate>
        <FormProblems problem={problem} labels={labels} />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <input type="hidden" name="state" value={state ?? ''} />
        <input type="hidden" name="zone" value={zone} />
        <TimePicker
          days={days}
          zone={zone}
          day={sent.day ?? day}
          hrefOf={(date) => query({ day: date })}
          start={kept?.start ?? null}
          onStart={setSlot}
          fault={fault}
        />
        <section className={styles.question}>
          <h2>
            <span className={styles.number}>3</span>How do we reach you?
          </h2>
          <div className={styles.fields}>
            <TextField
              name="name"
              label="First and last name"
              defaultValue={sent.name ?? ''}
              autoComplete="name"
              fault={faultOf(problem, 'name')}
              required
            />
            <TextField
              name="phone"
              label="Phone, where we call you"
              type="tel"
              defaultValue={sent.phone ?? ''}
              autoComplete="tel"
              fault={faultOf(problem, 'phone')}
              required
            />
            <TextField
              name="email"
              label="Email, for the confirmation"
              type="email"
              defaultValue={sent.email ?? ''}
              autoComplete="email"
              placeholder="name@example.org"
              fault={faultOf(problem, 'email')}
              required
            />
          </div>
        </section>
        <div className={styles.summary}>
          <p>
            <b>{slot ? saySlot(slot, zone) : `The time you choose, ${sayZone(zone)}`}</b>
            <span>
              Booked before? The link in your email moves or cancels that call; there is no need to book again. You will be in{' '}
              {states.find(({ code }) => code === state)?.name}. Move or cancel from the email, any time.
            </span>
          </p>
          <Button submits size="wide">
            Book this call
          </Button>
        </div>
      </form>
    </>
  )
}

const labels = { start: 'When', name: 'First and last name', phone: 'Phone', email: 'Email', zone: 'Time zone', state: 'State' }

const Outside = ({ states }: Pick<BookingData, 'states'>) => (
  <section className={styles.outside}>
    <h2>We cannot call you there yet</h2>
    <p>
      Our clinicians hold licenses in {states.map(({ name }) => name).join(' and ')} only, so we have no times to offer you. Your
      own doctor can tell you which clinics near you could help.
    </p>
    <CrisisLines />
  </section>
)

const NotYet = () => (
  <Page title="Calls cannot be booked here yet" lead="The clinic is still being set up. Please come back soon." width="text">
    <CrisisLines />
  </Page>
)
