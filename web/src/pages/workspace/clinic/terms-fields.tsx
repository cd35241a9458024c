import { usStateOf } from '@dripline/clinical'
import type { ProblemError } from '../../../data/api.ts'
import type { StaffTerms } from '../../../data/people.ts'
import { Choice, faultOf, SelectField, TextField } from '../../../ui/index.tsx'
import styles from './clinic-fields.module.css'
import { StateBoxes } from './state-boxes.tsx'

const roles = [
  { value: 'nurse', label: 'Nurse: chairs, drug book, alerts' },
  { value: 'prescriber', label: 'Prescriber: decides, signs, prescribes' },
  { value: 'front desk', label: 'Front desk: calls, dates, persons' },
  { value: 'owner', label: 'Owner: staff, settings, results' },
]

type TermsFieldsProps = { terms?: StaffTerms; states: readonly string[]; problem: ProblemError | null }

/** Title, role, licences, calls: what an invitation and a change of staff have in common. */
export const TermsFields = ({ terms, states, problem }: TermsFieldsProps) => (
  <>
    <div className={styles.pair}>
      <TextField
        name="title"
        label="Title"
        placeholder="RN, NP, MD"
        defaultValue={terms?.title ?? ''}
        fault={faultOf(problem, 'title')}
      />
      <SelectField
        name="role"
        label="What they may do"
        options={roles}
        defaultValue={terms?.role ?? 'nurse'}
        fault={faultOf(problem, 'role')}
      />
    </div>
    <StateBoxes
      name="licensedStates"
      label="Licensed in"
      states={states.map((code) => ({ code, name: usStateOf(code)?.name ?? code }))}
      chosen={terms?.licensedStates ?? []}
      fault={faultOf(problem, 'licensedStates')}
    />
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
export const termsIn = (form: FormData): StaffTerms => ({
  title: String(form.get('title') ?? ''),
  role: String(form.get('role') ?? '') as StaffTerms['role'],
  licensedStates: form.getAll('licensedStates').map(String),
  takesCalls: form.get('takesCalls') === 'yes',
})
