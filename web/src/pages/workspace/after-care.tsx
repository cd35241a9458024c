import { administrationOf, book, type FoldedSession, foldSession } from '@dripline/clinical'
import { useParams } from '@tanstack/react-router'
import { useChart } from '../../data/chart.ts'
import { useReader } from '../../data/reader.ts'
import { useRecord, type VisitRecord } from '../../data/record.ts'
import { Paper, PatientReader, quantity } from '../../ui/index.tsx'
import { AfterCareSheet, afterCareTitle } from '../portal/after-care-sheet.tsx'
import { sayDrug } from './stock/say-drug.ts'
import { NumberMissing } from './visit/recovery/number-missing.tsx'

export const page = {
  path: '/visits/:sessionId/after-care',
  for: ['prescriber', 'nurse'],
  mood: 'work',
  title: 'After-care on paper',
  place: 'Room',
  skeleton: 'form',
} as const

/** What went in: of a pump as the drug book has it, of anything else as its administration reads it. */
const amountOf = (visit: VisitRecord, session: FoldedSession): string => {
  if (visit.screen === 'pump') return quantity(book(session, visit.now).givenMg, 'mg')
  return visit.given ? quantity(visit.given.value, visit.given.unit) : ''
}

/** What somebody takes home: what they were given today, what to do and not to do, whom to call, and when they come again. */
export default function AfterCare() {
  const { sessionId = '' } = useParams({ strict: false })
  const visit = useRecord(sessionId)
  return (
    <PatientReader of={visit.reader}>
      <Sheet visit={visit} sessionId={sessionId} />
    </PatientReader>
  )
}

function Sheet({ visit, sessionId }: { visit: VisitRecord; sessionId: string }) {
  const to = useReader()
  const { visits } = useChart(visit.personId)
  const session = foldSession(visit.events)
  const { startedAt, stoppedAt, checkIn } = session
  const next = visits
    .filter(({ state, at }) => state === 'booked' && Date.parse(at) > Date.parse(visit.now))
    .map(({ at }) => at)
    .sort()
    .at(0)
  return (
    <Paper
      person={visit.person}
      what={afterCareTitle(to, startedAt ?? visit.start ?? visit.now, visit.zone)}
      back={{ href: `/visits/${sessionId}`, words: 'Back to the chair' }}
    >
      <NumberMissing />
      <AfterCareSheet
        drug={sayDrug(visit.order.drugId)}
        amount={amountOf(visit, session)}
        isSedating={administrationOf(session.gives.by)?.isSedating ?? true}
        startedAt={startedAt}
        stoppedAt={stoppedAt}
        escort={checkIn?.escort?.name ?? null}
        next={next ?? null}
        zone={visit.zone}
      />
    </Paper>
  )
}
