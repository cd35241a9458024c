import { type FormEvent, useMemo } from 'react'
import { useChangeStaff } from '../../../data/closing.ts'
import type { StaffMember } from '../../../data/people.ts'
import { Button, FieldScope, FormProblems, Row, Stack } from '../../../ui/index.tsx'
import { labelsOf, TermsFields, termsIn } from './terms-fields.tsx'
import { Touched } from './touched.tsx'
import { under } from './under.ts'

type StaffFormProps = { member: StaffMember; states: readonly string[]; onDone: () => void }

/** Changes what somebody may do here, from their next request on. */
export function StaffForm({ member, states, onDone }: StaffFormProps) {
  const change = useChangeStaff(member.id, onDone)
  const problem = useMemo(() => under(member.id, change.problem), [member.id, change.problem])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void change.begin(termsIn(member.id, new FormData(event.currentTarget)))
  }
  return (
    <FieldScope name={`staff-${member.id}`}>
      <form onSubmit={send} noValidate>
        <Stack>
          {change.bookings.length === 0 && <FormProblems problem={problem} labels={labelsOf(member.id)} />}
          <TermsFields form={member.id} terms={member} states={states} problem={problem} />
          <Row>
            <Button kind="second" submits isPending={change.isSending}>
              Save {member.name}
            </Button>
            <Button kind="second" onClick={onDone}>
              Cancel
            </Button>
          </Row>
        </Stack>
      </form>
      <Touched settling={change} what={`Save ${member.name}`} />
    </FieldScope>
  )
}
