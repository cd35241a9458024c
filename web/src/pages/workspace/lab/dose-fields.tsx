import { SelectField, TextAct, TextField } from '../../../ui/index.tsx'
import { type DoseDraft, type DoseKind, isWay, knownWays, namesOf } from './draft.ts'
import styles from './lab.module.css'
import { FaultAt, type FieldsProps, Figure, wordsUnder } from './parts.tsx'
import { wayLabels } from './words.ts'

type DoseFieldsProps = {
  dose: DoseDraft
  /** Its place in the file, and which it is: number and regimen. */
  place: string
  number: number
  regimen: string
  faults: FieldsProps['faults']
  onChange: (part: Partial<DoseDraft>) => void
  onRemove: (() => void) | null
}

const kinds: { value: DoseKind; label: string }[] = [
  { value: 'bolus', label: 'Bolus' },
  { value: 'infusion', label: 'Infusion' },
  { value: 'rate', label: 'Rate' },
  ...knownWays.map((way) => ({ value: way, label: wayLabels[way] })),
]

/** One dose: what it is, how much, and when. */
export function DoseFields({ dose, place, number, regimen, faults, onChange, onRemove }: DoseFieldsProps) {
  const { kind, perKg } = dose
  const names = namesOf(dose)
  const unit = (per: boolean) => `mg${per ? '/kg' : ''}${kind === 'rate' ? '/h' : ''}`
  const at = (name: string) => `${place}.${name}`
  const figure = (field: 'amount' | 'from' | 'until', name: string, label: string) => (
    <Figure place={at(name)} label={label} value={dose[field]} faults={faults} onChange={(text) => onChange({ [field]: text })} />
  )
  return (
    <fieldset className={styles.dose}>
      <legend className="heard">
        dose {number} of regimen {regimen}
      </legend>
      <div className={styles.fields}>
        <SelectField
          name={at('kind')}
          label="Given as"
          value={kind}
          options={kinds}
          onChange={(value) => onChange({ kind: kinds.find((each) => each.value === value)?.value ?? kind })}
        />
        <SelectField
          name={at('unit')}
          label="Counted in"
          value={String(perKg)}
          options={[
            { value: 'true', label: unit(true) },
            { value: 'false', label: unit(false) },
          ]}
          onChange={(value) => onChange({ perKg: value === 'true' })}
        />
      </div>
      <FaultAt faults={faults} place={at('route')} />
      <div className={styles.three}>
        {figure('amount', names.amount, unit(perKg))}
        {names.until && kind === 'infusion' && figure('until', names.until, 'over, min')}
        {figure('from', names.from, kind === 'rate' ? 'from, min' : 'at, min')}
        {names.until && kind === 'rate' && figure('until', names.until, 'to, min')}
      </div>
      {isWay(kind) && (
        <p className={styles.quiet}>
          What is swallowed is seen mostly as norketamine, which is not drawn here. The command line draws it.
        </p>
      )}
      <TextField
        name={at('repeatAtMin')}
        label="again from, min"
        hint="Empty: once. Several with commas: 1440, 2880."
        value={dose.again}
        autoComplete="off"
        fault={wordsUnder(faults, at('repeatAtMin'))}
        onChange={(again) => onChange({ again })}
      />
      <FaultAt faults={faults} place={place} />
      {onRemove && (
        <TextAct label={`Remove dose ${number} of regimen ${regimen}`} onClick={onRemove}>
          Remove dose {number}
        </TextAct>
      )}
    </fieldset>
  )
}
