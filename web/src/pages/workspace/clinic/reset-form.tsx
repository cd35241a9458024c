import { type StaffMember, useResetSecondFactor } from '../../../data/people.ts'
import { Button, Form, Notice, TextField } from '../../../ui/index.tsx'

type ResetFormProps = { member: StaffMember; onDone: () => void }

/** Takes a colleague's lost passkeys, app, codes and PINs away, once the owner has said how they know who asks. */
export function ResetForm({ member, onDone }: ResetFormProps) {
  const reset = useResetSecondFactor(member.id)
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
    <>
      <p>
        For a phone or key that is lost. Passkeys, authenticator app, recovery codes and PINs of {member.name} stop working, and
        every sign-in of theirs ends, at a chair too.
      </p>
      <Form
        scope={`reset-${member.id}`}
        sends={reset}
        body={({ text }) => ({ words: text('words') })}
        advice="Nothing was reset."
        act="Reset the second step"
        onCancel={onDone}
      >
        <TextField
          name="words"
          label="How you know it is really them"
          hint="Like: seen in person, badge shown. A call or an email alone is how strangers ask."
          maxLength={300}
        />
      </Form>
    </>
  )
}
