import { useParams } from '@tanstack/react-router'
import { type ChartData, useChart } from '../../../data/chart.ts'
import { Card, Columns, Line, Lines, Link, PatientHeader, Stack, Time } from '../../../ui/index.tsx'
import { Demographics } from './demographics.tsx'
import { SamePerson } from './same-person.tsx'

export const page = {
  path: '/patients/:patientId/contacts',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Contacts',
  place: 'Patients',
  skeleton: 'form',
} as const

/** Who somebody is and how to reach them, what stood here before, and the other records that were this person. */
export default function Contacts() {
  const { patientId = '' } = useParams({ strict: false })
  const chart = useChart(patientId)
  const { person, mergedInto } = chart
  return (
    <div>
      <PatientHeader patientId={patientId} />
      <Columns kind="side">
        <Demographics key={person.id} person={person} isClosed={mergedInto !== null} />
        <Stack>
          <Merges chart={chart} />
          {!mergedInto && <SamePerson personId={person.id} />}
          <Changes changes={chart.changes} />
        </Stack>
      </Columns>
    </div>
  )
}

const Merges = ({ chart: { merges } }: { chart: ChartData }) =>
  merges.length > 0 && (
    <Card title="Merged into this record">
      <Lines>
        {merges.map(({ mergeId, mergedId, mergedName, by, mergedAt, undoUntil }) => (
          <Line
            key={mergeId}
            note={
              <>
                {by ?? 'an unnamed person'}, <Time at={mergedAt} form="full day and time" />
              </>
            }
            aside={undoUntil ? <Link href={`/merges/${mergeId}`}>Undo the merge</Link> : 'can no longer be undone'}
          >
            <Link href={`/patients/${mergedId}`}>{mergedName}</Link>
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
  language: 'language',
  dateOfBirth: 'birth date',
  sex: 'sex',
  heightCm: 'height',
  allergies: 'allergies',
}

const Changes = ({ changes }: Pick<ChartData, 'changes'>) =>
  changes.length > 0 && (
    <Card title="Earlier values">
      <Lines>
        {changes.map(({ before, by, changedAt }) => (
          <Line
            key={changedAt}
            note={
              <>
                until <Time at={changedAt} form="full day and time" />, changed by {by ?? 'themselves, by their link'}
              </>
            }
          >
            {Object.entries(before as Record<string, unknown>)
              .map(([field, value]) => `${words[field] ?? field}: ${value === null ? 'not asked' : String(value)}`)
              .join(', ')}
          </Line>
        ))}
      </Lines>
    </Card>
  )
