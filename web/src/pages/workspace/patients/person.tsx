import { useParams } from '@tanstack/react-router'
import { type ChartData, useChart } from '../../../data/chart.ts'
import { Columns, Link, Notice, PatientHeader, Stack } from '../../../ui/index.tsx'
import { AlertsCard } from './chart/alerts-card.tsx'
import { AroundCard } from './chart/around-card.tsx'
import { ConsentsCard } from './chart/consents-card.tsx'
import { ContactsCard } from './chart/contacts-card.tsx'
import { CourseCard } from './chart/course-card.tsx'
import { LettersCard } from './chart/letters-card.tsx'
import { ListCard } from './chart/list-card.tsx'
import { NextCard } from './chart/next-card.tsx'
import { VisitsCard } from './chart/visits-card.tsx'
import { LikelyMatches } from './likely-matches.tsx'

export const page = {
  path: '/patients/:patientId',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Chart',
  place: 'Patients',
  skeleton: 'form',
} as const

/** The chart: what next, visits, problems, medicines, allergies, consents, alerts, notes, letters and contacts of one person. */
export default function Person() {
  const { patientId = '' } = useParams({ strict: false })
  const chart = useChart(patientId)
  const isClosed = chart.mergedInto !== null
  return (
    <div>
      <PatientHeader patientId={patientId} />
      <Stack>
        <MergeNews chart={chart} />
        <Columns kind="three">
          <Stack>
            <NextCard chart={chart} />
            <AlertsCard alerts={chart.alerts} />
            <AroundCard visits={chart.visits} />
            <ContactsCard person={chart.person} />
          </Stack>
          <Stack>
            <VisitsCard visits={chart.visits} personId={patientId} />
            <CourseCard visits={chart.visits} personId={patientId} />
            <Columns kind="halves">
              <ListCard list="problems" chart={chart} isClosed={isClosed} />
              <ListCard list="medicines" chart={chart} isClosed={isClosed} />
            </Columns>
            <ListCard list="allergies" chart={chart} isClosed={isClosed} />
          </Stack>
          <Stack>
            <ConsentsCard consents={chart.consents} personId={patientId} />
            <ListCard list="notes" chart={chart} isClosed={isClosed} />
            <LettersCard letters={chart.letters} />
          </Stack>
        </Columns>
      </Stack>
    </div>
  )
}

const MergeNews = ({ chart: { mergedInto, likely, person } }: { chart: ChartData }) => (
  <>
    {mergedInto && (
      <Notice status="caution" title={`This record was merged into ${mergedInto.name}’s.`}>
        <p>
          <Link href={`/patients/${mergedInto.personId}`}>Open that record</Link>. This one shows what it said then and cannot be
          changed.
        </p>
      </Notice>
    )}
    {likely.length > 0 && <LikelyMatches matches={likely} comparedWith={person.id} />}
  </>
)
