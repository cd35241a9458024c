import { useInvite } from '../../../data/people.ts'
import { Form, Pairs, TextField } from '../../../ui/index.tsx'
import { TermsFields, termsIn } from './terms-fields.tsx'

/** Somebody new: a link of seven days goes to their address, and they choose a password of their own. */
export function InviteForm({ states, onDone }: { states: readonly string[]; onDone: () => void }) {
  const invite = useInvite()
  return (
    <Form
      scope="invite"
      draft="invitation"
      sends={invite}
      body={(typed) => ({ name: typed.text('name'), email: typed.text('email'), ...termsIn(typed) })}
      onDone={onDone}
      act="Send the invitation"
      onCancel={onDone}
      cancel="Not now"
    >
      <Pairs>
        <TextField name="name" label="Name" autoFocus />
        <TextField name="email" type="email" label="Email" />
      </Pairs>
      <TermsFields states={states} />
    </Form>
  )
}
