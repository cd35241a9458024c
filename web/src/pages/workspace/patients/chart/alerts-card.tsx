import type { ChartData } from '../../../../data/chart.ts'
import { Card, Line, Lines, Link, StatusMark, Time } from '../../../../ui/index.tsx'

/** Alerts about a person, open ones first. */
export const AlertsCard = ({ alerts }: Pick<ChartData, 'alerts'>) => {
  const open = alerts.filter(({ closedAt }) => closedAt === null)
  return (
    <Card title="Alerts" note={`${open.length} open`} aside={<Link href="/alerts">All alerts</Link>}>
      {alerts.length === 0 && <p>None.</p>}
      <Lines>
        {alerts.slice(0, 6).map(({ id, kind, raisedAt, closedAt, owner, closedBy, action }) => (
          <Line
            key={id}
            mark={<StatusMark status={closedAt ? 'clear' : 'exclude'} word={closedAt ? 'closed' : 'open'} />}
            note={closedAt ? `${closedBy}: ${action}` : owner ? `owner ${owner}` : 'no owner'}
          >
            {kind}, <Time at={raisedAt} form="day and time" />
          </Line>
        ))}
      </Lines>
    </Card>
  )
}
