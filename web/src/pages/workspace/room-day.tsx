import { addDays, dateOf } from '@dripline/clinical'
import { useRouterState } from '@tanstack/react-router'
import { usePageData } from '../../data/page-data.ts'
import { useRoomDay } from '../../data/room.ts'
import { Card, Empty, Link, Page, Row, StateMark, sayTime, Table, Time, useNow } from '../../ui/index.tsx'

export const page = {
  path: '/room/day',
  for: ['nurse', 'prescriber'],
  mood: 'work',
  title: 'The room on another day',
  place: 'Room',
  skeleton: 'table',
} as const

/** The visits of a day that has passed, each to be read as one page. */
export default function RoomDay() {
  const { zone } = usePageData().frame.clinic
  const today = dateOf(useNow(60_000).toISOString(), zone)
  const asked = useRouterState({ select: ({ location }) => new URLSearchParams(location.searchStr).get('on') })
  const on = asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : addDays(today, -1)
  const room = useRoomDay(on)
  const opened = room.rows.filter(({ visit }) => visit !== null)
  const chair = (id: string | null) => room.chairs.find((each) => each.id === id)?.name ?? ''
  return (
    <Page title={`The room on ${sayTime(`${on}T12:00:00Z`, 'UTC', 'full day')}`}>
      <Row>
        <Link href={`/room/day?on=${addDays(on, -1)}`}>Day before</Link>
        {on < addDays(today, -1) && <Link href={`/room/day?on=${addDays(on, 1)}`}>Day after</Link>}
        <Link href="/room">Today</Link>
      </Row>
      {opened.length === 0 ? (
        <Empty title="No visits on this day">Every visit opened that day is listed here with its record.</Empty>
      ) : (
        <Card>
          <Table stacks caption={`Visits on ${on}`} head={['Chair', 'Patient', 'Infusion', 'Responsible', 'State']}>
            {opened.map(({ appointmentId, chairId, personId, name, number, of, visit }) => (
              <tr key={appointmentId}>
                <td>{chair(chairId)}</td>
                <th scope="row">
                  <Link href={`/patients/${personId}/sessions/${visit?.sessionId}`}>{name}</Link>
                  <small>
                    session {number} of {of}
                  </small>
                </th>
                <td>
                  {visit?.startedAt ? (
                    <>
                      <Time at={visit.startedAt} zone={zone} />
                      {visit.stoppedAt && (
                        <>
                          {' to '}
                          <Time at={visit.stoppedAt} zone={zone} />
                        </>
                      )}
                    </>
                  ) : (
                    'not started'
                  )}
                </td>
                <td>{visit?.nurse ?? 'none'}</td>
                <td>
                  <StateMark state="open" word={visit?.state ?? ''} />
                </td>
              </tr>
            ))}
          </Table>
        </Card>
      )}
    </Page>
  )
}
