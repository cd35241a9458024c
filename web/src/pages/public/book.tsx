import type { Slot } from '@dripline/clinical'
import { clockWords, dayWords, listOf, type Reader, spanWords, zoneWords } from '@dripline/clinical/words'
import * as book from '@dripline/clinical/words/book'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ProblemError } from '../../data/api.ts'
import { useFormHold, useFormSum } from '../../data/form-hold.ts'
import { usePageData } from '../../data/page-data.ts'
import { rich, useReader } from '../../data/reader.ts'
import { type BookingData, useFreshOnReturn, useSaidRefusal, useVisitorZone } from '../../data/visitor.ts'
import { Button, FormProblems, faultOf, Link, Page, Policies, TextField, useAddress } from '../../ui/index.tsx'
import styles from './book.module.css'
import { CrisisLines } from './crisis-lines.tsx'
import { HeldNote } from './held-note.tsx'
import { TimePicker } from './time-picker.tsx'
import { StateForm, ZoneForm } from './where-form.tsx'

export const page = { path: '/book', for: 'anyone', mood: 'paper', script: true, keeps: true } as const
export const name = book.name
export const summary = book.lead

/** Three questions in the order that protects the visitor: where, when, how to reach them. */
export default function Book() {
  const data = usePageData<BookingData>()
  const to = useReader()
  const { isSetUp, minutes, states, state, isServed } = data
  if (!isSetUp || states.length === 0) return <NotYet />
  return (
    <Page title={book.title(to, { minutes })} lead={book.lead(to)}>
      <Question number={1} title={book.where(to)}>
        <p className={styles.hint}>{book.whereHint(to)}</p>
        <StateForm states={states} state={state} isServed={isServed} />
      </Question>
      {state !== null && (isServed ? <Times {...data} /> : <Outside states={states} />)}
    </Page>
  )
}

function Times({ days, day, zone, state, states, idempotencyKey, form, held, sent = {} }: BookingData) {
  const to = useReader()
  const problem = useSaidRefusal()
  useFreshOnReturn()
  const all = days.flatMap(({ slots }) => slots)
  const kept = all.find(({ start }) => start === sent.start) ?? null
  const [slot, setSlot] = useState<Slot | null>(kept)
  const [picked, setPicked] = useState<Slot | null>(null)
  const [isBegun, setBegun] = useState(held !== null)
  const typed = useRef<HTMLFormElement>(null)
  // What was chosen and typed before this script ran was heard by nobody.
  useEffect(() => {
    if (!typed.current) return
    const before = new FormData(typed.current)
    if (REACHED.some((name) => before.get(name) !== '')) setBegun(true)
    const chosen = days.flatMap(({ slots }) => slots).find(({ start }) => start === before.get('start'))
    if (chosen) setSlot((now) => now ?? chosen)
  }, [days])
  const sum = useFormSum(form, isBegun)
  const { said, sends } = useFormHold({ form, held, state: state ?? '', start: slot?.start ?? null, isBegun })
  const at = useAddress()
  const query = (change: Record<string, string>) =>
    at(`/book?${new URLSearchParams({ state: state ?? '', zone, ...change })}#when`)
  const fault = problem?.code === 'slot-taken' ? book.taken(to) : faultOf(problem, 'start')
  return (
    <>
      <Question number={2} id="when" title={book.when(to)}>
        <ZoneForm zone={zone} state={state ?? ''} visitorZone={useVisitorZone()} />
      </Question>
      <form id="asked" method="post" action={at('/book')} className={styles.form} noValidate onSubmit={sends} ref={typed}>
        <FormProblems problem={problem} labels={labelsFor(to)} />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <input type="hidden" name="state" value={state ?? ''} />
        <input type="hidden" name="zone" value={zone} />
        <input type="hidden" name="form" value={form.id} />
        <input type="hidden" name="form-until" value={form.until} />
        <input type="hidden" name="form-mark" value={form.mark} />
        <input type="hidden" name="form-sum" value={sum} />
        <TimePicker
          key={picked?.start}
          days={days}
          zone={zone}
          day={picked ? dayOf(days, picked) : (sent.day ?? day)}
          hrefOf={(date) => query({ day: date })}
          start={(picked ?? kept)?.start ?? null}
          onStart={setSlot}
          fault={fault}
        />
        <p>{rich(book.noneSuits<ReactNode>(to, { a: (inside) => <Link href={listAt(state ?? '', zone)}>{inside}</Link> }))}</p>
        <Question number={3} title={book.how(to)}>
          <HowToReach sent={sent} problem={problem} onFill={() => setBegun(true)} />
        </Question>
        <div className={styles.summary}>
          <p>
            <b>{slot ? spanWords(to, slot, zone) : book.chosenLater(to, { zone: zoneWords(to, zone) })}</b>
            {slot && <AtClinic slot={slot} zone={zone} />}
            <span>{book.summary(to, { state: states.find(({ code }) => code === state)?.name ?? '' })}</span>
          </p>
          <HeldNote
            said={said}
            start={slot?.start ?? null}
            zone={zone}
            known={all}
            onPick={(each) => {
              setSlot(each)
              setPicked(each)
            }}
          />
          <Button submits size="wide">
            {book.send(to)}
          </Button>
        </div>
      </form>
      <Policies />
    </>
  )
}

