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

type TermsFieldsProps = {
  /** Which form these stand in. */ form: string
  terms?: StaffTerms
  states: readonly string[]
  problem: ProblemError | null
}

/** Title, role, licences, calls: what an invitation and a change of staff have in common. */
export const TermsFields = ({ form, terms, states, problem }: TermsFieldsProps) => (
  <>
    <div className={styles.pair}>
      <TextField
        name={`${form}.title`}
        label="Title"
        placeholder="RN, NP, MD"
        defaultValue={terms?.title ?? ''}
        fault={faultOf(problem, `${form}.title`)}
      />
      <SelectField
        name={`${form}.role`}
        label="What they may do"
        options={roles}
        defaultValue={terms?.role ?? 'nurse'}
        fault={faultOf(problem, `${form}.role`)}
      />
    </div>
    <StateBoxes
      name={`${form}.licensedStates`}
      label="Licensed in"
      states={states.map((code) => ({ code, name: usStateOf(code)?.name ?? code }))}
      chosen={terms?.licensedStates ?? []}
      fault={faultOf(problem, `${form}.licensedStates`)}
    />
    <Choice
      name={`${form}.takesCalls`}
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
export const termsIn = (form: string, data: FormData): StaffTerms => ({
  title: String(data.get(`${form}.title`) ?? ''),
  role: String(data.get(`${form}.role`) ?? '') as StaffTerms['role'],
  licensedStates: data.getAll(`${form}.licensedStates`).map(String),
  takesCalls: data.get(`${form}.takesCalls`) === 'yes',
})

const own = { name: 'Name', email: 'Email', title: 'Title', role: 'Role', licensedStates: 'Licensed in' }

/** What these fields are called in a list of faults. */
export const labelsOf = (form: string) =>
  Object.fromEntries(Object.entries(own).map(([name, label]) => [`${form}.${name}`, label]))
