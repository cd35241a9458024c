import { administrationOf, drugOf } from '@dripline/clinical'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useVisitsOf, type VisitRow } from '../../data/record.ts'
import { Card, Empty, Link, PatientHeader, quantity, Row, Stack, saySpan, Table, Time } from '../../ui/index.tsx'

export const page = {
  path: '/patients/:patientId/sessions',
  for: ['prescriber', 'nurse'],
  mood: 'work',
  title: 'Sessions',
  place: 'Patients',
  skeleton: 'table',
} as const

/** Every visit of a patient, newest first; each can be read as one page. */
export default function Sessions() {
  const { patientId = '' } = useParams({ strict: false })
  const before = useRouterState({ select: ({ location }) => new URLSearchParams(location.searchStr).get('before') })
  const { person, visits, next, zone } = useVisitsOf(patientId, before)
  const path = `/patients/${patientId}/sessions`
  return (
    <Stack>
      <PatientHeader patientId={patientId} />
      {visits.length === 0 ? (
        <Empty title={before ? 'No older visits' : 'No visits yet'}>
          Each visit is listed here once the patient arrives: what was ordered, given, charted and signed.
        </Empty>
      ) : (
        <Card title="Visits" note="newest first; each opens as one printable page">
          <Table stacks caption={`Visits of ${person.name}`} head={['Visit', 'Day', 'Given', 'Responsible', 'Marks']}>
            {visits.map((visit) => (
              <VisitLine key={visit.sessionId} visit={visit} zone={zone} path={path} />
            ))}
          </Table>
        </Card>
      )}
      <Row>
        {before && <Link href={path}>Newest visits</Link>}
        {next && <Link href={`${path}?before=${encodeURIComponent(next)}`}>Older visits</Link>}
      </Row>
    </Stack>
  )
}

const states: Partial<Record<VisitRow['state'], string>> = { booked: 'not arrived', left: 'discharged', cancelled: 'canceled' }

function VisitLine({ visit, zone, path }: { visit: VisitRow; zone: string; path: string }) {
  const { sessionId, at, number, of, indication, startedAt, stoppedAt, given, gives, orderedMg, chair, state } = visit
  const minutes = startedAt && stoppedAt ? (Date.parse(stoppedAt) - Date.parse(startedAt)) / 60_000 : null
  return (
    <tr>
      <th scope="row">
        <Link href={`${path}/${sessionId}`}>
          {orderedMg === null ? (administrationOf(gives.by)?.title ?? gives.by) : `Session ${number ?? '?'} of ${of ?? '?'}`}
        </Link>
        <small>{indication ?? drugOf(gives.drug)?.title ?? gives.drug}</small>
      </th>
      <td>
        <Time at={at} form="full day and time" zone={zone} />
        <small>
          chair {chair}, {states[state] ?? state}
        </small>
      </td>
      <td>
        {startedAt && given ? quantity(given.value, given.unit) : startedAt ? 'not read' : 'nothing given'}
        {startedAt && orderedMg && (
          <small>
            of {quantity(orderedMg, 'mg')} ordered{minutes === null ? '' : `, ${saySpan(minutes)}`}
          </small>
        )}
      </td>
      <td>{visit.nurse ?? 'none'}</td>
      <td>{marksOf(visit)}</td>
    </tr>
  )
}

const marksOf = ({ corrected, takenBack, late }: VisitRow) =>
  [corrected > 0 && `${corrected} corrected`, takenBack > 0 && `${takenBack} struck`, late > 0 && `${late} late`]
    .filter(Boolean)
    .join(', ') || 'none'
