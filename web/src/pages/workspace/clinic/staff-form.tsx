import { type FormEvent, useMemo } from 'react'
import { type StaffMember, useChangeStaff } from '../../../data/people.ts'
import { Act, FieldScope, FormProblems, Row, Stack } from '../../../ui/index.tsx'
import { labelsOf, TermsFields, termsIn } from './terms-fields.tsx'
import { under } from './under.ts'

type StaffFormProps = { member: StaffMember; states: readonly string[]; onDone: () => void }

/** Changes what somebody may do here, from their next request on. */
export function StaffForm({ member, states, onDone }: StaffFormProps) {
  const change = useChangeStaff(member.id, onDone)
  const problem = useMemo(() => under(member.id, change.problem), [member.id, change.problem])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change.send(termsIn(member.id, new FormData(event.currentTarget)))
  }
  return (
    <FieldScope name={`staff-${member.id}`}>
      <form onSubmit={send} noValidate>
        <Stack>
          <FormProblems problem={problem} labels={labelsOf(member.id)} />
          <TermsFields form={member.id} terms={member} states={states} problem={problem} />
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
    </FieldScope>
  )
}
