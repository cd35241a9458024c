import type { ScreeningRead } from '../../../data/screening.ts'
import { Card, Line, Lines, Link, Time } from '../../../ui/index.tsx'

const words = { accept: 'accepted', defer: 'deferred', decline: 'declined' } as const

type EarlierProps = { screenings: readonly ScreeningRead[]; shownId: string; path: string }

/** Every screening there was, each with its decision: a changed answer never hides the old one. */
export const Earlier = ({ screenings, shownId, path }: EarlierProps) =>
  screenings.length < 2 ? null : (
    <Card title="All screenings" note="none is overwritten">
      <Lines>
        {screenings.map(({ id, madeAt, decision, decidedByName, indication }) => (
          <Line
            key={id}
            note={decision ? `${words[decision]} by ${decidedByName}` : 'no decision'}
            aside={
              id === shownId ? (
                'shown'
              ) : (
                <Link href={`${path}?of=${id}`}>
                  Read <Time at={madeAt} form="short day" />
                </Link>
              )
            }
          >
            <Time at={madeAt} form="full day and time" />, {indication}
          </Line>
        ))}
      </Lines>
    </Card>
  )
