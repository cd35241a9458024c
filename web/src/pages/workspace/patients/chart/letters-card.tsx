import type { ChartData } from '../../../../data/chart.ts'
import { Card, Line, Lines, StatusMark, Time } from '../../../../ui/index.tsx'

const REFUSED_AFTER = 3

/** Letters to a person: what went out, what waits, what did not arrive. */
export const LettersCard = ({ letters }: Pick<ChartData, 'letters'>) => (
  <Card title="Letters" note={letters.length === 0 ? 'none' : undefined}>
    <Lines>
      {letters.map(({ id, kind, subject, dueAt, sentAt, droppedAt, tries }) => (
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
              <StatusMark status="inform" word="waiting" />
            )
          }
          note={<Time at={sentAt ?? dueAt} form="day and time" />}
        >
          {subject ?? kind}
        </Line>
      ))}
    </Lines>
  </Card>
)
