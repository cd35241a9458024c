import type { CSSProperties } from 'react'
import type { DeskAppointment, DeskPlace } from '../../../data/desk.ts'
import { Time } from '../../../ui/index.tsx'
import { Block } from './block.tsx'
import styles from './desk.module.css'
import { Free } from './free.tsx'
import type { GridProps } from './grid-props.ts'
import { dayAt, heldByOthers, hoursShown, isOn, wallMinutes } from './scale.ts'

// What scrolls must be reachable by key.
const scrolls = { tabIndex: 0 } as const
const CHIP_PX = 24

/** A week with the same rows, inks and hatching: one lane a clinician or chair, one column a day. */
export function WeekGrid(props: GridProps) {
  const { desk } = props
  const days = desk.days.filter((day) => isShown(desk, day))
  return (
    <section className={styles.scroller} aria-label="The week by clinician and chair" {...scrolls}>
      <table className={styles.week}>
        <caption className="heard">The week by clinician and chair</caption>
        <thead>
          <tr>
            <td />
            {days.map(({ date, closed }) => (
              <th key={date} scope="col">
                <Time at={`${date}T17:00:00Z`} form="day" />
                {closed && <small>{closed}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {desk.places.map((place) => (
            <tr key={place.id}>
              <th scope="row">
                {place.name}
                <small>{place.note}</small>
              </th>
              {days.map(({ date, closed }) => (
                <td key={date} data-closed={closed ? true : undefined}>
                  <Lane place={place} day={date} {...props} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A day on which the clinic is never open shows only when something is booked on it. */
const isShown = ({ hours, appointments, zone }: GridProps['desk'], { date }: { date: string }) =>
  (hours[String(new Date(`${date}T12:00:00Z`).getUTCDay() || 7)] ?? []).length > 0 ||
  appointments.some(({ start }) => dayAt(start, zone) === date)

function Lane({ place, day, ...props }: GridProps & { place: DeskPlace; day: string }) {
  const { desk, chosen, dragged, held } = props
  const { first, last } = hoursShown(desk)
  const isHere = isOn(place, day, desk)
  const across = ({ start, end }: { start: string; end: string }) => {
    const part = (at: string) => ((wallMinutes(at, desk.zone) - first * 60) / ((last - first) * 60)) * 100
    return { left: `${part(start)}%`, width: `max(${CHIP_PX}px, ${part(end) - part(start)}%)` }
  }
  return (
    <div className={styles.lane}>
      {desk.free.filter(isHere).map((free) => (
        <Free key={free.start} {...props} free={free} style={across(free)} moving={dragged ?? chosen} runs="across" />
      ))}
      {sideBySide(desk.appointments.filter(isHere), across).map((each) => (
        <Block key={each.appointment.appointmentId} {...props} {...each} isChip />
      ))}
      {held && isHere(held) && <div className={styles.held} style={across(held)} title={`${held.name}, ${held.how}`} />}
      {heldByOthers(desk, chosen)
        .filter(isHere)
        .map((each) => (
          <div key={each.appointmentId} className={styles.held} data-other="true" style={across(each)} title="held at the desk" />
        ))}
    </div>
  )
}

/** A chip is as wide as a finger, which is longer than its minutes: one that would cover the one before it stands right beside it. */
const sideBySide = (
  appointments: readonly DeskAppointment[],
  across: (each: DeskAppointment) => { left: string; width: string },
): { appointment: DeskAppointment; style: CSSProperties }[] => {
  let end: string | null = null
  return appointments.map((appointment) => {
    const { left: own, width } = across(appointment)
    const left = end === null ? own : `max(${own}, ${end})`
    end = `${left} + ${CHIP_PX + 1}px`
    return { appointment, style: { left, width } }
  })
}
