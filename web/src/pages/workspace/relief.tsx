import { useParams } from '@tanstack/react-router'
import { type Relief, useRelief } from '../../data/outcomes.ts'
import { Empty, PatientHeader, Stack, sayTime } from '../../ui/index.tsx'
import { Course } from './relief/course.tsx'

export const page = {
  path: '/patients/:patientId/relief',
  for: ['nurse', 'prescriber'],
  mood: 'work',
  title: 'Relief',
  place: 'Patients',
  skeleton: 'chart',
} as const

/** What came of each course: the scores, what the doses given would lead one to expect, and responder or not. */
export default function ReliefPage() {
  const { patientId } = useParams({ strict: false })
  return typeof patientId === 'string' ? <OfPerson personId={patientId} /> : null
}

function OfPerson({ personId }: { personId: string }) {
  const relief = useRelief(personId)
  const given = relief.courses.filter(({ firstStart }) => firstStart !== null)
  return (
    <Stack>
      <PatientHeader patientId={personId} facts={factsOf(relief)} />
      {relief.courses.length === 0 && (
        <Empty title="No course yet">
          Once a plan is signed, its questions and scores show here, from seven days before the first session to day 90.
        </Empty>
      )}
      {relief.courses.map((course) => (
        <Course key={course.planId} course={course} now={relief.now} hasEarlier={course !== given.at(-1)} />
      ))}
    </Stack>
  )
}

function factsOf({ courses }: Relief): string {
  const [newest] = courses
  const first = newest?.firstStart && sayTime(newest.firstStart, newest.zone, 'short day')
  return newest
    ? `${newest.indication}, ${newest.sessionsGiven.length} of ${newest.sessionsPlanned} sessions given${first ? ` from ${first}` : ''}`
    : ''
}
