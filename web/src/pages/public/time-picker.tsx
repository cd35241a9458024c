import { type DayOfSlots, type Slot, usZones } from '@dripline/clinical'
import { useState } from 'react'
import { useFieldId } from '../../ui/field-id.tsx'
import { sayTime } from '../../ui/when.ts'
import styles from './time-picker.module.css'

/** "Eastern", or the place a zone is named after. */
export const sayZone = (zone: string) => usZones[zone] ?? `${zone.split('/').at(-1)?.replaceAll('_', ' ')} time`

/** "Tuesday, November 24, 10:15 to 10:30 am Eastern". */
export const saySlot = ({ start, end }: Pick<Slot, 'start' | 'end'>, zone: string) => {
  const [from, to] = [sayTime(start, zone, 'public time'), sayTime(end, zone, 'public time')]
  const first = from.slice(-2) === to.slice(-2) ? from.slice(0, -3) : from
  return `${sayTime(start, zone, 'public day')}, ${first} to ${to} ${sayZone(zone)}`
}

type TimePickerProps = {
  days: readonly DayOfSlots[]
  zone: string
  /** The day to open with, where it is in the list; else the first with a free time. */
  day: string | null
  /** Where another day is shown when there is no script. */
  hrefOf: (day: string) => string
  start: string | null
  onStart: (slot: Slot) => void
  fault?: string | undefined
}

/** Days in a strip, full and closed ones in their places, and the free times of one of them. */
export function TimePicker({ days, zone, day, hrefOf, start, onStart, fault }: TimePickerProps) {
  const fieldId = useFieldId()
  const [chosen, setChosen] = useState<string | null>(null)
  const asked = days.find(({ date }) => date === (chosen ?? day))
  const shown = asked ?? days.find(({ state }) => state === 'open')
  if (!shown) return <p>Every time in the next two weeks is taken. Please look again tomorrow.</p>
  return (
    <div className={styles.picker} id={fieldId('start')} tabIndex={-1}>
      <input type="hidden" name="day" value={shown.date} />
      {fault && <p className={styles.fault}>{fault}</p>}
      <ul className={styles.days} aria-label="Days">
        {days.map((each) => (
          <li key={each.date}>
            <Day day={each} href={hrefOf(each.date)} isShown={each === shown} onShow={() => setChosen(each.date)} />
          </li>
        ))}
      </ul>
      {partsOf(shown.slots, zone).map(([part, slots]) => (
        <fieldset key={`${shown.date} ${part}`} className={styles.times}>
          <legend>{part}</legend>
          <div>
            {slots.map((slot) => (
              <label key={slot.start}>
                <input
                  type="radio"
                  name="start"
                  value={slot.start}
                  autoComplete="off"
                  defaultChecked={slot.start === start}
                  onChange={() => onStart(slot)}
                />
                <Clock at={slot.start} zone={zone} />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {shown.slots.length === 0 && (
        <p>{shown.state === 'full' ? 'Every time on this day is taken.' : 'We are closed on this day.'}</p>
      )}
    </div>
  )
}

type DayProps = { day: DayOfSlots; href: string; isShown: boolean; onShow: () => void }

function Day({ day: { date, state, slots }, href, isShown, onShow }: DayProps) {
  // Noon in UTC is the same date in words wherever the server and the visitor are.
  const noon = `${date}T12:00:00Z`
  const [weekday, number] = sayTime(noon, 'UTC', 'day').split(' ')
  const inside = (
    <>
      <span>{weekday}</span> <b className="num">{number}</b> <small>{state === 'open' ? `${slots.length} free` : state}</small>
    </>
  )
  if (state !== 'open')
    return (
      <span className={styles.day} data-state={state}>
        {inside}
      </span>
    )
  return (
    <a
      className={styles.day}
      href={href}
      aria-current={isShown ? 'date' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onShow()
      }}
    >
      {inside}
    </a>
  )
}

const Clock = ({ at, zone }: { at: string; zone: string }) => {
  const [clock, half] = sayTime(at, zone, 'public time').split(' ')
  return (
    <time dateTime={at}>
      {clock} <small>{half}</small>
    </time>
  )
}

/** Morning, afternoon and evening by the visitor's clock; empty ones left out. */
const partsOf = (slots: readonly Slot[], zone: string) => {
  const hour = ({ start }: Slot) => Number(sayTime(start, zone, 'time').slice(0, 2))
  const parts = [
    ['Morning', slots.filter((slot) => hour(slot) < 12)],
    ['Afternoon', slots.filter((slot) => hour(slot) >= 12 && hour(slot) < 17)],
    ['Evening', slots.filter((slot) => hour(slot) >= 17)],
  ] as const
  return parts.filter(([, each]) => each.length > 0)
}
