import { useEffect, useRef } from 'react'
import type { DeskPlace } from '../../../data/desk.ts'
import { Time, useNow } from '../../../ui/index.tsx'
import { Block } from './block.tsx'
import styles from './desk.module.css'
import { Free } from './free.tsx'
import type { GridProps } from './grid-props.ts'
import { dayAt, heldByOthers, hoursShown, isOn, wallMinutes } from './scale.ts'

const HOUR_PX = 92
// What scrolls must be reachable by key.
const scrolls = { tabIndex: 0 } as const

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
      <div className={styles.grid} style={{ '--places': desk.places.length }}>
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
        {isToday && <div className={styles.nowLine} style={{ '--now': `${nowTop}px` }} />}
      </div>
    </section>
  )
}

type ColumnProps = GridProps & { place: DeskPlace; day: string; hours: number; top: (at: string) => number }

function Column({ place, day, hours, top, ...props }: ColumnProps) {
  const { desk, chosen, dragged, held } = props
  const isHere = isOn(place, day, desk)
  const own = desk.appointments.filter(isHere)
  const spanOf = ({ start, end }: { start: string; end: string }) => ({
    top: top(start),
    height: Math.max(21, top(end) - top(start)),
  })
  return (
    <div className={styles.column} style={{ height: hours * HOUR_PX }}>
      {desk.free.filter(isHere).map((free) => (
        <Free key={free.start} {...props} free={free} style={spanOf(free)} moving={dragged ?? chosen} runs="down" />
      ))}
      {own.map((appointment) => {
        const isBeside =
          appointment.standing === 'cancelled' &&
          own.some((other) => other.standing !== 'cancelled' && other.start < appointment.end && appointment.start < other.end)
        return (
          <Block
            key={appointment.appointmentId}
            {...props}
            appointment={appointment}
            style={{
              ...spanOf(appointment),
              ...(appointment.standing === 'cancelled' && { height: 21 }),
              ...(isBeside && { left: '52%' }),
            }}
          />
        )
      })}
      {held && isHere(held) && (
        <div className={styles.held} style={spanOf(held)}>
          {held.name}, {held.how}
        </div>
      )}
      {heldByOthers(desk, chosen)
        .filter(isHere)
        .map((each) => (
          <div key={each.appointmentId} className={styles.held} data-other="true" style={spanOf(each)}>
            held until <Time at={each.heldUntil} />
          </div>
        ))}
    </div>
  )
}
