import { type License, type LicenseKind, licenseKinds, usStateOf } from '@dripline/clinical'
import { useState } from 'react'
import { useFieldId } from '../../../ui/field-id.tsx'
import { Button, SelectField, Stack, TextField, type Typed } from '../../../ui/index.tsx'
import styles from './clinic-fields.module.css'

type LicenseFieldsProps = { held: readonly License[]; states: readonly string[] }

/** One row a license: state, which it is, number, and the day it ends. */
export function LicenseFields({ held, states }: LicenseFieldsProps) {
  const id = useFieldId()('licenses')
  const [rows, setRows] = useState(() => held.map((license, key) => ({ key, license: license as Partial<License> })))
  const [next, setNext] = useState(held.length)
  const add = () => {
    setRows([...rows, { key: next, license: {} }])
    setNext(next + 1)
  }
  return (
    <fieldset id={id} tabIndex={-1}>
      <legend>Licenses</legend>
      {rows.map(({ key, license }, i) => (
        <div key={key} className={styles.license}>
          <LicenseRow name={`licenses.${i}`} license={license} states={states} />
          <Button kind="second" onClick={() => setRows(rows.filter((row) => row.key !== key))}>
            Remove
          </Button>
        </div>
      ))}
      <Stack>
        <small>One row for each state. Anyone who draws up, witnesses, signs or discharges needs a current one.</small>
        <div>
          <Button kind="second" icon="plus" onClick={add}>
            Add a license
          </Button>
        </div>
      </Stack>
    </fieldset>
  )
}

type LicenseRowProps = { name: string; license: Partial<License>; states: readonly string[] }

const LicenseRow = ({ name, license, states }: LicenseRowProps) => (
  <>
    <SelectField
      name={`${name}.state`}
      label="State"
      options={states.map((code) => ({ value: code, label: usStateOf(code)?.name ?? code }))}
      empty="Choose"
      defaultValue={license.state ?? ''}
    />
    <SelectField
      name={`${name}.kind`}
      label="License"
      options={[...licenseKinds]}
      empty="Choose"
      defaultValue={license.kind ?? ''}
    />
    <TextField name={`${name}.number`} label="Number" defaultValue={license.number ?? ''} />
    <TextField name={`${name}.validUntil`} type="date" label="Valid until" defaultValue={license.validUntil ?? ''} />
  </>
)

/** The licenses that the fields above hold, in their order. */
export function licensesIn({ text, known, has }: Typed): License[] {
  const found: License[] = []
  for (let i = 0; has(`licenses.${i}.state`); i += 1) {
    const at = `licenses.${i}`
    found.push({
      state: text(`${at}.state`).trim(),
      kind: known(`${at}.kind`) as LicenseKind | null,
      number: known(`${at}.number`),
      validUntil: known(`${at}.validUntil`),
    })
  }
  return found
}
