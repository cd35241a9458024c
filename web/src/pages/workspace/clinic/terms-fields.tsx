import type { ProblemError } from '../../../data/api.ts'
import type { StaffTerms } from '../../../data/people.ts'
import { Choice, faultOf, TextField } from '../../../ui/index.tsx'
import styles from './clinic-fields.module.css'
import { LicenseFields, licensesIn } from './license-fields.tsx'

const roles = [
  { value: 'nurse', label: 'Nurse: chairs, drug book, alerts' },
  { value: 'prescriber', label: 'Prescriber: decides, signs, prescribes' },
  { value: 'front desk', label: 'Front desk: calls, appointments, contacts' },
  { value: 'owner', label: 'Owner: staff, settings, results' },
]

type TermsFieldsProps = {
  /** Which form these stand in. */ form: string
  terms?: StaffTerms
  states: readonly string[]
  problem: ProblemError | null
}

type RoleBoxesProps = { form: string; held: readonly string[]; fault: string | undefined }

/** Any number of roles: in a small clinic the owner is the prescriber. */
const RoleBoxes = ({ form, held, fault }: RoleBoxesProps) => (
  <fieldset className={styles.box} id={`${form}.roles`} tabIndex={-1}>
    <legend>Role</legend>
    {roles.map(({ value, label }) => (
      <label key={value} className={styles.state}>
        <input type="checkbox" name={`${form}.roles`} value={value} defaultChecked={held.includes(value)} />
        <span>{label}</span>
      </label>
    ))}
    <p className={styles.hint}>Choose one or more. Steps that need two people still need two.</p>
    {fault && <p className={styles.fault}>{fault}</p>}
  </fieldset>
)

/** Title, roles, licenses, calls: what an invitation and a change of staff have in common. */
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
    </div>
    <RoleBoxes form={form} held={terms?.roles ?? []} fault={faultOf(problem, `${form}.roles`)} />
    <LicenseFields form={form} held={terms?.licenses ?? []} states={states} problem={problem} />
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
  roles: data.getAll(`${form}.roles`).map(String) as StaffTerms['roles'],
  licenses: licensesIn(form, data),
  takesCalls: data.get(`${form}.takesCalls`) === 'yes',
})

const own = { name: 'Name', email: 'Email', title: 'Title', roles: 'Role', licenses: 'Licenses' }

/** What these fields are called in a list of faults. */
export const labelsOf = (form: string) =>
  Object.fromEntries(Object.entries(own).map(([name, label]) => [`${form}.${name}`, label]))