const REACHED = ['name', 'phone', 'email']

const dayOf = (days: BookingData['days'], { start }: Slot): string | null =>
  days.find(({ slots }) => slots.some((each) => each.start === start))?.date ?? null
const listAt = (state: string, zone: string) => `/waiting-list?${new URLSearchParams({ state, zone })}`

/** The same time by the clinic's own clock, where that shows another. */
function AtClinic({ slot, zone }: { slot: Slot; zone: string }) {
  const to = useReader()
  const { clinic } = usePageData().frame
  const isSame = dayWords(to, slot.start, zone) === dayWords(to, slot.start, clinic.zone)
  if (isSame && clockWords(to, slot.start, zone) === clockWords(to, slot.start, clinic.zone)) return null
  return <span>{book.atClinic(to, { span: spanWords(to, slot, clinic.zone) })}</span>
}

type HowToReachProps = Pick<BookingData, 'sent'> & { problem: ProblemError | null; onFill: () => void }

function HowToReach({ sent = {}, problem, onFill }: HowToReachProps) {
  const to = useReader()
  const field = (name: 'name' | 'phone' | 'email') => ({
    name,
    defaultValue: sent[name] ?? '',
    fault: faultOf(problem, name),
    required: true,
    onChange: (value: string) => value !== '' && onFill(),
  })
  return (
    <div className={styles.fields}>
      <TextField {...field('name')} label={book.fullName(to)} autoComplete="name" />
      <TextField {...field('phone')} label={book.phoneLabel(to)} type="tel" autoComplete="tel" />
      <TextField
        {...field('email')}
        label={book.emailLabel(to)}
        type="email"
        autoComplete="email"
        placeholder={book.emailExample(to)}
      />
    </div>
  )
}

type QuestionProps = { number: number; title: string; id?: string; children: ReactNode }

/** One of the three questions, with its number. */
const Question = ({ number, title, id, children }: QuestionProps) => (
  <section className={styles.question} id={id}>
    <h2>
      <span className={styles.number}>{number}</span>
      {title}
    </h2>
    {children}
  </section>
)

const labelsFor = (to: Reader) => ({
  start: book.whenField(to),
  name: book.fullName(to),
  phone: book.phone(to),
  email: book.email(to),
  zone: book.zoneField(to),
  state: book.stateField(to),
})

function Outside({ states }: Pick<BookingData, 'states'>) {
  const to = useReader()
  const named = listOf(
    to.locale,
    states.map((state) => state.name),
  )
  return (
    <section className={styles.outside}>
      <h2>{book.outsideTitle(to)}</h2>
      <p>{book.outside(to, { states: named })}</p>
      <CrisisLines />
    </section>
  )
}

function NotYet() {
  const to = useReader()
  return (
    <Page title={book.notYetTitle(to)} lead={book.notYetLead(to)} width="text">
      <CrisisLines />
    </Page>
  )
}
