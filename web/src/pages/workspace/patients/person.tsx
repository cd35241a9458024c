import { usStateOf } from '@dripline/clinical'
import { useParams } from '@tanstack/react-router'
import { type PersonData, usePerson } from '../../../data/people.ts'
import { Card, Columns, Line, Lines, Link, Notice, PatientHeader, Stack, StatusMark, Time } from '../../../ui/index.tsx'
import { Demographics } from './demographics.tsx'
import { SamePerson } from './same-person.tsx'

export const page = {
  path: '/patients/:patientId',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Patient',
  place: 'Patients',
  skeleton: 'form',
} as const

/** Who somebody is, what is open about them, and what stood here before. */
export default function Person() {
  const { patientId = '' } = useParams({ strict: false })
  const data = usePerson(patientId)
  const { person, mergedInto, merged } = data
  return (
    <Stack>
      <PatientHeader
        patientId={person.id}
        name={person.name}
        facts={factsOf(person)}
        show={person.acceptedAt ? ['Chart', 'Screening', 'Plan', 'Sessions', 'Relief'] : ['Chart', 'Screening']}
      />
      {mergedInto && (
        <Notice status="caution" title={`This record was found to be the same person as ${mergedInto.name}.`}>
          <p>
            <Link href={`/patients/${mergedInto.personId}`}>Go to that record</Link>; this one stays readable and is not changed
            any more.
          </p>
        </Notice>
      )}
      <Columns kind="side">
        <Stack>
          <Demographics key={person.id} person={person} isClosed={mergedInto !== null} />
        </Stack>
        <Stack>
          <OpenAlerts alerts={data.alerts} />
          {merged.length > 0 && (
            <Card title="Also recorded as">
              <Lines>
                {merged.map((other) => (
                  <Line key={other.personId}>
                    <Link href={`/patients/${other.personId}`}>{other.name}</Link>
                  </Line>
                ))}
              </Lines>
            </Card>
          )}
          {!mergedInto && <SamePerson personId={person.id} />}
          <Changes changes={data.changes} />
        </Stack>
      </Columns>
    </Stack>
  )
}

const factsOf = ({ dateOfBirth, sex, state, acceptedAt, createdAt }: PersonData['person']) => (
  <>
    {dateOfBirth ? `born ${dateOfBirth}, ` : ''}
    {sex ? `${sex}, ` : ''}
    {usStateOf(state)?.name ?? state}, {acceptedAt ? 'patient since ' : 'caller since '}
    <Time at={acceptedAt ?? createdAt} form="day" />
  </>
)

const OpenAlerts = ({ alerts }: { alerts: PersonData['alerts'] }) =>
  alerts.length > 0 && (
    <Card title="Alerts" aside={<Link href="/alerts">All alerts</Link>}>
      <Lines>
        {alerts.map(({ id, kind, raisedAt, closedAt, owner, closedBy, action }) => (
          <Line
            key={id}
            mark={<StatusMark status={closedAt ? 'clear' : 'exclude'} word={closedAt ? 'closed' : 'open'} />}
            note={closedAt ? `${closedBy}: ${action}` : owner ? `${owner} owns it` : 'nobody owns it'}
          >
            {kind}, <Time at={raisedAt} form="day and time" />
          </Line>
        ))}
      </Lines>
    </Card>
  )

const words: Readonly<Record<string, string>> = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  state: 'state',
  zone: 'time zone',
  dateOfBirth: 'date of birth',
  sex: 'sex',
  heightCm: 'height',
  allergies: 'allergies',
}

const Changes = ({ changes }: { changes: PersonData['changes'] }) =>
  changes.length > 0 && (
    <Card title="What stood here before">
      <Lines>
        {changes.map(({ before, by, changedAt }) => (
          <Line
            key={changedAt}
            note={
              <>
                until <Time at={changedAt} form="day and time" />, changed by {by}
              </>
            }
          >
            {Object.entries(before as Record<string, unknown>)
              .map(([field, value]) => `${words[field] ?? field}: ${value === null ? 'not known' : String(value)}`)
              .join('; ')}
          </Line>
        ))}
      </Lines>
    </Card>
  )
