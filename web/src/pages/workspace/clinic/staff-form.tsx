import type { FormEvent } from 'react'
import { type StaffMember, useChangeStaff } from '../../../data/people.ts'
import { Act, FormProblems, Row, Stack } from '../../../ui/index.tsx'
import { TermsFields, termsIn } from './terms-fields.tsx'

type StaffFormProps = { member: StaffMember; states: readonly string[]; onDone: () => void }

/** Changes what somebody may do here, from their next request on. */
export function StaffForm({ member, states, onDone }: StaffFormProps) {
  const change = useChangeStaff(member.id, onDone)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change.send(termsIn(new FormData(event.currentTarget)))
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <FormProblems problem={change.problem} labels={{ title: 'Title', role: 'Role', licensedStates: 'Licensed in' }} />
        <TermsFields terms={member} states={states} problem={change.problem} />
        <Row>
          <Act kind="second" submits isPending={change.isSending}>
            Save {member.name}
          </Act>
          <Act kind="second" onAct={onDone}>
            Leave it
          </Act>
        </Row>
      </Stack>
    </form>
  )
}
