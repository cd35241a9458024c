import type { FoldedSession } from '@dripline/clinical'
import { useState } from 'react'
import type { VisitRecord } from '../../../data/record.ts'
import { Button, Card } from '../../../ui/index.tsx'
import { sayTime } from '../../../ui/when.ts'
import { sayEvent } from '../visit/entries/say-event.ts'
import { type Happening, happeningsOf } from './happenings.ts'
import styles from './record.module.css'
import { useRecordWords } from './record-words.ts'

// What the chart and the table of scores already show; on the screen it is folded away, on paper it stands.
const charted = ['vitals', 'scores']
const isCharted = ({ said, old, writtenAt }: Happening) =>
  said !== null && charted.includes(said.kind) && old.length === 0 && writtenAt === null

const strong = ['started', 'stopped', 'paused', 'resumed', 'rate-changed']

/** What happened, and who; what was corrected, taken back or written late is tinted and says so. */
export function Happened({ visit, session }: { visit: VisitRecord; session: FoldedSession }) {
  const word = useRecordWords()
  const all = happeningsOf(session)
  const [isWhole, setWhole] = useState(false)
  const folded = all.filter(isCharted).length
  const count = (of: (each: Happening) => boolean) => all.filter(of).length
  const marks = [
    [count(({ said, old }) => said !== null && old.length > 0), 'corrected'],
    [count(({ said }) => said === null), 'struck'],
    [count(({ writtenAt }) => writtenAt !== null), 'late'],
  ]
    .filter(([many]) => Number(many) > 0)
    .map(([many, what]) => `${many} ${what}`)
  return (
    <Card title={word('What happened, and who')} note={marks.join(', ') || 'no corrections or late entries'}>
      <ol className={styles.happened} data-whole={isWhole || undefined}>
        {all.map((each) => (
          <HappenedLine key={each.id} {...each} visit={visit} />
        ))}
      </ol>
      {folded > 0 && (
        <p className={styles.fold}>
          <Button kind="second" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Hide charted vital signs and scores' : `Show ${folded} charted vital signs and scores`}
          </Button>
        </p>
      )}
    </Card>
  )
}

function HappenedLine({ id, at, said, old, change, writtenAt, by, visit }: Happening & { visit: VisitRecord }) {
  const { zone, names } = visit
  const name = (id: string) => names[id] ?? 'a former colleague'
  const when = (instant: string) =>
    sayTime(instant, zone, instant.slice(0, 10) === at.slice(0, 10) ? 'time' : 'full day and time')
  const isMarked = change !== null || writtenAt !== null
  return (
    <li data-marked={isMarked || undefined} data-charted={isCharted({ id, at, said, old, change, writtenAt, by }) || undefined}>
      <time dateTime={at}>{sayTime(at, zone)}</time>
      <div>
        {old.map((event) => (
          <s key={event.id}>{sayEvent(event)}</s>
        ))}
        {said && (strong.includes(said.kind) || old.length > 0 ? <b>{sayEvent(said)}</b> : <span>{sayEvent(said)}</span>)}
        {change && (
          <small>
            {said ? 'corrected' : 'struck'} {when(change.at)} by {name(change.by)}: “{change.reason}”
            {change.isWrongPerson && '. It was charted on the wrong patient and offered to the right chart'}
          </small>
        )}
        {writtenAt && (
          <small>
            late entry, charted {when(writtenAt)}, for {sayTime(at, zone)}
          </small>
        )}
      </div>
      <span>{name(by)}</span>
    </li>
  )
}
