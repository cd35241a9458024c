import { type License, type LicenseKind, licenseKinds, usStateOf } from '@dripline/clinical'
import { useState } from 'react'
import type { ProblemError } from '../../../data/api.ts'
import { Button, faultOf, SelectField, TextField } from '../../../ui/index.tsx'
import styles from './clinic-fields.module.css'

type LicenseFieldsProps = {
  form: string
  held: readonly License[]
  states: readonly string[]
  problem: ProblemError | null
}

const fresh = (): Partial<License> => ({})

/** One row a license: state, which it is, number, and the day it ends. */
export function LicenseFields({ form, held, states, problem }: LicenseFieldsProps) {
  const [rows, setRows] = useState(() => held.map((license, key) => ({ key, license: license as Partial<License> })))
  const [next, setNext] = useState(held.length)
  const add = () => {
    setRows([...rows, { key: next, license: fresh() }])
    setNext(next + 1)
  }
  return (
    <fieldset className={styles.box} id={`${form}.licenses`} tabIndex={-1}>
      <legend>Licenses</legend>
      {rows.map(({ key, license }, i) => (
        <LicenseRow
          key={key}
          name={`${form}.licenses.${i}`}
          license={license}
          states={states}
          problem={problem}
          onRemove={() => setRows(rows.filter((row) => row.key !== key))}
        />
      ))}
      <p className={styles.hint}>
        One row for each state. Anyone who draws up, witnesses, signs or discharges needs a current one.
      </p>
      <Button kind="second" icon="plus" onClick={add}>
        Add a license
      </Button>
    </fieldset>
  )
}

type LicenseRowProps = {
  name: string
  license: Partial<License>
  states: readonly string[]
  problem: ProblemError | null
  onRemove: () => void
}

const LicenseRow = ({ name, license, states, problem, onRemove }: LicenseRowProps) => (
  <div className={styles.license}>
    <SelectField
      name={`${name}.state`}
      label="State"
      options={states.map((code) => ({ value: code, label: usStateOf(code)?.name ?? code }))}
      empty="Choose"
      defaultValue={license.state ?? ''}
      fault={faultOf(problem, `${name}.state`)}
    />
    <SelectField
      name={`${name}.kind`}
      label="License"
      options={[...licenseKinds]}
      empty="Choose"
      defaultValue={license.kind ?? ''}
      fault={faultOf(problem, `${name}.kind`)}
    />
    <TextField
      name={`${name}.number`}
      label="Number"
      defaultValue={license.number ?? ''}
      fault={faultOf(problem, `${name}.number`)}
    />
    <TextField
      name={`${name}.validUntil`}
      type="date"
      label="Valid until"
      defaultValue={license.validUntil ?? ''}
      fault={faultOf(problem, `${name}.validUntil`)}
    />
    <Button kind="second" onClick={onRemove}>
      Remove
    </Button>
  </div>
)

/** The licenses that the fields above hold, in their order. */
export function licensesIn(form: string, data: FormData): License[] {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const found: License[] = []
  for (let i = 0; data.has(`${form}.licenses.${i}.state`); i += 1) {
    const at = `${form}.licenses.${i}`
    found.push({
      state: text(`${at}.state`),
      kind: (text(`${at}.kind`) || null) as LicenseKind | null,
      number: text(`${at}.number`) || null,
      validUntil: text(`${at}.validUntil`) || null,
    })
  }
  return found
}
