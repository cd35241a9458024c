import { type ChartKey, saySame, screen } from '@dripline/clinical'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { usePageData } from '../../data/page-data.ts'
import { type ScreeningData, type ScreeningRead, useScreening } from '../../data/screening.ts'
import { Notice, PatientHeader, Stack, Time, useNow } from '../../ui/index.tsx'
import { AnswersForm } from './screening/answers-form.tsx'
import { PatientFacts } from './screening/patient-facts.tsx'
import { Reading } from './screening/reading.tsx'

export const page = {
  path: '/patients/:patientId/screening',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Screening',
  place: 'Patients',
  skeleton: 'table',
} as const

/** What the rules found in a person's answers, and the prescriber's decision on it. */
export default function Screening() {
  const { patientId = '' } = useParams({ strict: false })
  const asked = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr })).get('of')
  const data = useScreening(patientId)
  const [answering, setAnswering] = useState<readonly ChartKey[] | null>(null)
  const newest = data.screenings[0]
  const shown = data.screenings.find(({ id }) => id === asked) ?? newest
  const now = useFindingsNow(data, shown)
  const isStale = shown !== undefined && shown.id === newest?.id && !shown.decision && !saySame(now, shown.findings)
  const tooOld = new Set(now.flatMap(({ unknown }) => unknown.filter(({ why }) => why === 'too old').map(({ key }) => key)))
  const path = `/patients/${patientId}/screening`
  return (
    <Stack>
      <PatientHeader patientId={patientId} facts={<PatientFacts person={data.person} chart={data.chart} />} />
      {shown && shown.id !== newest?.id && (
        <Notice status="inform" title="An earlier screening, as read at that time.">
          <p>
            Made <Time at={shown.madeAt} form="full day and time" />. Newer answers made a newer one.
          </p>
        </Notice>
      )}
      {isStale && (
        <Notice status="caution" title="The answers have changed, or grown too old, since these rules were read.">
          <p>Save the answers again to read the rules as of now; this reading stays as it is.</p>
        </Notice>
      )}
      {!shown && answering === null && (
        <Notice status="inform" title="Not screened yet">
          <p>The rules read the answers: findings show here, worst first, with what would clear each.</p>
        </Notice>
      )}
      {(answering !== null || !shown) && (
        <AnswersForm
          data={data}
          tooOld={tooOld}
          first={answering ?? []}
          onDone={() => setAnswering(null)}
          {...(shown && { onClose: () => setAnswering(null) })}
        />
      )}
      {shown && answering === null && (
        <Reading
          key={shown.id}
          data={data}
          shown={shown}
          isStale={isStale}
          path={path}
          onAnswer={(keys = []) => setAnswering(keys)}
        />
      )}
    </Stack>
  )
}

/** The rules over the chart as it is this minute: what was read may have grown too old since. */
function useFindingsNow({ chart }: ScreeningData, shown: ScreeningRead | undefined) {
  const { zone } = usePageData().frame.clinic
  const now = useNow(60_000)
  const read = shown ? { ...chart, indication: { at: now.toISOString(), ...chart.indication, value: shown.indication } } : chart
  return screen(read, 'screening', { at: now.toISOString(), zone })
}
