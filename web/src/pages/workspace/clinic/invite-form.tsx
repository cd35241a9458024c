import type { FormEvent } from 'react'
import { useInvite } from '../../../data/people.ts'
import { Act, FormProblems, faultOf, Row, Stack, TextField } from '../../../ui/index.tsx'
import styles from './clinic-fields.module.css'
import { TermsFields, termsIn } from './terms-fields.tsx'

const labels = { name: 'Name', email: 'Email', title: 'Title', role: 'Role', licensedStates: 'Licensed in' }

/** Somebody new: a link of seven days goes to their address, and they choose a password of their own. */
export function InviteForm({ states, onDone }: { states: readonly string[]; onDone: () => void }) {
  const invite = useInvite(onDone)
  const { problem } = invite
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    invite.send({ name: String(form.get('name') ?? ''), email: String(form.get('email') ?? ''), ...termsIn(form) })
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <FormProblems problem={problem} labels={labels} />
        <div className={styles.pair}>
          <TextField name="name" label="Name" fault={faultOf(problem, 'name')} autoFocus />
          <TextField name="email" type="email" label="Email" fault={faultOf(problem, 'email')} />
        </div>
        <TermsFields states={states} problem={problem} />
        <Row>
          <Act submits isPending={invite.isSending}>
            Send the invitation
          </Act>
          <Act kind="second" onAct={onDone}>
            Not now
          </Act>
        </Row>
      </Stack>
    </form>
  )
}
