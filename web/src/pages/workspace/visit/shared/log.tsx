import { type LogEntry, sealedReadings } from '@dripline/clinical'
import { useState } from 'react'
import { Button, Card, Line, Lines } from '../../../../ui/index.tsx'
import { sayTime } from '../../../../ui/when.ts'
import styles from '../visit.module.css'
import { Amend } from './amend.tsx'
import type { Open } from './folded.ts'
import { sayEvent } from './say-event.ts'
import { TakeBack } from './take-back.tsx'

const shown = 6

/** Everything that was written down, newest first; late entries and old wordings stand beside it. */
export function Log(open: Open) {
  const { visit, session } = open
  const [isWhole, setWhole] = useState(false)
  const [amending, setAmending] = useState<string | null>(null)
  const [back, setBack] = useState<LogEntry | 'visit' | null>(null)
  const entries = [...session.entries].reverse()
  const sealed = sealedReadings(session.entries.map(({ event }) => event))
  return (
    <Card
      title="Log"
      note={`${entries.length} entries, newest first; nothing is overwritten`}
      aside={
        entries.length > shown && (
          <Button kind="second" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Newest only' : 'All entries'}
          </Button>
        )
      }
    >
      <Lines>
        {(isWhole ? entries : entries.slice(0, shown)).map((entry) => (
          <Line
            key={entry.event.id}
            mark={<b className={styles.when}>{sayTime(entry.event.at, visit.zone)}</b>}
            note={noteOf(entry, open)}
            aside={
              isAmendable(entry) ? (
                <Button kind="second" onClick={() => setAmending(amending === entry.event.id ? null : entry.event.id)}>
                  Amend
                </Button>
              ) : (
                entry.event.kind !== 'booked' && (
                  <Button kind="second" onClick={() => setBack(entry)}>
                    Wrong patient
                  </Button>
                )
              )
            }
          >
            {sealed.has(entry.event.id) ? 'A reading, hidden until both people have read' : sayEvent(entry.event)}
            {amending === entry.event.id && (
              <>
                <Amend {...open} event={entry.event} onDone={() => setAmending(null)} />
                <Button kind="second" onClick={() => setBack(entry)}>
                  Wrong patient
                </Button>
              </>
            )}
          </Line>
        ))}
        {session.struck.length > 0 && (
          <Line note={session.struck.map((event) => sayEvent(event)).join(' · ')}>
            <s>{session.struck.length} struck</s>
          </Line>
        )}
      </Lines>
      {session.entries.length > 1 && (
        <Button kind="second" onClick={() => setBack('visit')}>
          This visit was opened for the wrong patient
        </Button>
      )}
      {back !== null && (
        <TakeBack
          visit={visit}
          eventId={back === 'visit' ? null : back.event.id}
          what={back === 'visit' ? 'Everything charted in this visit.' : sayEvent(back.event)}
          onClose={() => setBack(null)}
        />
      )}
    </Card>
  )
}

const amendable = [
  'vitals',
  'scores',
  'note',
  'adverse-effect',
  'no-adverse-effects',
  'drug-given',
  'home-check',
  'recovery-score',
]
const isAmendable = ({ event }: LogEntry) => amendable.includes(event.kind)

function noteOf({ event, earlier, isLate }: LogEntry, { visit }: Open): string {
  const by = visit.names[event.by] ?? 'a former colleague'
  const late = isLate ? `late entry, charted ${sayTime(event.enteredAt, visit.zone)}` : ''
  const before = earlier.map((old) => `before: ${sayEvent(old)}`)
  const why = event.amends ? `amended: ${event.amends.reason}` : ''
  return [by, late, why, ...before].filter(Boolean).join(' · ')
}
