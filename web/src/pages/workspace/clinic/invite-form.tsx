import { type FormEvent, useMemo } from 'react'
import { useInvite } from '../../../data/people.ts'
import { Button, FieldScope, FormDraft, FormProblems, faultOf, Row, Stack, TextField, useFormDraft } from '../../../ui/index.tsx'
import styles from './clinic-fields.module.css'
import { labelsOf, TermsFields, termsIn } from './terms-fields.tsx'
import { under } from './under.ts'

const labels = labelsOf('invite')

/** Somebody new: a link of seven days goes to their address, and they choose a password of their own. */
export function InviteForm({ states, onDone }: { states: readonly string[]; onDone: () => void }) {
  const draft = useFormDraft('invitation')
  const invite = useInvite(() => {
    draft.clear()
    onDone()
  })
  const problem = useMemo(() => under('invite', invite.problem), [invite.problem])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(`invite.${name}`) ?? '')
    invite.send({ name: text('name'), email: text('email'), ...termsIn('invite', form) })
  }
  return (
    <FieldScope name="invite">
      <form onSubmit={send} noValidate>
        <Stack>
          <FormDraft draft={draft} />
          <FormProblems problem={problem} labels={labels} />
          <div className={styles.pair}>
            <TextField name="invite.name" label="Name" fault={faultOf(problem, 'invite.name')} autoFocus />
            <TextField name="invite.email" type="email" label="Email" fault={faultOf(problem, 'invite.email')} />
          </div>
          <TermsFields form="invite" states={states} problem={problem} />
          <Row>
            <Button submits isPending={invite.isSending}>
              Send the invitation
            </Button>
            <Button kind="second" onClick={onDone}>
              Not now
            </Button>
          </Row>
        </Stack>
      </form>
    </FieldScope>
  )
}
