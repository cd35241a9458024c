import type { CSSProperties } from 'react'
import type { DeskAppointment, DeskPlace } from '../../../data/desk.ts'
import { Icon, Time } from '../../../ui/index.tsx'
import type { GridProps } from './day-grid.tsx'
import styles from './desk.module.css'
import { dayAt, hoursShown, lengthOf, roomFor, sayBlock, startsIn, wallMinutes } from './scale.ts'

// What scrolls must be reachable by key.
const scrolls = { tabIndex: 0 } as const
const CHIP_PX = 24
const icons = { call: 'phone', evaluation: 'person', infusion: 'drop' } as const

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

function Lane({
  place,
  day,
  desk,
  chosen,
  dragged,
  held,
  onChoose,
  onDrag,
  onPlace,
}: GridProps & { place: DeskPlace; day: string }) {
  const { first, last } = hoursShown(desk)
  const isHere = ({ placeId, start }: { placeId: string | null; start: string }) =>
    placeId === place.id && dayAt(start, desk.zone) === day
  const across = ({ start, end }: { start: string; end: string }) => {
    const part = (at: string) => ((wallMinutes(at, desk.zone) - first * 60) / ((last - first) * 60)) * 100
    return { left: `${part(start)}%`, width: `max(${CHIP_PX}px, ${part(end) - part(start)}%)` }
  }
  const moving = dragged ?? chosen
  const room = moving?.isToCome ? roomFor(desk, moving) : []
  return (
    <div className={styles.lane}>
      {desk.free.filter(isHere).map((free) => (
        <fieldset
          key={free.start}
          aria-label="free"
          className={styles.free}
          style={across(free)}
          data-takes={room.includes(free) || undefined}
          onDragOver={(event) => room.includes(free) && event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            const [start] = moving ? startsIn(free, lengthOf(moving)) : []
            if (start) onPlace({ placeId: free.placeId, start })
          }}
        />
      ))}
      {sideBySide(desk.appointments.filter(isHere), across).map(({ appointment, style }) => (
        <Chip
          key={appointment.appointmentId}
          appointment={appointment}
          style={style}
          isChosen={chosen?.appointmentId === appointment.appointmentId}
          onChoose={() => onChoose(appointment.appointmentId)}
          onDrag={onDrag}
        />
      ))}
      {held && isHere(held) && <div className={styles.held} style={across(held)} title={`${held.name}, held`} />}
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

type ChipProps = {
  appointment: DeskAppointment
  style: CSSProperties
  isChosen: boolean
  onChoose: () => void
  onDrag: GridProps['onDrag']
}

const Chip = ({ appointment, style, isChosen, onChoose, onDrag }: ChipProps) => {
  const { kind, name, standing, start, isToCome, appointmentId } = appointment
  return (
    <button
      type="button"
      className={styles.block}
      style={style}
      data-kind={kind}
      data-standing={standing}
      aria-pressed={isChosen}
      title={name}
      draggable={isToCome}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', appointmentId)
        onDrag(appointmentId)
      }}
      onDragEnd={() => onDrag(null)}
      onClick={onChoose}
    >
      <Icon name={icons[kind]} size={15} />
      <span className={kind === 'infusion' ? styles.laneName : 'heard'}>
        {name} <Time at={start} /> {sayBlock(appointment)}
      </span>
    </button>
  )
}
