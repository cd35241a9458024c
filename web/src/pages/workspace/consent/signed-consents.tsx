import { useState } from 'react'
import { holds, usePageData } from '../../../data/page-data.ts'
import { type ConsentData, useWithdrawConsent } from '../../../data/screening.ts'
import { Button, Card, ConfirmDialog, Line, Lines, Link, StatusShape, TextField, Time } from '../../../ui/index.tsx'

type Signed = ConsentData['signed'][number]

const forWhat = { pain: 'chronic pain', depression: 'depression' } as const

/** Why what was signed does not hold any more. */
export const endedWords: Record<NonNullable<Signed['ended']>, string> = {
  withdrawn: 'This consent was withdrawn.',
  'new text': 'The text has changed since it was signed.',
  'too old': 'A year has passed since it was signed.',
}

/** Every consent there is, none overwritten. */
export const SignedConsents = ({ personId, signed }: { personId: string; signed: ConsentData['signed'] }) => (
  <Card title="Signed">
    {signed.length === 0 ? (
      <p>Nothing is signed yet. Signed consents are listed here with their version.</p>
    ) : (
      <Lines>
        {signed.map((each) => (
          <SignedLine key={each.id} personId={personId} consent={each} />
        ))}
      </Lines>
    )}
  </Card>
)

function SignedLine({ personId, consent }: { personId: string; consent: Signed }) {
  const { id, indication, version, signedName, signedAt, takenBy, ended, representativeRelation: relation } = consent
  return (
    <Line
      mark={<StatusShape status={ended ? 'caution' : 'clear'} />}
      note={
        <>
          “{signedName}”{relation && `, ${relation}`}, <Time at={signedAt} form="full day and time" />, taken by {takenBy}
          {ended && <br />}
          {ended && endedWords[ended]}
          {consent.withdrawnBecause && ` “${consent.withdrawnBecause}”`}
        </>
      }
      aside={
        <>
          <Link href={`/patients/${personId}/consent/${id}`}>Copy to print</Link>
          {ended === null && <Withdraw personId={personId} consentId={id} />}
        </>
      }
    >
      For {forWhat[indication]}, version {version.slice(0, 7)}
    </Line>
  )
}

function Withdraw({ personId, consentId }: { personId: string; consentId: string }) {
  const { user } = usePageData().frame
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { send, isSending, problem } = useWithdrawConsent(personId, consentId, () => setAsking(false))
  if (!holds(user, 'nurse', 'prescriber')) return null
  return (
    <>
      <Button kind="second" onClick={() => setAsking(true)}>
        Withdraw
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        status="caution"
        title="Withdraw this consent?"
        confirm="Withdraw it"
        isPending={isSending}
        onConfirm={() => send({ reason })}
        problem={problem}
      >
        <p>
          No infusion can start on it from now on. An infusion that is running continues until it is stopped. The signed text
          stays on record.
        </p>
        <TextField name="reason" label="What the patient said" value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  )
}
