import { RoomAxis, RoomBar, type RoomDay } from '../../charts/room-timeline.tsx'
import { usePageData } from '../../data/page-data.ts'
import { useRoom } from '../../data/room.ts'
import { Button, Empty, Icon, Link, LiveState, Page, StateMark, StatusMark, Time, useIsLive } from '../../ui/index.tsx'
import { ChairRow } from './room/chair-row.tsx'
import { chairsOf, dayOf } from './room/day.ts'
import { Nurses } from './room/nurses.tsx'
import styles from './room/room.module.css'
import { askedOf, sentenceOf } from './room/sentence.ts'

export const page = {
  path: '/room',
  for: ['nurse', 'prescriber', 'front desk', 'owner'],
  mood: 'work',
  title: 'Infusion room',
  place: 'Room',
  skeleton: 'table',
} as const

/** The whole room on one time axis: chairs stay in their places, urgency lives in the title and in the last column. */
export default function Room() {
  const room = useRoom()
  const isLive = useIsLive()
  const mayRead = usePageData().frame.user?.roles.some((role) => role === 'nurse' || role === 'prescriber')
  const [chairs, day] = [chairsOf(room), dayOf(room)]
  const asked = room.rows.map((row) => askedOf(row, room.now, room.zone))
  const { title, lead } = sentenceOf(asked, ({ chairId }) => chairs.find(({ id }) => id === chairId)?.name ?? '')
  if (chairs.length === 0)
    return (
      <Page title="The room has no chairs yet">
        <Empty title="No chairs" act={<Button href="/clinic">Add the first chair</Button>}>
          Each chair shows its visit, what was last charted and what is due.
        </Empty>
      </Page>
    )
  return (
    <Page
      title={isLive ? title : 'Go look at the chairs'}
      lead={isLive ? lead : undefined}
      aside={
        <>
          {mayRead && <Link href="/room/day">Earlier days</Link>} <Time at={room.now} form="day and time" zone={room.zone} />
        </>
      }
    >
      <LiveState />
      <div className={styles.room} data-stale={!isLive || undefined}>
        <div className={styles.head} aria-hidden="true">
          <span>Chair</span>
          <span>Patient</span>
          <span>State</span>
          <div className={styles.axis}>
            <RoomAxis day={day} />
          </div>
          <span>Last charted</span>
          <span>Next</span>
        </div>
        <ul className={styles.rows}>
          {chairs.map(({ id, name, rows }) =>
            rows.length === 0 ? (
              <NotBooked key={id} name={name} day={day} />
            ) : (
              rows.map((row) => <ChairRow key={row.appointmentId} chair={name} row={row} day={day} />)
            ),
          )}
        </ul>
      </div>
      <Legend now={room.now} zone={room.zone} isLive={isLive} />
      <Nurses chairs={chairs} />
    </Page>
  )
}

const NotBooked = ({ name, day }: { name: string; day: RoomDay }) => (
  <li className={styles.row} data-planned>
    <b className={styles.chair}>{name}</b>
    <div className={styles.who}>
      <span>not booked</span>
    </div>
    <div className={styles.state}>
      <StateMark state="open" />
    </div>
    <div className={styles.timeline}>
      <RoomBar day={day} visit={null} name={`Chair ${name}`} height={64} />
    </div>
  </li>
)

const Legend = ({ now, zone, isLive }: { now: string; zone: string; isLive: boolean }) => (
  <p className={styles.legend}>
    <StateMark state="running" word="running" />
    <StateMark state="paused" word="paused" />
    <StateMark state="recovering" word="recovering" />
    <span>
      <Icon name="clock" /> due, in time
    </span>
    <StatusMark status="caution" word="late" />
    <StatusMark status="defer" word="past clinic policy" />
    <span className={styles.end}>
      Charted values, not an alarm; rely on the bedside monitor. Updated <Time at={now} zone={zone} />
      {isLive ? ', live.' : '.'}
    </span>
  </p>
)
