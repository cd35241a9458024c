import { type Desk, type DeskWaiting, deskFile } from '../../../data/desk.ts'
import { Button, Card, Icon, Line, Lines, Link, StatusShape, Time } from '../../../ui/index.tsx'
import styles from './desk.module.css'
import { dayAt, sayBlock } from './scale.ts'

const words: Record<DeskWaiting['why'], string> = {
  missed: 'missed, and nothing booked since: call again',
  'letters come back': 'the email comes back: tell them by phone',
  'no one for it': 'nobody licensed holds it any more: give it to a colleague',
  'closed that day': 'the clinic is closed on that day: move or cancel it',
  'outside hours': 'the clinic is not open at that time: move or cancel it',
  'chair out of use': 'its chair is out of use: give it another',
  'booked twice': 'two callers with one number: is it one person?',
}

/** What waits for somebody at the desk, with the number to call. */
export const Waits = ({ waits, onOpen }: { waits: readonly DeskWaiting[]; onOpen: (waiting: DeskWaiting) => void }) =>
  waits.length === 0 ? null : (
    <Card title="Waits for the desk" note={`${waits.length}`}>
      <Lines>
        {waits.map((each) => (
          <Line
            key={`${each.appointmentId} ${each.why}`}
            mark={<StatusShape status={each.why === 'booked twice' ? 'inform' : 'caution'} size={20} />}
            note={
              <>
                {each.phone}, <Time at={each.start} form="day and time" />
              </>
            }
            aside={
              <Button kind="second" onClick={() => onOpen(each)}>
                Show
              </Button>
            }
          >
            <b>{each.name}</b>: {words[each.why]}
          </Line>
        ))}
      </Lines>
    </Card>
  )

/** The days beside this one, with what is booked and how much is free; pressed, one opens. */
export const DaysStrip = ({ desk, day, onDay }: { desk: Desk; day: string; onDay: (day: string) => void }) => (
  <Card title="Week" note="press a day to open it">
    <ul className={styles.days}>
      {desk.days.map(({ date, closed }) => {
        const own = desk.appointments.filter(
          ({ start, standing }) => dayAt(start, desk.zone) === date && standing !== 'cancelled',
        )
        const count = (kind: string) => own.filter((each) => each.kind === kind).length
        const free = desk.free.filter(({ start }) => dayAt(start, desk.zone) === date).length
        return (
          <li key={date}>
            <button type="button" aria-pressed={date === day} onClick={() => onDay(date)}>
              <span>
                <b>
                  <Time at={`${date}T17:00:00Z`} form="day" />
                </b>
                <small>{closed ? 'closed' : `${free} free`}</small>
              </span>
              {closed ? (
                <small>{closed}</small>
              ) : (
                <span className={styles.counts}>
                  <Count icon="phone" what="calls" value={count('call')} />
                  <Count icon="person" what="evaluations" value={count('evaluation')} />
                  <Count icon="drop" what="infusions" value={count('infusion')} />
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ul>
  </Card>
)

const Count = ({ icon, what, value }: { icon: 'phone' | 'person' | 'drop'; what: string; value: number }) => (
  <span>
    <Icon name={icon} size={16} /> {value} <span className="heard">{what}</span>
  </span>
)

/** The same in words: everything of the shown days in the order of the clock; a call leads to its own page. */
export function InWords({ desk, days, onChoose }: { desk: Desk; days: readonly string[]; onChoose: (id: string) => void }) {
  const file = (
    <Link href={deskFile(days[0] ?? '', days.length)} download="appointments.csv">
      Export as CSV
    </Link>
  )
  const rows = desk.appointments.filter(({ start }) => days.includes(dayAt(start, desk.zone)))
  const placeOf = (id: string | null) => desk.places.find((place) => place.id === id)?.name
  return (
    <Card title="In words" note="everything above, in the order of the clock" aside={file} flush>
      {rows.length === 0 ? (
        <p className={styles.nothing}>Nothing is booked.</p>
      ) : (
        <ul className={styles.words}>
          {rows.map((each) => (
            <li key={each.appointmentId} data-standing={each.standing}>
              <Time at={each.start} form={days.length > 1 ? 'day and time' : 'time'} />
              <span>
                {each.kind === 'call' ? <Link href={`/calls/${each.appointmentId}`}>{each.name}</Link> : <b>{each.name}</b>}
                <small>
                  {sayBlock(each)}
                  {placeOf(each.placeId) ? ` · ${placeOf(each.placeId)}` : ''} · <a href={`tel:${each.dial}`}>{each.phone}</a>
                </small>
              </span>
              <Button kind="second" onClick={() => onChoose(each.appointmentId)}>
                Show
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
