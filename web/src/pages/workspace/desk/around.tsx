import { type Desk, type DeskAppointment, type DeskWaiting, deskFile } from '../../../data/desk.ts'
import { Button, Card, Icon, Line, Lines, Link, StatusShape, Time, useNow } from '../../../ui/index.tsx'
import styles from './desk.module.css'
import { dayAt, sayBlock, sayLate } from './scale.ts'

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

/** The same in words, by clinician and chair, each in the order of the clock; a call leads to its own page. */
export function InWords({ desk, days, onChoose }: { desk: Desk; days: readonly string[]; onChoose: (id: string) => void }) {
  const file = (
    <Link href={deskFile(days[0] ?? '', days.length)} download="appointments.csv">
      Export as CSV
    </Link>
  )
  const rows = desk.appointments.filter(({ start }) => days.includes(dayAt(start, desk.zone)))
  const known = new Set(desk.places.map(({ id }) => id))
  const groups = [
    ...desk.places.map(({ id, name }) => ({ name, own: rows.filter(({ placeId }) => placeId === id) })),
    { name: 'Nobody who still takes them', own: rows.filter(({ placeId }) => !known.has(placeId ?? '')) },
  ].filter(({ own }) => own.length > 0)
  return (
    <Card title="In words" note="everything above, by clinician and chair" aside={file} flush>
      {groups.length === 0 && <p className={styles.nothing}>Nothing is booked.</p>}
      {groups.map(({ name, own }) => (
        <section key={name} aria-label={name}>
          <h3 className={styles.whose}>{name}</h3>
          <ul className={styles.words}>
            {own.map((each) => (
              <WordsOf key={each.appointmentId} appointment={each} isLong={days.length > 1} onChoose={onChoose} />
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}

type WordsOfProps = { appointment: DeskAppointment; isLong: boolean; onChoose: (id: string) => void }

function WordsOf({ appointment, isLong, onChoose }: WordsOfProps) {
  const { appointmentId, standing, kind, name, start, dial, phone } = appointment
  const late = sayLate(appointment, useNow(30_000))
  return (
    <li data-standing={standing}>
      <Time at={start} form={isLong ? 'day and time' : 'time'} />
      <span>
        {kind === 'call' ? <Link href={`/calls/${appointmentId}`}>{name}</Link> : <b>{name}</b>}
        <small>
          {[sayBlock(appointment), late].filter(Boolean).join(', ')} · <a href={`tel:${dial}`}>{phone}</a>
        </small>
      </span>
      <Button kind="second" onClick={() => onChoose(appointmentId)}>
        Show
      </Button>
    </li>
  )
}
