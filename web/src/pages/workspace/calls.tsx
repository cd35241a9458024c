import { addDays } from '@dripline/clinical'
import { useState, useTransition } from 'react'
import { type DeskAppointment, useDesk } from '../../data/desk.ts'
import { usePageData } from '../../data/page-data.ts'
import { Button, Card, Empty, LiveState, Page, PressKeys, Row, Stack, saySpan, Time, useNow } from '../../ui/index.tsx'
import { DaysStrip, InWords, Waits } from './desk/around.tsx'
import { CloseDay, ClosedDay } from './desk/close-day.tsx'
import { DayGrid } from './desk/day-grid.tsx'
import styles from './desk/desk.module.css'
import { BookFree } from './desk/find-one.tsx'
import { Move } from './desk/move.tsx'
import { dayAt, lengthOf } from './desk/scale.ts'
import { Selected } from './desk/selected.tsx'
import { WeekGrid } from './desk/week-grid.tsx'

export const page = {
  path: '/calls',
  for: ['front desk', 'nurse', 'prescriber', 'owner'],
  mood: 'work',
  title: 'Calls',
  place: 'Calls',
  skeleton: 'table',
} as const

type Target = { placeId: string; start: string }

/** The desk: any day or week by clinician and chair; call, move, cancel, missed, and what waits. */
export default function Calls() {
  const now = useNow(15_000)
  const { zone } = usePageData().frame.clinic
  const today = dayAt(now.toISOString(), zone)
  const [shown, setDay] = useState(today)
  const [isWeek, setIsWeek] = useState(false)
  const [isLoading, startTransition] = useTransition()
  const desk = useDesk(mondayOf(shown), WEEK)
  const go = (day: string) => startTransition(() => setDay(day))
  return (
    <Page
      title={<Heading day={shown} isWeek={isWeek} />}
      lead={[
        sayCounts(desk.appointments.filter(({ start }) => isWeek || dayAt(start, desk.zone) === shown)),
        sayNext(desk.appointments, today, now),
      ]
        .filter(Boolean)
        .join(' ')}
      aside={
        <Row>
          <PressKeys
            label="Day or week"
            isLabelHeard
            keys={['Day', 'Week']}
            value={isWeek ? 'Week' : 'Day'}
            onPick={(view) => setIsWeek(view === 'Week')}
          />
          <Button kind="second" icon="back" onClick={() => go(addDays(shown, isWeek ? -WEEK : -1))}>
            <span className="heard">Before</span>
          </Button>
          <Button kind="second" onClick={() => go(today)}>
            Today
          </Button>
          <Button kind="second" icon="next" onClick={() => go(addDays(shown, isWeek ? WEEK : 1))}>
            <span className="heard">After</span>
          </Button>
          <input
            className={styles.date}
            type="date"
            aria-label="Go to a day"
            value={shown}
            onChange={(event) => event.currentTarget.value && go(event.currentTarget.value)}
          />
        </Row>
      }
    >
      <LiveState what="The desk" />
      <Body desk={desk} day={shown} isWeek={isWeek} isLoading={isLoading} now={now} onDay={go} />
    </Page>
  )
}

const WEEK = 7

type BodyProps = {
  desk: ReturnType<typeof useDesk>
  day: string
  isWeek: boolean
  isLoading: boolean
  now: Date
  onDay: (day: string) => void
}

/** Which booking is chosen, which is dragged, and where one is about to move. */
function useChosen(desk: BodyProps['desk']) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [draggedId, setDraggedId] = useState<string | null>(null)
  const [isMoving, setIsMoving] = useState(false)
  const [target, setTarget] = useState<Target | null>(null)
  const [isBooking, setIsBooking] = useState(false)
  const find = (id: string | null) => desk.appointments.find(({ appointmentId }) => appointmentId === id) ?? null
  const [chosen, dragged] = [find(chosenId), find(draggedId)]
  const choose = (id: string | null) => {
    setChosenId(id)
    setIsMoving(false)
    setTarget(null)
    setIsBooking(false)
  }
  const place = (time: Target) => {
    const moving = dragged ?? chosen
    if (!moving?.isToCome) return
    setChosenId(moving.appointmentId)
    setIsMoving(true)
    setTarget(time)
    setDraggedId(null)
  }
  const held = heldBy(chosen, target)
  const grid = { desk, chosen, dragged, held, onChoose: choose, onDrag: setDraggedId, onPlace: place }
  return { grid, chosen, choose, isMoving, setIsMoving, target, setTarget, isBooking, setIsBooking }
}

