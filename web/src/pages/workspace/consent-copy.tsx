import { useParams } from '@tanstack/react-router'
import { useConsentCopy } from '../../data/screening.ts'
import { Act, Empty, Link, Notice, Page, Stack, Time } from '../../ui/index.tsx'
import styles from './consent/copy.module.css'
import { endedWords } from './consent/signed-consents.tsx'

export const page = {
  path: '/patients/:patientId/consent/:consentId',
  for: ['prescriber', 'nurse', 'front desk'],
  mood: 'work',
  title: 'Copy of a consent',
  place: 'Patients',
  skeleton: 'form',
} as const

const forWhat = { pain: 'Chronic pain', depression: 'Depression' } as const

/** The very words that were signed, by whom and when, on paper for the patient: name and birth date on each page. */
export default function ConsentCopy() {
  const { patientId = '', consentId = '' } = useParams({ strict: false })
  const { name, dateOfBirth, clinic, consent } = useConsentCopy(patientId, consentId)
  const { signedText: text, personName, signedName, representativeRelation: relation } = consent
  return (
    <Page
      title="Copy of a signed consent"
      lead={<Link href={`/patients/${patientId}/consent`}>Back to the consents</Link>}
      aside={<Act onAct={() => window.print()}>Print</Act>}
      width="text"
    >
      <Stack>
        {consent.ended && <Notice status="caution" title={endedWords[consent.ended]} />}
        <table className={styles.paper}>
          <thead>
            <tr>
              <td>
                <b>{personName ?? name}</b>, born {dateOfBirth ?? 'not on record'}
                <span>
                  {clinic.name}, {clinic.phone}
                </span>
              </td>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                {text ? (
                  <>
                    <h2>{text.title}</h2>
                    {text.sections.map(({ heading, paragraphs }) => (
                      <section key={heading}>
                        <h3>{heading}</h3>
                        {paragraphs.map((paragraph) => (
                          <p key={paragraph}>{paragraph}</p>
                        ))}
                      </section>
                    ))}
                    <h3>Teach-back</h3>
                    <ul>
                      {text.teachBack.map((point) => (
                        <li key={point}>{point}</li>
                      ))}
                    </ul>
                    <p className={styles.statement}>{text.statement}</p>
                  </>
                ) : (
                  <Empty>The words of version {consent.version} were not saved with this signature.</Empty>
                )}
                <p>
                  Signed “{signedName}”{relation && `, ${relation} (${consent.representativeAuthority})`},{' '}
                  <Time at={consent.signedAt} form="full day and time" />. For: {forWhat[consent.indication]}. Version{' '}
                  {consent.version}. Taken by {consent.takenBy}.
                </p>
                <p>
                  {clinic.name}, {clinic.address}. In clinic hours {clinic.phone}; out of hours {clinic.afterHoursPhone}.
                </p>
              </td>
            </tr>
          </tbody>
        </table>
      </Stack>
    </Page>
  )
}
