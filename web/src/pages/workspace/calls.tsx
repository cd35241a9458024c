import { addDays } from '@dripline/clinical'
import { type DeskAppointment, useDesk } from '../../data/desk.ts'
import { usePageData } from '../../data/page-data.ts'
import { Button, Card, Empty, Link, LiveState, Page, PressKeys, Row, Stack, saySpan, Time, useNow } from '../../ui/index.tsx'
import { DaysStrip, InWords, Waits } from './desk/around.tsx'
import { CloseDay, ClosedDay } from './desk/close-day.tsx'
import { DayGrid } from './desk/day-grid.tsx'
import styles from './desk/desk.module.css'
import { BookFree } from './desk/find-one.tsx'
import { Move } from './desk/move.tsx'
import { Moved } from './desk/moved.tsx'
import { dayAt } from './desk/scale.ts'
import { Selected } from './desk/selected.tsx'
import { deskOf, useChosen } from './desk/use-chosen.ts'
import { useShown } from './desk/use-shown.ts'
import { WeekGrid } from './desk/week-grid.tsx'

export const page = {
  path: '/calls',
  for: ['front desk', 'nurse', 'prescriber', 'owner'],
  mood: 'work',
  title: 'Calls',
  place: 'Calls',
  skeleton: 'table',
} as const

/** The desk: any day or week by clinician and chair; call, move, cancel, missed, and what waits. */
export default function Calls() {
  const now = useNow(15_000)
  const { zone } = usePageData().frame.clinic
  const today = dayAt(now.toISOString(), zone)
  const { day: shown, isWeek, placeId, isLoading, show } = useShown(today)
  const desk = useDesk(mondayOf(shown), WEEK)
  const go = (day: string) => show({ day })
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
            onPick={(view) => show({ isWeek: view === 'Week' })}
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
          <select
            className={styles.date}
            aria-label="Whose times"
            value={placeId}
            onChange={(event) => show({ placeId: event.currentTarget.value })}
          >
            <option value="">Everyone</option>
            {desk.places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <Button kind="second" onClick={() => window.print()}>
            Print
          </Button>
          <Link href="/call-measures">Measures</Link>
        </Row>
      }
    >
      <LiveState what="The desk" />
      <Body desk={deskOf(desk, placeId)} day={shown} isWeek={isWeek} isLoading={isLoading} now={now} onDay={go} />
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

function Body({ desk, day, isWeek, isLoading, now, onDay }: BodyProps) {
  const at = useChosen({ desk, day, isWeek })
  const { grid, chosen, choose } = at
  const shown = desk.days.find(({ date }) => date === day)
  return (
    <div className={styles.desk} data-loading={isLoading || undefined}>
      <p className="heard" role="status">
        {at.said}
      </p>
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
          <Move desk={desk} appointment={chosen} target={at.target} onTarget={at.setTarget} onDone={at.done} />
        )}
        {at.moved && chosen?.isToCome && !at.isMoving && <Moved {...at.moved} onBack={at.placeOne} />}
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
