import type { ChartData } from '../../../../data/chart.ts'
import { Card, Line, Lines, quantity, Time } from '../../../../ui/index.tsx'
import { nameOf } from './visits-card.tsx'

type Visit = ChartData['visits'][number]
const isOver = ({ state, session }: Visit) => state === 'done' || session?.stoppedAt != null

/** The last visit that happened and the next one booked. */
export function AroundCard({ visits }: { visits: readonly Visit[] }) {
  const last = visits.find(isOver)
  const next = visits.findLast((visit) => visit.state === 'booked' && !isOver(visit) && visit.session === null)
  if (!last && !next) return null
  return (
    <Card title="Around today">
      <Lines>
        {last && (
          <Line
            note={[nameOf(last), last.session?.givenMg && `${quantity(last.session.givenMg, 'mg')} given`]
              .filter(Boolean)
              .join(', ')}
          >
            <b>
              Last: <Time at={last.at} form="day" />
            </b>
          </Line>
        )}
        {next && (
          <Line note={[nameOf(next), next.chair && `chair ${next.chair}`, next.clinician].filter(Boolean).join(', ')}>
            <b>
              Next: <Time at={next.at} form="day and time" />
            </b>
          </Line>
        )}
      </Lines>
    </Card>
  )
}
