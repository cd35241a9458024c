import { usStateOf } from '@dripline/clinical'
import type { PeopleList } from '../../../data/chart.ts'
import { usePageData } from '../../../data/page-data.ts'
import { Link, nextWords, StatusMark, sayDay, sayPhone, Table, Time } from '../../../ui/index.tsx'

type Person = PeopleList['people'][number]

/** Who, since when, and what happens next, as state says it. */
export const PeopleTable = ({ caption, people }: { caption: string; people: readonly Person[] }) => (
  <Table caption={caption} stacks head={['Who', 'Since', 'Phone', 'Next appointment', 'What next']}>
    {people.map((person) => (
      <PersonRow key={person.personId} person={person} />
    ))}
  </Table>
)

function PersonRow({ person }: { person: Person }) {
  const { zone } = usePageData().frame.clinic
  const { personId, name, state, dateOfBirth, since, isPatient, phone, booked, openAlerts, next } = person
  const { says, act, href } = nextWords(next, personId, zone)
  return (
    <tr>
      <th scope="row">
        <Link href={`/patients/${personId}`}>{name}</Link>
        <small>
          {isPatient ? 'patient' : 'caller'}, {usStateOf(state)?.name ?? state}
          {dateOfBirth && `, born ${sayDay(dateOfBirth)}`}
        </small>
      </th>
      <td className="wide">
        <Time at={since} form="full day" />
        <small>{isPatient ? 'accepted' : 'on record'}</small>
      </td>
      <td>
        <a href={`tel:${phone}`}>{sayPhone(phone)}</a>
      </td>
      <td className="wide">{booked ? <Time at={booked.at} form="day and time" /> : 'none'}</td>
      <td>
        {openAlerts > 0 ? <StatusMark status="exclude" word={says} /> : says}
        {act && href && (
          <small>
            <Link href={href}>{act}</Link>
          </small>
        )}
      </td>
    </tr>
  )
}
