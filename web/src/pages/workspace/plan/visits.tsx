import type { DayOfSlots, Protocol } from '@dripline/clinical'
import { Card, Heard, SelectField, sayTime, TextField } from '../../../ui/index.tsx'
import styles from './plan.module.css'
import type { Visit } from './propose-visits.ts'

type VisitsProps = {
  protocol: Protocol
  visits: readonly Visit[]
  days: readonly DayOfSlots[]
  chairs: readonly { id: string; name: string }[]
  zone: string
  from: string
  /** Counted from one: what is wrong with each that cannot be. */
  faults: ReadonlyMap<number, string>
  notBefore: (date: string) => void
  atTime: (time: string) => void
  move: (index: number, visit: Visit) => void
}

/** One day, time and chair a session: proposed by the protocol's own pattern, and each of them can be changed. */
export function Visits({ protocol, visits, days, chairs, zone, from, faults, notBefore, atTime, move }: VisitsProps) {
  const first = visits[0]
  const times = [...new Set(days.flatMap(({ slots }) => slots.map(({ start }) => sayTime(start, zone))))].sort()
  const missing = protocol.sessions - visits.length
  return (
    <Card title="Days and chairs" note={protocol.spacing.text}>
      <div className={styles.first}>
        <TextField name="from" label="Not before" type="date" value={from} onChange={notBefore} />
        <SelectField
          name="time"
          label="Time of day, for all"
          value={first ? sayTime(first.start, zone) : ''}
          options={times}
          empty="No free time"
          onChange={atTime}
        />
      </div>
      {missing > 0 && (
        <p role="status">
          {missing} of {protocol.sessions} sessions have no free day within six weeks of this date: start later, or open a chair.
        </p>
      )}
      <ol className={styles.visits}>
        {visits
          .map((visit, i) => ({ visit, number: i + 1 }))
          .map(({ visit, number }) => (
            <OneVisit
              key={number}
              {...{ visit, number, days, chairs, zone }}
              fault={faults.get(number)}
              onVisit={(changed) => move(number - 1, changed)}
            />
          ))}
      </ol>
    </Card>
  )
}

type OneVisitProps = Pick<VisitsProps, 'days' | 'chairs' | 'zone'> & {
  visit: Visit
  number: number
  fault: string | undefined
  onVisit: (visit: Visit) => void
}

const ANY = ''

/** The day, the time and the chair of one session. */
export function OneVisit({ visit, number, days, chairs, zone, fault, onVisit }: OneVisitProps) {
  const open = days.filter(({ slots }) => slots.length > 0)
  const day = open.find(({ slots }) => slots.some(({ start }) => start === visit.start))
  const starts = [...new Set((day?.slots ?? []).map(({ start }) => start))]
  const free = new Set((day?.slots ?? []).filter(({ start }) => start === visit.start).map(({ holderId }) => holderId))
  const name = `visits.${number - 1}`
  const otherDay = (date: string) => {
    const slots = open.find((each) => each.date === date)?.slots ?? []
    const same = slots.find(({ start }) => sayTime(start, zone) === sayTime(visit.start, zone)) ?? slots[0]
    if (same) onVisit({ start: same.start, chairId: null })
  }
  return (
    <li data-fault={fault ? true : undefined}>
      <h3>
        <Heard>Session </Heard>
        {number}
      </h3>
      <SelectField
        name={`${name}.start`}
        isLabelHeard
        label={`Day of session ${number}`}
        value={day?.date ?? ''}
        {...(day ? {} : { empty: 'This time is taken: choose again' })}
        options={open.map(({ date }) => ({ value: date, label: sayTime(`${date}T12:00:00Z`, 'UTC', 'day') }))}
        onChange={otherDay}
        fault={fault}
      />
      <SelectField
        name={`${name}.time`}
        isLabelHeard
        label={`Time of session ${number}`}
        value={visit.start}
        options={starts.map((start) => ({ value: start, label: sayTime(start, zone) }))}
        onChange={(start) => onVisit({ start, chairId: null })}
      />
      <SelectField
        name={`${name}.chairId`}
        isLabelHeard
        label={`Chair of session ${number}`}
        value={visit.chairId ?? ANY}
        options={[
          { value: ANY, label: 'Any free' },
          ...chairs.filter(({ id }) => free.has(id)).map(({ id, name: chair }) => ({ value: id, label: chair })),
        ]}
        onChange={(chairId) => onVisit({ ...visit, chairId: chairId === ANY ? null : chairId })}
      />
    </li>
  )
}
