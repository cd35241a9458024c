import type { Indication } from '@dripline/clinical'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useConsents, useScreening } from '../../data/screening.ts'
import { Choice, Columns, Link, NotApproved, Notice, Page, PatientReader, Stack } from '../../ui/index.tsx'
import styles from './consent/consent.module.css'
import { Signature } from './consent/signature.tsx'
import { endedWords, SignedConsents } from './consent/signed-consents.tsx'
import { TextToRead } from './consent/text-to-read.tsx'

export const page = {
  path: '/patients/:patientId/consent',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Consent',
  place: 'Patients',
  skeleton: 'form',
} as const

const isIndication = (text: string | null | undefined): text is Indication => text === 'pain' || text === 'depression'

/** The consent text, read by the person or aloud to them, said back in their own words, and signed on this screen. */
export default function Consent() {
  const { patientId = '' } = useParams({ strict: false })
  const asked = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr })).get('for')
  const data = useConsents(patientId)
  const { chart } = useScreening(patientId)
  const answered = chart.indication?.value
  const [indication, setIndication] = useState<Indication>(isIndication(asked) ? asked : (answered ?? 'pain'))
  const held = data.signed.find((each) => each.indication === indication)
  return (
    <Page
      title={data.text.title}
      lead={
        <>
          {data.name}, version {data.text.version.slice(0, 7)}. <Link href={`/patients/${patientId}`}>Back to the chart</Link>
        </>
      }
    >
      <Stack>
        <Choice
          name="indication"
          label="What the infusions are for"
          value={indication}
          onChange={setIndication}
          options={[
            { value: 'pain', label: 'Chronic pain' },
            { value: 'depression', label: 'Depression' },
          ]}
        />
        <Standing patientId={patientId} missing={data.missing} held={held} />
        <Columns kind="halves">
          <PatientReader of={data.reader}>
            <NotApproved texts={[data.text.id]} />
            <TextToRead sections={data.text.sections[indication]} />
          </PatientReader>
          <div className={styles.beside}>
            <Stack>
              <Signature key={indication} data={data} indication={indication} />
              <SignedConsents personId={patientId} signed={data.signed} />
            </Stack>
          </div>
        </Columns>
      </Stack>
    </Page>
  )
}

type StandingProps = {
  patientId: string
  missing: ReturnType<typeof useConsents>['missing']
  held: ReturnType<typeof useConsents>['signed'][number] | undefined
}

/** What stands in the way of signing, and what was signed before. */
const Standing = ({ patientId, missing, held }: StandingProps) => (
  <>
    {missing.length > 0 && (
      <Notice status="defer" title="No consent can be signed yet.">
        <p>
          The text names {missing.join(', ')}. <Link href="/clinic">An owner sets it under Clinic.</Link>
        </p>
      </Notice>
    )}
    {held && held.ended === null && (
      <Notice status="clear" title="This text is signed for this use and is current.">
        <p>
          It can be read and signed again at any time. <Link href={`/patients/${patientId}/plan`}>To the plan</Link>
        </p>
      </Notice>
    )}
    {held && held.ended !== null && (
      <Notice status="caution" title={endedWords[held.ended]}>
        <p>The current text has to be read and signed again. What was signed before stays on record.</p>
      </Notice>
    )}
  </>
)