function Body({ desk, day, isWeek, isLoading, now, onDay }: BodyProps) {
  const at = useChosen(desk)
  const { grid, chosen, choose } = at
  const shown = desk.days.find(({ date }) => date === day)
  return (
    <div className={styles.desk} data-loading={isLoading || undefined}>
      <Stack>
        {!isWeek && shown && <ClosedDay key={shown.date} {...shown} />}
        {desk.places.length === 0 ? (
          <Card>
            <Empty icon="calendar">No one takes calls and no chair is in use yet. The owner adds both under Clinic.</Empty>
          </Card>
        ) : (
          <Card flush>{isWeek ? <WeekGrid {...grid} /> : <DayGrid day={day} {...grid} />}</Card>
        )}
        {!isWeek && shown && <CloseDay key={day} day={day} isClosed={shown.closed !== null} />}
        <Legend />
        <DaysStrip desk={desk} day={day} onDay={onDay} />
        <InWords desk={desk} days={isWeek ? desk.days.map(({ date }) => date) : [day]} onChoose={choose} />
      </Stack>
      <div className={styles.side}>
        {chosen && (
          <Selected
            key={chosen.appointmentId}
            appointment={chosen}
            place={desk.places.find(({ id }) => id === chosen.placeId)}
            now={now}
            onMove={() => at.setIsMoving(true)}
            onClose={() => choose(null)}
          />
        )}
        {chosen && at.isMoving && (
          <Move
            desk={desk}
            appointment={chosen}
            target={at.target}
            onTarget={at.setTarget}
            onDone={() => choose(chosen.appointmentId)}
          />
        )}
        {at.isBooking ? (
          <BookFree onClose={() => at.setIsBooking(false)} />
        ) : (
          !at.isMoving && (
            <Button kind="second" size="wide" onClick={() => at.setIsBooking(true)}>
              Book a free time
            </Button>
          )
        )}
        <Waits
          waits={desk.waits}
          onOpen={({ appointmentId, start }) => {
            onDay(dayAt(start, desk.zone))
            choose(appointmentId)
          }}
        />
      </div>
    </div>
  )
}

const heldBy = (chosen: DeskAppointment | null, target: Target | null) =>
  chosen && target
    ? { ...target, end: new Date(Date.parse(target.start) + lengthOf(chosen)).toISOString(), name: chosen.name }
    : null

const Heading = ({ day, isWeek }: { day: string; isWeek: boolean }) => {
  const at = `${isWeek ? mondayOf(day) : day}T17:00:00Z`
  return (
    <>
      {isWeek && 'Week of '}
      <Time at={at} form="day" />
    </>
  )
}

const sayCounts = (rows: readonly DeskAppointment[]): string => {
  const count = (kind: DeskAppointment['kind'], one: string, many: string) => {
    const own = rows.filter((each) => each.kind === kind && each.standing !== 'cancelled').length
    return `${own} ${own === 1 ? one : many}`
  }
  const off = rows.filter(({ standing }) => standing === 'cancelled').length
  const parts = [
    count('call', 'call', 'calls'),
    count('evaluation', 'evaluation', 'evaluations'),
    count('infusion', 'infusion', 'infusions'),
  ]
  return `${[...parts, ...(off > 0 ? [`${off} canceled`] : [])].join(', ')}; times are the clinic’s.`
}

/** Which call comes next today, or is late. */
const sayNext = (rows: readonly DeskAppointment[], today: string, now: Date): string => {
  const next = rows.find(
    ({ kind, standing, start, callStartedAt }) =>
      kind === 'call' &&
      standing === 'booked' &&
      !callStartedAt &&
      start.slice(0, 10) >= today &&
      Date.parse(start) - now.getTime() < DAY_MS,
  )
  if (!next) return ''
  const minutes = (Date.parse(next.start) - now.getTime()) / 60_000
  return minutes > 0 ? `${next.name} is next, in ${saySpan(minutes)}.` : `${next.name} is waiting for a call.`
}

const DAY_MS = 86_400_000

const Legend = () => (
  <ul className={styles.legend} aria-label="What the shapes mean">
    <li data-kind="call">call</li>
    <li data-kind="evaluation">evaluation</li>
    <li data-kind="infusion">infusion</li>
    <li data-kind="missed">missed</li>
    <li data-kind="free">free</li>
    <li data-kind="cancelled">
      <s>canceled</s>
    </li>
  </ul>
)

/** The Monday of the week that a day stands in. */
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7))
