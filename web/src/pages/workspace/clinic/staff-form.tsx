import { useChangeStaff } from '../../../data/closing.ts'
import type { StaffMember } from '../../../data/people.ts'
import { Form } from '../../../ui/index.tsx'
import { TermsFields, termsIn } from './terms-fields.tsx'
import { Touched } from './touched.tsx'

type StaffFormProps = { member: StaffMember; states: readonly string[]; onDone: () => void }

/** Changes what somebody may do here, from their next request on. */
export function StaffForm({ member, states, onDone }: StaffFormProps) {
  const change = useChangeStaff(member.id, onDone)
  return (
    <>
      <Form
        scope={`staff-${member.id}`}
        sends={change}
        body={termsIn}
        problem={change.bookings.length === 0 ? change.problem : null}
        act={`Save ${member.name}`}
        kind="second"
        onCancel={onDone}
      >
        <TermsFields terms={member} states={states} />
      </Form>
      <Touched settling={change} what={`Save ${member.name}`} />
    </>
  )
}
