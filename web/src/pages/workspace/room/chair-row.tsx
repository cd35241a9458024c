import { administrationOf, drugOf, usualPolicies } from '@dripline/clinical'
import { type RoomVisit as Bar, RoomBar, type RoomDay } from '../../../charts/room-timeline.tsx'
import { type RoomRow, type RoomVisit, useArrive } from '../../../data/room.ts'
import { Button, FormProblems, Icon, Link, StateMark, StatusShape, useKey } from '../../../ui/index.tsx'
import { sayTime } from '../../../ui/when.ts'
import { useGo } from './go.ts'
import styles from './room.module.css'
import { type Asked, askedOf, openTasksOf } from './sentence.ts'

const words: Partial<Record<RoomVisit['state'], readonly ['running' | 'recovering' | 'paused' | 'waiting' | 'open', string]>> = {
  arrived: ['waiting', 'Arrived'],
  cleared: ['waiting', 'Second check'],
  'drawn up': ['waiting', 'Second check'],
  checked: ['waiting', 'Ready to start'],
  running: ['running', 'Running'],
  paused: ['paused', 'Paused'],
  stopped: ['recovering', 'Stopped'],
  recovering: ['recovering', 'Recovering'],
  left: ['open', 'Discharged'],
  cancelled: ['open', 'Canceled'],
}

type ChairRowProps = { chair: string; row: RoomRow; day: RoomDay }

/** One visit of a chair: who, how it stands, its bar on the room's axis, the last signs and what is next. */
export function ChairRow({ chair, row, day }: ChairRowProps) {
  const { visit, name, indication, number, of } = row
  const now = String(day.now)
  const zone = day.zone
  const [state, word] = visit ? (words[visit.state] ?? ['open', visit.state]) : ['open' as const, 'Booked']
  const go = useGo()
  // A chair that is called by one figure opens by it.
  const key = visit && /^[1-9]$/.test(chair) ? chair : undefined
  useKey(key, () => visit && go(`/visits/${visit.sessionId}`), `Opens chair ${chair}`)
  const since = visit?.state === 'paused' && visit.stateSince ? ` ${sayTime(visit.stateSince, zone)}` : ''
  return (
    <li className={styles.row} data-planned={visit ? undefined : true}>
      <b className={styles.chair} data-word={chair.length > SHORT || undefined}>
        {chair}
      </b>
      <div className={styles.who}>
        {visit ? <Link href={`/visits/${visit.sessionId}`}>{name}</Link> : <b>{name}</b>}
        <small>
          {row.indication === null ? givenAs(row) : `${indication === 'pain' ? 'Pain, day' : 'Depression,'} ${number} of ${of}`}
          {!visit && `, at ${sayTime(row.start, zone)}`}
        </small>
      </div>
      <div className={styles.state}>
        <StateMark state={state} word={`${word}${since}`} />
        {visit && <small>{nurseOf(visit)}</small>}
      </div>
      <div className={styles.timeline}>
        <RoomBar day={day} visit={barOf(row)} name={name} height={64} />
      </div>
      <Charted visit={visit} zone={zone} />
      {visit ? <Next asked={askedOf(row, now, zone)} tasks={visit.drugTasks} /> : <Arrival row={row} />}
    </li>
  )
}

/** So many letters of a chair's name stand large. */
const SHORT = 3

/** What is given where it is no course of infusions: the drug, by its way. */
const givenAs = ({ gives }: RoomRow) =>
  `${administrationOf(gives.by)?.title ?? gives.by}, ${drugOf(gives.drug)?.title ?? gives.drug}`

const gone = ['left', 'cancelled']

const nurseOf = ({ nurse, offeredTo, state }: RoomVisit) => {
  if (offeredTo) return `${nurse ?? 'nobody'}, offered to ${offeredTo}`
  return nurse ?? (gone.includes(state) ? '' : 'no nurse yet')
}

const minuteMs = 60_000
const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * minuteMs).toISOString()
const { stayPainMinutes, stayDepressionMinutes } = usualPolicies.discharge
const stayMinutes = { pain: stayPainMinutes, depression: stayDepressionMinutes }

/** The bar as it now stands: given so far, and the order from now on; before the start, as it was booked. */
export function barOf({ start, end, minutes, indication, visit }: RoomRow): Bar | null {
  if (visit?.state === 'cancelled') return null
  const planned = { from: later(start, 30), to: later(start, 30 + minutes) }
  if (!visit?.startedAt) return { from: start, home: end, infusion: planned, state: visit ? 'waiting' : 'planned', given: [] }
  const stopped = visit.stoppedAt ?? visit.endsAt ?? later(visit.startedAt, minutes)
  const home =
    visit.state === 'left' && visit.stateSince
      ? visit.stateSince
      : later(stopped, indication === null ? 0 : stayMinutes[indication])
  const from = start < visit.startedAt ? start : later(visit.startedAt, -20)
  const infusion = { from: visit.startedAt, to: stopped }
  const { given } = visit
  if (visit.stoppedAt) return { from, home, infusion, state: 'recovering', given }
  if (visit.state !== 'paused' || !visit.stateSince) return { from, home, infusion, state: 'running', given }
  return { from, home, infusion, state: 'paused', pausedSince: visit.stateSince, given }
}

function Charted({ visit, zone }: { visit: RoomVisit | null; zone: string }) {
  const { systolic, diastolic, pulse, spo2 } = visit?.latest ?? {}
  if (!systolic || !diastolic) return <div className={styles.charted} />
  const isPast = visit?.level !== null
  return (
    <div className={styles.charted} data-past={isPast || undefined}>
      <span>
        <b>
          {systolic.value}/{diastolic.value}
        </b>{' '}
        at {sayTime(systolic.at, zone)}
      </span>
      <small>
        {pulse && `pulse ${pulse.value}`}
        {spo2 && `, SpO₂ ${spo2.value} %`}
      </small>
    </div>
  )
}

type NextProps = { asked: Asked; tasks: RoomVisit['drugTasks'] }

function Next({ asked: { title, detail, tone }, tasks }: NextProps) {
  return (
    <div className={styles.next} data-tone={tone}>
      {tone === 'plain' ? title !== '' && <Icon name="clock" /> : <StatusShape status={tone} size={22} />}
      <span>
        <b>{title}</b>
        {detail}
      </span>
      {openTasksOf(tasks).map((said) => (
        <small key={said} className={styles.task}>
          <StatusShape status="caution" size={16} /> {said}
        </small>
      ))}
    </div>
  )
}

function Arrival({ row }: { row: RoomRow }) {
  const go = useGo()
  const arrive = useArrive((sessionId) => go(`/visits/${sessionId}`))
  return (
    <div className={styles.next}>
      <Button kind="second" isPending={arrive.isSending} onClick={() => arrive.send({ appointmentId: row.appointmentId })}>
        Arrived
      </Button>
      <FormProblems problem={arrive.problem} />
    </div>
  )
}
