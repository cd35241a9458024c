import { useParams } from '@tanstack/react-router'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { useConsentCopy } from '../../data/screening.ts'
import { Notice, Paper, PatientReader } from '../../ui/index.tsx'
import { ConsentSheet, consentTitle } from '../portal/consent-sheet.tsx'
import { endedWords } from './consent/signed-consents.tsx'

export const page = {
  path: '/patients/:patientId/consent/:consentId',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Copy of a consent',
  place: 'Patients',
  skeleton: 'form',
} as const

/** The very words that were signed, by whom and when, on paper for the patient: name and birth date on each page. */
export default function ConsentCopy() {
  const { patientId = '', consentId = '' } = useParams({ strict: false })
  const copy = useConsentCopy(patientId, consentId)
  return (
    <PatientReader of={copy.reader}>
      <Copy copy={copy} patientId={patientId} />
    </PatientReader>
  )
}

function Copy({ copy, patientId }: { copy: ReturnType<typeof useConsentCopy>; patientId: string }) {
  const to = useReader()
  const { zone } = usePageData().frame.clinic
  const { name, dateOfBirth, clinic, consent } = copy
  const { version, signedName, signedAt, takenBy } = consent
  return (
    <Paper
      person={{ name: consent.personName ?? name, dateOfBirth }}
      what={consentTitle(to, consent.indication)}
      back={{ href: `/patients/${patientId}/consent`, words: 'Back to the consents' }}
    >
      {consent.ended && <Notice status="caution" title={endedWords[consent.ended]} />}
      <ConsentSheet
        {...{ version, signedName, signedAt, takenBy, clinic, zone }}
        text={consent.signedText}
        relation={consent.representativeRelation}
        authority={consent.representativeAuthority}
      />
    </Paper>
  )
}
