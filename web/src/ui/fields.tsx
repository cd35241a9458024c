import { sentence } from '@dripline/clinical'
import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core'
import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from 'react'
import type { ProblemError } from '../data/api.ts'
import { useFieldId } from './field-id.tsx'
import styles from './fields.module.css'

type Common = {
  /** The field's name as the server knows it; `useFieldId` makes its id on the page of it. */
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  /** What is wrong with it, in words. */
  fault?: string | undefined
  required?: boolean
  disabled?: boolean
}

type TextFieldProps = Common & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time' | 'datetime-local' | 'search'
  /** Stands inside, at the end: `kg`, `mL/h`. */
  unit?: string
  /** Figures with a decimal point; brings up the number pad of a phone. */
  decimal?: boolean
  lines?: number
  placeholder?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** What can be kept. Nothing is cut: what is longer stays as it was typed, and the field says so. */
  maxLength?: number
  autoFocus?: boolean
  /** When the field is left. */
  onLeave?: () => void
}

/** What the server found wrong with one field, if anything. */
export const faultOf = (problem: ProblemError | null, name: string): string | undefined => {
  const fault = problem?.faults.find(({ field }) => field === name)
  return fault && sentence(fault.expected)
}

function useShared({ name, label, hint, value, defaultValue, onChange, fault, required, disabled }: Common) {
  const fieldId = useFieldId()
  return {
    id: fieldId(name),
    name,
    label,
    ...(hint ? { description: hint } : {}),
    ...(value === undefined ? {} : { value }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(fault ? { error: fault } : {}),
    ...(required ? { 'aria-required': true } : {}),
    ...(disabled ? { disabled } : {}),
    onChange: (event: { currentTarget: { value: string } }) => onChange?.(event.currentTarget.value),
    classNames: {
      root: styles.field ?? '',
      label: styles.label ?? '',
      description: styles.hint ?? '',
      error: styles.fault ?? '',
      input: styles.input ?? '',
    },
    inputWrapperOrder: ['label' as const, 'description' as const, 'input' as const, 'error' as const],
  }
}

/** One line of text (or several), with its label above and its fault below. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', unit, decimal = false, lines, placeholder, autoComplete, autoFocus, onLeave } = props
  const rest = {
    ...(placeholder ? { placeholder } : {}),
    ...(autoComplete ? { autoComplete } : {}),
    ...(autoFocus ? { autoFocus } : {}),
    ...(onLeave ? { onBlur: onLeave } : {}),
  }
  const fault = props.fault ?? tooLong(props)
  const shared = useShared({ ...props, fault })
  if (lines) return <Textarea {...shared} {...rest} rows={lines} />
  if (type === 'password') return <PasswordInput {...shared} {...rest} />
  return (
    <TextInput
      {...shared}
      {...rest}
      type={type}
      {...(decimal ? { inputMode: 'decimal' as const } : {})}
      {...(unit ? { rightSection: <span className={styles.unit}>{unit}</span>, rightSectionWidth: `${unit.length + 2}ch` } : {})}
    />
  )
}

const tooLong = ({ value, maxLength }: TextFieldProps) =>
  maxLength !== undefined && value !== undefined && value.length > maxLength
    ? `At most ${maxLength} characters can be saved; this has ${value.length}.`
    : undefined

type SelectFieldProps = Common & { options: readonly (string | { value: string; label: string })[]; empty?: string }

/** One of a list that is too long for `Choice`. The browser's own control. */
export const SelectField = ({ options, empty, ...props }: SelectFieldProps) => (
  <NativeSelect
    {...useShared(props)}
    data={[
      ...(empty === undefined ? [] : [{ value: '', label: empty }]),
      ...options.map((each) => (typeof each === 'string' ? { value: each, label: each } : each)),
    ]}
  />
)

export type Option = { value: string; label: ReactNode; note?: ReactNode; disabled?: boolean; tone?: 'defer' }

type ChoiceProps = Pick<Common, 'name' | 'label' | 'hint' | 'value' | 'defaultValue' | 'onChange' | 'fault' | 'disabled'> & {
  options: readonly Option[]
  /** `cards` under or beside one another, `line` small and in one row with the label at its left. */
  look?: 'cards' | 'line' | 'keys'
}

/** One of a few, all in view. Nothing is chosen until a person chooses. */
export function Choice({
  name,
  label,
  hint,
  value,
  defaultValue,
  onChange,
  fault,
  disabled,
  options,
  look = 'cards',
}: ChoiceProps) {
  const describes = useId()
  const fieldId = useFieldId()
  return (
    <fieldset
      className={styles.choice}
      data-look={look}
      id={fieldId(name)}
      tabIndex={-1}
      disabled={disabled}
      aria-describedby={fault ? describes : undefined}
    >
      <legend className={styles.label}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} data-tone={option.tone}>
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined ? { defaultChecked: defaultValue === option.value } : { checked: value === option.value })}
              onChange={() => onChange?.(option.value)}
            />
            <span>
              {option.label}
              {option.note && <small>{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
      {fault && (
        <p className={styles.fault} id={describes}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}

const threeAnswers: readonly Option[] = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes', tone: 'defer' },
  { value: 'not-sure', label: 'not sure' },
]

/** No, yes, or not sure; not sure stays unknown, and unknown is never no. */
export const YesNo = (props: Omit<ChoiceProps, 'options' | 'look'>) => <Choice {...props} look="line" options={threeAnswers} />

type TickProps = {
  name: string
  label: ReactNode
  checked?: boolean
  onChange?: (checked: boolean) => void
  value?: string
  fault?: string | undefined
}

/** One thing that is so or is not. */
export const Tick = ({ name, label, checked, onChange, value, fault }: TickProps) => (
  <div>
    <label className={styles.tick}>
      <input
        type="checkbox"
        id={useFieldId()(name)}
        name={name}
        {...(value ? { value } : {})}
        {...(checked === undefined ? {} : { checked })}
        onChange={(event) => onChange?.(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
    {fault && <p className={styles.fault}>{fault}</p>}
  </div>
)
