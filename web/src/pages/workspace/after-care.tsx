import { book, foldSession } from '@dripline/clinical'
import { useParams } from '@tanstack/react-router'
import { useChart } from '../../data/chart.ts'
import { usePageData } from '../../data/page-data.ts'
import { useRecord } from '../../data/record.ts'
import { Paper, PaperLine, PaperPart, quantity, sayTime } from '../../ui/index.tsx'
import { sayDrug } from './stock/say-drug.ts'
import { Instructions } from './visit/recovery/instructions.tsx'

export const page = {
  path: '/visits/:sessionId/after-care',
  for: ['prescriber', 'nurse'],
  mood: 'work',
  title: 'After-care on paper',
  place: 'Room',
  skeleton: 'form',
} as const

/** What somebody takes home: what they were given today, what to do and not to do, whom to call, and when they come again. */
export default function AfterCare() {
  const { sessionId = '' } = useParams({ strict: false })
  const { clinic } = usePageData().frame
  const visit = useRecord(sessionId)
  const { visits } = useChart(visit.personId)
  const session = foldSession(visit.events)
  const { startedAt, stoppedAt, checkIn } = session
  const day = sayTime(startedAt ?? visit.start ?? visit.now, visit.zone, 'full day')
  const next = visits
    .filter(({ state, at }) => state === 'booked' && Date.parse(at) > Date.parse(visit.now))
    .map(({ at }) => at)
    .sort()
    .at(0)
  return (
    <Paper
      person={visit.person}
      what={`After your infusion, ${day}`}
      back={{ href: `/visits/${sessionId}`, words: 'Back to the chair' }}
    >
      <PaperPart title="Today you were given">
        <dl>
          <PaperLine label="Medicine">
            {sayDrug(visit.order.drugId)} {quantity(book(session, visit.now).givenMg, 'mg')}, into a vein
          </PaperLine>
          {startedAt && (
            <PaperLine label="When">
              {sayTime(startedAt, visit.zone)} to {stoppedAt ? sayTime(stoppedAt, visit.zone) : 'not stopped yet'}
            </PaperLine>
          )}
          {checkIn?.escort && <PaperLine label="Who takes you home">{checkIn.escort.name}</PaperLine>}
        </dl>
      </PaperPart>
      <PaperPart title="Until tomorrow">
        <Instructions />
      </PaperPart>
      <PaperPart title="Your next visit">
        <p>{next ? sayTime(next, visit.zone, 'full day and time') : 'None is booked.'}</p>
      </PaperPart>
      <PaperPart title="Where we are">
        <p>
          {clinic.name}
          {clinic.address && `, ${clinic.address}`}
          {clinic.phone && `. ${clinic.phone}`}
        </p>
      </PaperPart>
    </Paper>
  )
}
