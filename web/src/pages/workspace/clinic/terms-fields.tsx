import type { StaffTerms } from '../../../data/people.ts'
import { Choice, Pairs, TextField, Ticks, type Typed } from '../../../ui/index.tsx'
import { LicenseFields, licensesIn } from './license-fields.tsx'

const roles = [
  { value: 'nurse', label: 'Nurse: chairs, drug book, alerts' },
  { value: 'prescriber', label: 'Prescriber: decides, signs, prescribes' },
  { value: 'front desk', label: 'Front desk: calls, appointments, contacts' },
  { value: 'owner', label: 'Owner: staff, settings, results' },
]

type TermsFieldsProps = { terms?: StaffTerms; states: readonly string[] }

/** Title, roles, licenses, calls: what an invitation and a change of staff have in common. */
export const TermsFields = ({ terms, states }: TermsFieldsProps) => (
  <>
    <Pairs>
      <TextField name="title" label="Title" placeholder="RN, NP, MD" defaultValue={terms?.title ?? ''} />
    </Pairs>
    <Ticks
      name="roles"
      label="Role"
      hint="Choose one or more. Steps that need two people still need two."
      options={roles}
      chosen={terms?.roles ?? []}
    />
    <LicenseFields held={terms?.licenses ?? []} states={states} />
    <Choice
      name="takesCalls"
      label="Takes the free calls?"
      look="line"
      defaultValue={terms?.takesCalls ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
    />
  </>
)

/** What the fields above hold. */
export const termsIn = (typed: Typed): StaffTerms => ({
  title: typed.text('title'),
  roles: typed.all('roles') as StaffTerms['roles'],
  licenses: licensesIn(typed),
  takesCalls: typed.text('takesCalls') === 'yes',
})
