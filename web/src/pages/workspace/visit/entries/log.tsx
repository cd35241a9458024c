import { type LogEntry, sealedReadings } from '@dripline/clinical'
import { useState } from 'react'
import { Button, Card, Line, Lines, sayTime } from '../../../../ui/index.tsx'
import type { AnyOpen } from '../folded.ts'
import { Amend } from './amend.tsx'
import { sayEvent } from './say-event.ts'
import { TakeBack } from './take-back.tsx'

const shown = 6
type Back = LogEntry | 'visit'

/** Everything that was written down, newest first; late entries and old wordings stand beside it. */
export function Log(open: AnyOpen) {
  const { visit, session } = open
  const [isWhole, setWhole] = useState(false)
  const [back, setBack] = useState<Back | null>(null)
  const entries = session.entries.toReversed()
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
          <Entry key={entry.event.id} {...open} entry={entry} isSealed={sealed.has(entry.event.id)} onBack={setBack} />
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

type EntryProps = AnyOpen & { entry: LogEntry; isSealed: boolean; onBack: (entry: LogEntry) => void }

function Entry({ entry, isSealed, onBack, ...open }: EntryProps) {
  const [isAmending, setAmending] = useState(false)
  const { event } = entry
  // What two people put into the drug book is corrected there.
  const isAmendable = amendable.includes(event.kind) && !(event.kind === 'act' && event.booked)
  const wrong = (
    <Button kind="second" onClick={() => onBack(entry)}>
      Wrong patient
    </Button>
  )
  const amend = (
    <Button kind="second" onClick={() => setAmending(!isAmending)}>
      Amend
    </Button>
  )
  return (
    <Line
      mark={<b>{sayTime(event.at, open.visit.zone)}</b>}
      note={noteOf(entry, open)}
      aside={isAmendable ? amend : event.kind !== 'booked' && wrong}
    >
      {isSealed ? 'A reading, hidden until both people have read' : sayEvent(event)}
      {isAmending && (
        <>
          <Amend {...open} event={event} onDone={() => setAmending(false)} />
          {wrong}
        </>
      )}
    </Line>
  )
}

const amendable = [
  'act',
  'vitals',
  'scores',
  'note',
  'adverse-effect',
  'no-adverse-effects',
  'drug-given',
  'home-check',
  'recovery-score',
]

function noteOf({ event, earlier, isLate }: LogEntry, { visit }: AnyOpen): string {
  const by = visit.names[event.by] ?? 'a former colleague'
  const late = isLate ? `late entry, charted ${sayTime(event.enteredAt, visit.zone)}` : ''
  const before = earlier.map((old) => `before: ${sayEvent(old)}`)
  const why = event.amends ? `amended: ${event.amends.reason}` : ''
  return [by, late, why, ...before].filter(Boolean).join(' · ')
}
