import { type DragEvent, useEffect, useRef } from 'react'
import type { Desk, DeskAppointment, DeskPlace, DeskTime } from '../../../data/desk.ts'
import { Time, useNow } from '../../../ui/index.tsx'
import { Block } from './block.tsx'
import styles from './desk.module.css'
import { dayAt, hoursShown, lengthOf, roomFor, startsIn, wallMinutes } from './scale.ts'

const HOUR_PX = 92
// What scrolls must be reachable by key.
const scrolls = { tabIndex: 0 } as const

export type GridProps = {
  desk: Desk
  chosen: DeskAppointment | null
  dragged: DeskAppointment | null
  held: (DeskTime & { name: string }) | null
  onChoose: (appointmentId: string) => void
  onDrag: (appointmentId: string | null) => void
  /** Somebody let go of the dragged appointment, or pressed a free time. */
  onPlace: (time: { placeId: string; start: string }) => void
}

/** A day by clinician and chair: what is booked, what is free, the line of now. */
export function DayGrid({ day, ...props }: GridProps & { day: string }) {
  const { desk } = props
  const { first, last } = hoursShown(desk)
  const top = (at: string) => ((wallMinutes(at, desk.zone) - first * 60) / 60) * HOUR_PX
  const now = useNow(30_000)
  const box = useRef<HTMLDivElement>(null)
  const isToday = dayAt(now.toISOString(), desk.zone) === day
  const nowTop = top(now.toISOString())
  const opened = useRef('')
  useEffect(() => {
    // Once, when the day is opened: a screen that scrolls by itself is in the way.
    if (opened.current === day || !box.current) return
    opened.current = day
    if (isToday) box.current.scrollTop = Math.max(0, nowTop - 160)
  }, [isToday, day, nowTop])
  return (
    <section className={styles.scroller} ref={box} aria-label="The day by clinician and chair" {...scrolls}>
      <div className={styles.grid} style={{ ['--places' as string]: desk.places.length }}>
        <div className={styles.corner} />
        {desk.places.map(({ id, name, note }) => (
          <div key={id} className={styles.place}>
            <b>{name}</b>
            <small>{note}</small>
          </div>
        ))}
        <div className={styles.hours} style={{ height: (last - first) * HOUR_PX }}>
          {Array.from({ length: last - first }, (_, i) => first + i).map((hour) => (
            <span key={hour} style={{ top: (hour - first) * HOUR_PX }}>
              {String(hour).padStart(2, '0')}:00
            </span>
          ))}
          {isToday && (
            <b className={styles.now} style={{ top: nowTop }}>
              <Time at={now} />
            </b>
          )}
        </div>
        {desk.places.map((place, i) => (
          <div key={place.id} className={styles.slot} style={{ gridColumn: i + 2 }}>
            <Column place={place} day={day} top={top} hours={last - first} {...props} />
          </div>
        ))}
        {isToday && <div className={styles.nowLine} style={{ ['--now' as string]: `${nowTop}px` }} />}
      </div>
    </section>
  )
}

type ColumnProps = GridProps & { place: DeskPlace; day: string; hours: number; top: (at: string) => number }

function Column({ place, day, hours, top, desk, chosen, dragged, held, onChoose, onDrag, onPlace }: ColumnProps) {
  const isHere = ({ placeId, start }: { placeId: string | null; start: string }) =>
    placeId === place.id && dayAt(start, desk.zone) === day
  const own = desk.appointments.filter(isHere)
  const spanOf = ({ start, end }: { start: string; end: string }) => ({
    top: top(start),
    height: Math.max(21, top(end) - top(start)),
  })
  const moving = dragged ?? chosen
  const room = moving?.isToCome ? new Set(roomFor(desk, moving)) : new Set<DeskTime>()
  return (
    <div className={styles.column} style={{ height: hours * HOUR_PX }}>
      {desk.free.filter(isHere).map((free) => (
        <Free key={free.start} free={free} style={spanOf(free)} moving={room.has(free) ? moving : null} onPlace={onPlace} />
      ))}
      {own.map((appointment) => {
        const isBeside =
          appointment.standing === 'cancelled' &&
          own.some((other) => other.standing !== 'cancelled' && other.start < appointment.end && appointment.start < other.end)
        return (
          <Block
            key={appointment.appointmentId}
            appointment={appointment}
            style={{
              ...spanOf(appointment),
              ...(appointment.standing === 'cancelled' && { height: 21 }),
              ...(isBeside && { left: '52%' }),
            }}
            isChosen={chosen?.appointmentId === appointment.appointmentId}
            isLeaving={held !== null && chosen?.appointmentId === appointment.appointmentId}
            onChoose={() => onChoose(appointment.appointmentId)}
            onDrag={(isDragging) => onDrag(isDragging ? appointment.appointmentId : null)}
          />
        )
      })}
      {held && isHere(held) && (
        <div className={styles.held} style={spanOf(held)}>
          {held.name}, held
        </div>
      )}
    </div>
  )
}

type FreeProps = {
  free: DeskTime
  style: { top: number; height: number }
  moving: DeskAppointment | null
  onPlace: GridProps['onPlace']
}

/** A free stretch: something may be dropped on it, at the quarter hour under the hand. */
function Free({ free, style, moving, onPlace }: FreeProps) {
  const drop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    if (!moving) return
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const part = Math.min(1, Math.max(0, (event.clientY - top) / height))
    const wanted = Date.parse(free.start) + part * lengthOf(free)
    const starts = startsIn(free, lengthOf(moving))
    const nearest = starts.reduce(
      (best, each) => (Math.abs(Date.parse(each) - wanted) < Math.abs(Date.parse(best) - wanted) ? each : best),
      starts[0] ?? '',
    )
    if (nearest) onPlace({ placeId: free.placeId, start: nearest })
  }
  return (
    <fieldset
      aria-label="free"
      className={styles.free}
      style={style}
      data-takes={moving ? true : undefined}
      onDragOver={(event) => moving && event.preventDefault()}
      onDrop={drop}
    >
      <span>free</span>
    </fieldset>
  )
}
