import { type Indication, isSameName } from '@dripline/clinical'
import { useState } from 'react'
import { useDraft } from '../../../data/draft.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { type ConsentData, type ConsentSent, useSignConsent } from '../../../data/screening.ts'
import { Card, Choice, DraftNote, Form, fieldsOf, Link, Notice, TextField, Tick } from '../../../ui/index.tsx'
import styles from './consent.module.css'

type SignatureProps = { data: ConsentData; indication: Indication }

/** Said back point by point, then the name, typed by the patient or by whoever may sign for them. */
export function Signature({ data, indication }: SignatureProps) {
  const { user } = usePageData().frame
  const sending = useSignConsent(data.personId)
  if (sending.isDone)
    return (
      <Notice status="clear" title="Signed. It is listed below, with the version that was read.">
        <p>
          {sending.reply && (
            <Link href={`/patients/${data.personId}/consent/${sending.reply.consentId}`}>Print a copy for the patient</Link>
          )}
        </p>
      </Notice>
    )
  if (!holds(user, 'nurse', 'prescriber'))
    return (
      <Card title="Signing">
        <p>A nurse or prescriber takes the signature, so questions can be answered.</p>
      </Card>
    )
  return <SignatureForm data={data} indication={indication} takenBy={user?.name ?? ''} sending={sending} />
}

type SignatureFormProps = SignatureProps & { takenBy: string; sending: ReturnType<typeof useSignConsent> }

type Explained = { saidBack: readonly string[]; signer: 'patient' | 'representative'; relation: string; authority: string }
const unexplained: Explained = { saidBack: [], signer: 'patient', relation: '', authority: '' }

function SignatureForm({ data, indication, takenBy, sending }: SignatureFormProps) {
  const { personId, name, text, missing: unset } = data
  // What was explained comes back after a reload; a signature is given anew.
  const draft = useDraft(`consent ${personId} ${indication} ${text.version}`, unexplained)
  const [signedName, setSignedName] = useState('')
  const { saidBack, signer, relation, authority } = draft.value
  const { field, change } = fieldsOf(draft.value, (next) => draft.set(next(draft.value)))
  const isOther = signer === 'representative'
  const sent: ConsentSent = { indication, version: text.version, signedName, saidBack: [...saidBack] }
  const missing = text.teachBack.length - saidBack.length
  return (
    <Card title="Teach-back, in their own words" note="check each one once they have said it">
      <Form
        sends={sending}
        body={() => (isOther ? { ...sent, representative: { relation, authority } } : sent)}
        onDone={draft.clear}
        labels={{ clinic: 'The clinic', saidBack: 'Teach-back' }}
        act="Sign the consent"
        size="wide"
        disabledReason={whyDisabled({ unset, missing, signedName, takenBy, recorded: name, isOther })}
      >
        <DraftNote
          draft={draft}
          say={(other) => [...other.saidBack, other.relation, other.authority].filter(Boolean).join(', ')}
        />
        <div>
          {text.teachBack.map((point) => (
            <Tick
              key={point}
              name={`said-${point}`}
              label={point}
              checked={saidBack.includes(point)}
              onChange={(isSo) => change({ saidBack: [...saidBack.filter((each) => each !== point), ...(isSo ? [point] : [])] })}
            />
          ))}
        </div>
        <Choice
          {...field('signer')}
          label="Who signs"
          options={[
            { value: 'patient', label: name },
            { value: 'representative', label: 'A legal representative' },
          ]}
        />
        {isOther && <Representative field={field} />}
        <p className={styles.statement}>{text.statement}</p>
        <TextField
          name="signedName"
          label={isOther ? 'The representative’s name, typed by them' : 'Your name, typed by you'}
          hint={isOther ? `Signs for ${name}` : `On record as ${name}`}
          autoComplete="off"
          value={signedName}
          onChange={setSignedName}
        />
      </Form>
    </Card>
  )
}

type RepresentativeProps = { field: (name: 'relation' | 'authority') => { value: string; onChange: (value: string) => void } }

const Representative = ({ field }: RepresentativeProps) => (
  <>
    <TextField
      {...field('relation')}
      name="representative.relation"
      label="Relation to the patient"
      hint="Like health care agent, guardian"
    />
    <TextField
      {...field('authority')}
      name="representative.authority"
      label="Authority to sign"
      hint="The paper you saw, with its date"
    />
  </>
)

type Shut = {
  unset: readonly string[]
  missing: number
  signedName: string
  takenBy: string
  recorded: string
  isOther: boolean
}

const whyDisabled = ({ unset, missing, signedName, takenBy, recorded, isOther }: Shut) => {
  if (unset.length > 0) return `Not set yet: ${unset.join(', ')}.`
  if (missing > 0) return `${missing} ${missing === 1 ? 'point is' : 'points are'} still to be repeated back.`
  if (signedName.trim().length < 2) return 'The person signing types their name.'
  if (isSameName(signedName, takenBy)) return 'You are taking this consent, so someone else signs it.'
  if (!isOther && !isSameName(signedName, recorded)) return `Not the name on record. Correct the chart, or choose who signs.`
  return undefined
}
