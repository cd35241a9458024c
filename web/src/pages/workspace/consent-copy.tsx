import { useParams } from '@tanstack/react-router'
import { useConsentCopy } from '../../data/screening.ts'
import { Empty, Notice, Paper, PaperPart, Time } from '../../ui/index.tsx'
import { endedWords } from './consent/signed-consents.tsx'

export const page = {
  path: '/patients/:patientId/consent/:consentId',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Copy of a consent',
  place: 'Patients',
  skeleton: 'form',
} as const

const forWhat = { pain: 'chronic pain', depression: 'depression' } as const

/** The very words that were signed, by whom and when, on paper for the patient: name and birth date on each page. */
export default function ConsentCopy() {
  const { patientId = '', consentId = '' } = useParams({ strict: false })
  const { name, dateOfBirth, clinic, consent } = useConsentCopy(patientId, consentId)
  const { signedText: text, personName, signedName, representativeRelation: relation } = consent
  const { name: clinicName, address, phone, afterHoursPhone } = clinic
  return (
    <Paper
      person={{ name: personName ?? name, dateOfBirth }}
      what={`Consent, ${forWhat[consent.indication]}, a copy for the patient`}
      back={{ href: `/patients/${patientId}/consent`, words: 'Back to the consents' }}
    >
      {consent.ended && <Notice status="caution" title={endedWords[consent.ended]} />}
      {text ? (
        <>
          <PaperPart title={text.title}>
            <p>Version {consent.version}</p>
          </PaperPart>
          {text.sections.map(({ heading, paragraphs }) => (
            <PaperPart key={heading} title={heading}>
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </PaperPart>
          ))}
          <PaperPart title="Teach-back">
            <ul>
              {text.teachBack.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </PaperPart>
          <PaperPart title="Signed">
            <p>{text.statement}</p>
          </PaperPart>
        </>
      ) : (
        <Empty>The words of version {consent.version} were not saved with this signature.</Empty>
      )}
      <p>
        Signed “{signedName}”{relation && `, ${relation} (${consent.representativeAuthority})`},{' '}
        <Time at={consent.signedAt} form="full day and time" />. Taken by {consent.takenBy}.
      </p>
      <p>
        {clinicName}, {address}. In clinic hours {phone}; out of hours {afterHoursPhone}.
      </p>
    </Paper>
  )
}
