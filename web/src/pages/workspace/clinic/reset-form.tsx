import { type FormEvent, useState } from 'react'
import { type StaffMember, useResetSecondFactor } from '../../../data/people.ts'
import { Button, FieldScope, FormProblems, faultOf, Notice, Row, Stack, TextField } from '../../../ui/index.tsx'

type ResetFormProps = { member: StaffMember; onDone: () => void }

/** Takes a colleague's lost passkeys, app, codes and PINs away, once the owner has said how they know who asks. */
export function ResetForm({ member, onDone }: ResetFormProps) {
  const [words, setWords] = useState('')
  const reset = useResetSecondFactor(member.id)
  const send = (event: FormEvent) => {
    event.preventDefault()
    reset.send({ words })
  }
  if (reset.isDone)
    return (
      <Notice status="clear" title="The second step was reset">
        <p>
          {member.name} is signed out everywhere and gets a letter at {member.email}. They sign in with their password and set up
          a new passkey or authenticator app before anything opens.
        </p>
        <Button kind="second" onClick={onDone}>
          Done
        </Button>
      </Notice>
    )
  return (
    <FieldScope name={`reset-${member.id}`}>
      <form onSubmit={send} noValidate>
        <Stack>
          <p>
            For a phone or key that is lost. Passkeys, authenticator app, recovery codes and PINs of {member.name} stop working,
            and every sign-in of theirs ends, at a chair too.
          </p>
          <FormProblems
            problem={reset.problem}
            labels={{ words: 'How you know it is really them' }}
            advice="Nothing was reset."
          />
          <TextField
            name="words"
            label="How you know it is really them"
            hint="Like: seen in person, badge shown. A call or an email alone is how strangers ask."
            value={words}
            onChange={setWords}
            maxLength={300}
            fault={faultOf(reset.problem, 'words')}
          />
          <Row>
            <Button submits isPending={reset.isSending}>
              Reset the second step
            </Button>
            <Button kind="second" onClick={onDone}>
              Cancel
            </Button>
          </Row>
        </Stack>
      </form>
    </FieldScope>
  )
}
