import { useState } from 'react'
import { holds, usePageData } from '../../data/page-data.ts'
import { type ListedPerson, usePersons } from '../../data/people.ts'
import { Act, Card, Choice, Empty, Link, Page, Row, Stack, StatusMark, Table, Time } from '../../ui/index.tsx'
import { AddPerson } from './patients/add-person.tsx'

export const page = {
  path: '/patients',
  for: ['owner', 'prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Patients',
  place: 'Patients',
  skeleton: 'table',
} as const

type Which = 'all' | 'caller' | 'patient'

const titles: Readonly<Record<Which, string>> = { all: 'Callers and patients', caller: 'Callers', patient: 'Patients' }

/** Everybody the clinic knows, newest first. */
export default function Patients() {
  const { user } = usePageData().frame
  const [which, setWhich] = useState<Which>('all')
  const [isAdding, setAdding] = useState(false)
  return (
    <Page
      title={titles[which]}
      lead="A caller is a patient once a prescriber accepts. Press / to find somebody from any page."
      aside={
        holds(user, 'prescriber', 'nurse', 'front desk') &&
        !isAdding && (
          <Act icon="plus" onAct={() => setAdding(true)}>
            Add somebody who phoned
          </Act>
        )
      }
    >
      {isAdding && <AddPerson onDone={() => setAdding(false)} />}
      <Row>
        <Choice
          name="which"
          label="Show"
          look="line"
          value={which}
          onChange={(value) => setWhich(value as Which)}
          options={[
            { value: 'all', label: 'Everybody' },
            { value: 'caller', label: 'Callers' },
            { value: 'patient', label: 'Patients' },
          ]}
        />
      </Row>
      <People which={which} />
    </Page>
  )
}

function People({ which }: { which: Which }) {
  const persons = usePersons(which)
  if (persons.length === 0)
    return (
      <Card>
        <Empty icon="phone" title="Nobody yet">
          People who book a call on the public page come here by themselves.
        </Empty>
      </Card>
    )
  return (
    <Stack>
      <Card flush>
        <Table caption={titles[which]} head={['Who', 'Since', 'What next']}>
          {persons.map((person) => (
            <PersonRow key={person.personId} person={person} />
          ))}
        </Table>
      </Card>
      {persons.length === 500 && <p>The newest 500 are listed. Press / to find anybody else.</p>}
    </Stack>
  )
}

const PersonRow = ({ person }: { person: ListedPerson }) => (
  <tr>
    <th scope="row">
      <Link href={`/patients/${person.personId}`}>{person.name}</Link>
      <small>
        {person.acceptedAt ? 'patient' : 'caller'}, {person.state}
      </small>
    </th>
    <td>
      <Time at={person.acceptedAt ?? person.createdAt} form="day" />
      <small>{person.acceptedAt ? 'accepted' : 'first call asked for'}</small>
    </td>
    <td>
      {person.openAlerts ? (
        <Link href="/alerts">
          <StatusMark status="exclude" word={person.openAlerts === 1 ? 'an open alert' : `${person.openAlerts} open alerts`} />
        </Link>
      ) : person.acceptedAt ? (
        <Link href={`/patients/${person.personId}/plan`}>Plan and visits</Link>
      ) : (
        <Link href={`/patients/${person.personId}/screening`}>Screening</Link>
      )}
    </td>
  </tr>
)
