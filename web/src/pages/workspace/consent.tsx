import type { Indication } from '@dripline/clinical'
import { useParams, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { holds, usePageData } from '../../data/page-data.ts'
import { type ConsentData, useConsents, useScreening, useSignConsent } from '../../data/screening.ts'
import { Act, Card, Choice, Columns, FormProblems, faultOf, Link, Notice, Page, Stack, TextField, Tick } from '../../ui/index.tsx'
import styles from './consent/consent.module.css'
import { SignedConsents } from './consent/signed-consents.tsx'
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
          onChange={(value) => setIndication(value as Indication)}
          options={[
            { value: 'pain', label: 'Chronic pain' },
            { value: 'depression', label: 'Depression' },
          ]}
        />
        {held && !held.isStale && (
          <Notice status="clear" title="This text is signed for this use, and it holds.">
            <p>
              It can be read and signed again at any time. <Link href={`/patients/${patientId}/plan`}>To the plan</Link>
            </p>
          </Notice>
        )}
        {held?.isStale && (
          <Notice status="caution" title="What was signed no longer holds: the text has changed, or a year has passed.">
            <p>The current text is read and signed again. What was signed before stays on record.</p>
          </Notice>
        )}
        <Columns kind="halves">
          <TextToRead sections={data.text.sections[indication]} />
          <div className={styles.beside}>
            <Stack>
              <Signature key={indication} data={data} indication={indication} />
              <SignedConsents signed={data.signed} />
            </Stack>
          </div>
        </Columns>
      </Stack>
    </Page>
  )
}

/** Said back point by point, then the name, typed by the person who signs. */
function Signature({ data: { personId, name, text }, indication }: { data: ConsentData; indication: Indication }) {
  const { user } = usePageData().frame
  const [saidBack, setSaidBack] = useState<readonly string[]>([])
  const [signedName, setSignedName] = useState('')
  const { send, isSending, isDone, problem } = useSignConsent(personId)
  const missing = text.teachBack.length - saidBack.length
  if (isDone) return <Notice status="clear" title="Signed. A copy stands below, with the version that was read." />
  if (!holds(user, 'nurse', 'prescriber'))
    return (
      <Card title="Signing">
        <p>A nurse or a prescriber takes the signature: somebody who can answer questions.</p>
      </Card>
    )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send({ indication, version: text.version, signedName, saidBack: [...saidBack] })
      }}
    >
      <Card title="Said back, in their own words" note="tick each one when the person has said it">
        <Stack>
          <FormProblems problem={problem} labels={{ signedName: 'Name', saidBack: 'Said back' }} />
          <div>
            {text.teachBack.map((point) => (
              <Tick
                key={point}
                name={`said-${point}`}
                label={point}
                checked={saidBack.includes(point)}
                onChange={(isSo) => setSaidBack([...saidBack.filter((each) => each !== point), ...(isSo ? [point] : [])])}
              />
            ))}
          </div>
          <p className={styles.statement}>{text.statement}</p>
          <TextField
            name="signedName"
            label="Your name, typed by you"
            hint={`On record as ${name}`}
            autoComplete="off"
            value={signedName}
            onChange={setSignedName}
            fault={faultOf(problem, 'signedName')}
          />
          <Act submits size="wide" isPending={isSending} shut={whyShut(missing, signedName)}>
            Sign the consent
          </Act>
        </Stack>
      </Card>
    </form>
  )
}

const whyShut = (missing: number, name: string) => {
  if (missing > 0) return `${missing} ${missing === 1 ? 'point is' : 'points are'} still to be said back.`
  return name.trim().length < 2 ? 'The person types their name.' : undefined
}
