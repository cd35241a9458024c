import type { DayOfSlots, Slot } from '@dripline/clinical'
import { clockParts, hourOf, type Reader, stripDay } from '@dripline/clinical/words'
import * as times from '@dripline/clinical/words/times'
import { useState } from 'react'
import { useReader } from '../../data/reader.ts'
import { useFieldId } from '../../ui/field-id.tsx'
import styles from './time-picker.module.css'

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
  const to = useReader()
  const fieldId = useFieldId()
  const [chosen, setChosen] = useState<string | null>(null)
  const asked = days.find(({ date }) => date === (chosen ?? day))
  const shown = asked ?? days.find(({ state }) => state === 'open')
  if (!shown) return <p>{times.allTaken(to)}</p>
  return (
    <div className={styles.picker} id={fieldId('start')} tabIndex={-1}>
      <input type="hidden" name="day" value={shown.date} />
      {fault && <p className={styles.fault}>{fault}</p>}
      <ul className={styles.days} aria-label={times.days(to)}>
        {days.map((each) => (
          <li key={each.date}>
            <Day of={each} href={hrefOf(each.date)} isShown={each === shown} onShow={() => setChosen(each.date)} />
          </li>
        ))}
      </ul>
      {partsOf(to, shown.slots, zone).map(([part, slots]) => (
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
      {shown.slots.length === 0 && <p>{shown.state === 'full' ? times.dayTaken(to) : times.dayClosed(to)}</p>}
    </div>
  )
}

type DayProps = { of: DayOfSlots; href: string; isShown: boolean; onShow: () => void }

function Day({ of: { date, state, slots }, href, isShown, onShow }: DayProps) {
  const to = useReader()
  // Noon in UTC is the same date in words wherever the server and the visitor are.
  const noon = `${date}T12:00:00Z`
  const { weekday, day } = stripDay(to, noon, 'UTC')
  const standing = { open: times.free(to, { count: slots.length }), full: times.full(to), closed: times.closed(to) }[state]
  const inside = (
    <>
      <span>{weekday}</span> <b className="num">{day}</b> <small>{standing}</small>
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
  const { figures, half } = clockParts(useReader(), at, zone)
  return (
    <time dateTime={at}>
      {figures} <small>{half}</small>
    </time>
  )
}

/** Morning, afternoon and evening by the visitor's clock; empty ones left out. */
const partsOf = (to: Reader, slots: readonly Slot[], zone: string) => {
  const hour = ({ start }: Slot) => hourOf(start, zone)
  const parts = [
    [times.morning(to), slots.filter((slot) => hour(slot) < 12)],
    [times.afternoon(to), slots.filter((slot) => hour(slot) >= 12 && hour(slot) < 17)],
    [times.evening(to), slots.filter((slot) => hour(slot) >= 17)],
  ] as const
  return parts.filter(([, each]) => each.length > 0)
}
