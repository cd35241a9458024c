import type { Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/waiting'
import type { ReactNode } from 'react'
import type { ProblemError } from '../../data/api.ts'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { useSaidRefusal } from '../../data/visitor.ts'
import type { JoinData } from '../../data/waiting-list.ts'
import { Button, Choice, FormProblems, faultOf, Link, Page, SelectField, TextField, Tick, useAddress } from '../../ui/index.tsx'
import styles from './book.module.css'
import { CrisisLines } from './crisis-lines.tsx'
import wish from './waiting-list.module.css'

export const page = { path: '/waiting-list', for: 'anyone', mood: 'paper', unlisted: true } as const
export const name = words.name

/** For whom no time is open that suits them: where, when and how to reach them, on one plain form. */
export default function WaitingList() {
  const to = useReader()
  const data = usePageData<JoinData>()
  const problem = useSaidRefusal()
  const at = useAddress()
  const { isSetUp, states, state, zone, sent = {}, idempotencyKey } = data
  if (!isSetUp || states.length === 0) return <Nobody />
  const back = `/book?${new URLSearchParams(state === null ? {} : { state, zone })}`
  return (
    <Page title={words.joinTitle(to)} lead={words.joinLead(to)} width="text">
      <form method="post" action={at('/waiting-list')} className={wish.form} noValidate>
        <FormProblems problem={problem} labels={labelsFor(to)} />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <input type="hidden" name="zone" value={zone} />
        <Part title={words.where(to)}>
          <Choice
            name="state"
            label={words.stateField(to)}
            fault={faultOf(problem, 'state')}
            defaultValue={sent.state ?? state ?? ''}
            options={states.map(({ code, name: label }) => ({ value: code, label }))}
          />
        </Part>
        <Part title={words.when(to)}>
          <Wish {...data} problem={problem} />
        </Part>
        <Part title={words.how(to)}>
          <HowToReach sent={sent} problem={problem} />
        </Part>
        <div className={styles.acts}>
          <Button submits size="wide">
            {words.join(to)}
          </Button>
        </div>
      </form>
      <p>
        <Link href={back}>{words.seeTimes(to)}</Link>
      </p>
    </Page>
  )
}

type PartProps = { title: string; children: ReactNode }
const Part = ({ title, children }: PartProps) => (
  <section className={styles.question}>
    <h2>{title}</h2>
    {children}
  </section>
)

type Asked = JoinData & { problem: ProblemError | null }

const DAYS = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'] as const

function Wish({ parts, noticeHours, lookDays, sent = {}, problem }: Asked) {
  const to = useReader()
  const chosen = [sent.weekdays ?? []].flat()
  return (
    <div className={wish.times}>
      <fieldset className={wish.days}>
        <legend>{words.days(to)}</legend>
        {DAYS.map((day, i) => (
          <Weekday key={day} value={String(i + 1)} isChosen={chosen.includes(String(i + 1))} label={dayOf(to, day)} />
        ))}
      </fieldset>
      <SelectField
        name="part"
        label={words.part(to)}
        fault={faultOf(problem, 'part')}
        defaultValue={sent.part ?? 'any'}
        options={parts.map((part) => ({ value: part, label: words.partOf(to, { part: part === 'any' ? 'other' : part }) }))}
      />
      <SelectField
        name="noticeMinutes"
        label={words.notice(to)}
        fault={faultOf(problem, 'noticeMinutes')}
        defaultValue={sent.noticeMinutes ?? String(60 * (noticeHours[0] ?? 1))}
        options={noticeHours.map((hours) => ({ value: String(hours * 60), label: words.noticeOf(to, { hours }) }))}
      />
      <SelectField
        name="days"
        label={words.until(to)}
        fault={faultOf(problem, 'days')}
        defaultValue={sent.days ?? String(lookDays.at(-1) ?? '')}
        options={lookDays.map((days) => ({ value: String(days), label: words.untilOf(to, { days }) }))}
      />
    </div>
  )
}

const dayOf = (to: Reader, day: (typeof DAYS)[number]) => words.day(to, { day: day === 'd7' ? 'other' : day })

type WeekdayProps = { value: string; label: string; isChosen: boolean }
const Weekday = ({ value, label, isChosen }: WeekdayProps) => (
  <Tick name="weekdays" value={value} label={label} {...(isChosen && { startsTicked: true })} />
)

function HowToReach({ sent = {}, problem }: Pick<Asked, 'sent' | 'problem'>) {
  const to = useReader()
  const field = (own: 'name' | 'phone' | 'email') => ({
    name: own,
    defaultValue: sent[own] ?? '',
    fault: faultOf(problem, own),
    required: true,
  })
  return (
    <div className={styles.fields}>
      <TextField {...field('name')} label={words.fullName(to)} autoComplete="name" />
      <TextField {...field('phone')} label={words.phone(to)} type="tel" autoComplete="tel" />
      <TextField
        {...field('email')}
        label={words.email(to)}
        type="email"
        autoComplete="email"
        placeholder={words.emailExample(to)}
      />
    </div>
  )
}

const labelsFor = (to: Reader) => ({
  state: words.stateField(to),
  zone: words.zoneField(to),
  name: words.fullName(to),
  phone: words.phone(to),
  email: words.email(to),
  weekdays: words.days(to),
  part: words.part(to),
  noticeMinutes: words.notice(to),
  days: words.until(to),
})

function Nobody() {
  const to = useReader()
  return (
    <Page title={words.name(to)} width="text">
      <p>
        <Link href="/book">{words.bookACall(to)}</Link>
      </p>
      <CrisisLines />
    </Page>
  )
}
