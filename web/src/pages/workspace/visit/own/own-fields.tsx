import { agreedWords, type Field, type Fields, type Said } from '@dripline/clinical'
import { Choice, MeasureField, Row, TextField, Tick } from '../../../../ui/index.tsx'

/** What is said of an act or an order so far, as it was typed. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

type OwnFieldsProps = { fields: Fields; typed: Typed; onChange: (typed: Typed) => void }

/** A form of what a definition asks: each of its fields as its kind is typed. */
export const OwnFields = ({ fields, typed, onChange }: OwnFieldsProps) =>
  Object.entries(fields).map(([name, field]) => (
    <OwnField
      key={name}
      name={`said.${name}`}
      field={field}
      value={typed[name] ?? ''}
      onChange={(value) => onChange({ ...typed, [name]: value })}
    />
  ))

/** What is usual, as if it had been typed. */
export const typedOf = (said: Said): Typed =>
  Object.fromEntries(Object.entries(said).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

/** As it is sent: what was left blank is not said. */
export function saidOf(fields: Fields, typed: Typed): Said {
  const said: Record<string, Said[string]> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = typed[name] ?? ''
    const whole = wholeOf(field, value)
    if (whole !== null) said[name] = whole
  }
  return said
}

function wholeOf(field: Field, value: string | readonly string[]): Said[string] {
  const [one, other] = identifiers.filter((each) => value.includes(each))
  if (field.kind === 'identifiers') return one && other ? [one, other] : null
  if (field.kind === 'agreed') return field.points.every((point) => value.includes(point)) ? agreedWords(field) : null
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** What a person says of themselves; they are heard, and ticked. */
const identifiers = ['full name', 'date of birth'] as const

type OwnFieldProps = {
  name: string
  field: Field
  value: string | readonly string[]
  onChange: (value: string | readonly string[]) => void
}

function OwnField({ name, field, value, onChange }: OwnFieldProps) {
  const { label } = field
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'amount':
    case 'reading':
      return <MeasureField name={name} label={label} measure={field.measure} value={text} onChange={onChange} />
    case 'choice':
      return (
        <Choice
          name={name}
          label={label}
          look="line"
          value={text}
          onChange={onChange}
          options={field.options.map((each) => ({ value: each, label: each }))}
        />
      )
    case 'words':
      return <TextField name={name} label={label} value={text} onChange={onChange} maxLength={400} />
    case 'agreed':
      return (
        <fieldset>
          <legend>{label}</legend>
          {field.points.map((point) => (
            <Tick
              key={point}
              name={point}
              label={point}
              checked={value.includes(point)}
              onChange={(isOn) => onChange(field.points.filter((one) => (one === point ? isOn : value.includes(one))))}
            />
          ))}
        </fieldset>
      )
    case 'identifiers':
      return (
        <fieldset>
          <legend>{label}</legend>
          <Row>
            {identifiers.map((each) => (
              <Tick
                key={each}
                name={each}
                label={each}
                checked={value.includes(each)}
                onChange={(isOn) => onChange(identifiers.filter((one) => (one === each ? isOn : value.includes(one))))}
              />
            ))}
          </Row>
        </fieldset>
      )
  }
}
