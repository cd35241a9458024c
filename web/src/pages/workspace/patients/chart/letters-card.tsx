import { useState } from 'react'
import type { ChartData } from '../../../../data/chart.ts'
import { Button, Card, Line, Lines, StatusMark, Time } from '../../../../ui/index.tsx'

const REFUSED_AFTER = 3
const shown = 5
const words: Readonly<Record<string, string>> = {
  'appointment-reminder': 'Appointment reminder',
  'check-in': 'Follow-up question',
}

/** Letters to a person: what went out, what waits, what did not arrive. */
export function LettersCard({ letters }: Pick<ChartData, 'letters'>) {
  const [isWhole, setWhole] = useState(false)
  return (
    <Card
      title="Letters"
      note={letters.length === 0 ? 'none' : undefined}
      aside={
        letters.length > shown && (
          <Button kind="second" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Newest only' : `All ${letters.length}`}
          </Button>
        )
      }
    >
      <Lines>
        {(isWhole ? letters : letters.slice(0, shown)).map(({ id, kind, subject, dueAt, sentAt, droppedAt, tries }) => (
          <Line
            key={id}
            aside={
              sentAt ? (
                <StatusMark status="clear" word="sent" />
              ) : droppedAt ? (
                <StatusMark status="caution" word="not sent" />
              ) : tries >= REFUSED_AFTER ? (
                <StatusMark status="caution" word={`tried ${tries} times`} />
              ) : (
                <StatusMark status="inform" word="scheduled" />
              )
            }
            note={<Time at={sentAt ?? dueAt} form="day and time" />}
          >
            {subject ?? words[kind] ?? kind}
          </Line>
        ))}
      </Lines>
    </Card>
  )
}
