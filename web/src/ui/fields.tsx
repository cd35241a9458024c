import { sayFault, sentence } from '@dripline/clinical'
import { type ComponentProps, createContext, type HTMLInputAutoCompleteAttribute, type ReactNode, use, useState } from 'react'
import type { ProblemError } from '../data/api.ts'
import { useFieldId } from './field-id.tsx'
import styles from './fields.module.css'
import { Icon } from './icons.tsx'

/** What was found wrong with the form around a field; the field says its own part of it. */
export const ProblemContext = createContext<ProblemError | null>(null)

export type Common = {
  /** The field's name as the server knows it; `useFieldId` makes its id on the page of it. */
  name: string
  label: ReactNode
  /** Heard, not seen: where its place says what it is. */
  isLabelHeard?: boolean
  hint?: ReactNode
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  /** What is wrong with it, in words, where the form around it does not know. */
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
  return fault && sentence(sayFault(fault))
}

/** What is wrong with this field, by its own reading or by the form around it. */
export function useFault(name: string, own?: string): string | undefined {
  const problem = use(ProblemContext)
  return own ?? faultOf(problem, name)
}

/** The ids of what is said about a control: its hint, its fault. */
export const idsOf = (id: string, hint: ReactNode, fault: string | undefined) =>
  [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined

type Told = { id: string; fault: string | undefined }

type FieldProps = Pick<Common, 'label' | 'isLabelHeard' | 'hint'> & Told & { children: ReactNode }

/** Label over a control, hint under its label, fault under all. */
const Field = ({ id, label, isLabelHeard, hint, fault, children }: FieldProps) => (
  <div>
    <label className={isLabelHeard ? 'heard' : styles.label} htmlFor={id}>
      {label}
    </label>
    <Hint id={id}>{hint}</Hint>
    {children}
    <Fault id={id} fault={fault} />
  </div>
)

/** What helps to answer. */
export const Hint = ({ id, children }: { id: string; children: ReactNode }) =>
  children && (
    <p className={styles.hint} id={`${id}-hint`}>
      {children}
    </p>
  )

/** What is wrong, under the control that it is wrong with. */
export const Fault = ({ id, fault }: Told) =>
  fault && (
    <p className={styles.fault} id={`${id}-fault`}>
      {fault}
    </p>
  )

function useShared({ name, hint, value, defaultValue, onChange, fault: own, required, disabled }: Common) {
  const id = useFieldId()(name)
  const fault = useFault(name, own)
  const control = {
    id,
    name,
    className: styles.input,
    value,
    defaultValue,
    disabled,
    'aria-required': required,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': idsOf(id, hint, fault),
    onChange: (event: { currentTarget: { value: string } }) => onChange?.(event.currentTarget.value),
  }
  return { id, fault, control }
}

/** One line of text (or several), with its label above and its fault below. */
export function TextField(props: TextFieldProps) {
  const {
    type = 'text',
    label,
    isLabelHeard = false,
    hint,
    unit,
    decimal = false,
    lines,
    placeholder,
    autoComplete,
    autoFocus,
    onLeave,
  } = props
  const { control, ...told } = useShared({ ...props, fault: props.fault ?? tooLong(props) })
  const all = { ...control, placeholder, autoComplete, autoFocus, onBlur: onLeave }
  return (
    <Field {...{ label, isLabelHeard, hint }} {...told}>
      {lines ? (
        <textarea {...all} rows={lines} />
      ) : type === 'password' ? (
        <Secret {...all} />
      ) : (
        <Inside end={unit && <span className={styles.unit}>{unit}</span>} width={`${(unit ?? '').length + 3}ch`}>
          <input {...all} type={type} {...(decimal && { inputMode: 'decimal' as const })} />
        </Inside>
      )}
    </Field>
  )
}

type InsideProps = { end: ReactNode; width: string; children: ReactNode }

const Inside = ({ end, width, children }: InsideProps) =>
  end ? (
    <div className={styles.inside} style={{ '--end': width }}>
      {children}
      {end}
    </div>
  ) : (
    children
  )

/** A password, that the one who types it can have shown. */
function Secret(all: ComponentProps<'input'>) {
  const [isShown, setShown] = useState(false)
  const press = (
    <button type="button" aria-label="Show what is typed" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
      <Icon name="eye" />
    </button>
  )
  return (
    <Inside end={press} width="44px">
      <input {...all} type={isShown ? 'text' : 'password'} />
    </Inside>
  )
}

const tooLong = ({ value, maxLength }: TextFieldProps) =>
  maxLength !== undefined && value !== undefined && value.length > maxLength
    ? `At most ${maxLength} characters can be saved; this has ${value.length}.`
    : undefined

type SelectFieldProps<V extends string> = Omit<Common, 'onChange'> & {
  options: readonly (V | { value: V; label: string })[]
  /** What stands where nothing is chosen, as ''. */
  empty?: string
  onChange?: (value: V | '') => void
}

/** One of a list that is too long for `Choice`. The browser's own control. */
export function SelectField<V extends string>(all: SelectFieldProps<V>) {
  const { options, empty, label, isLabelHeard = false, hint, onChange, ...props } = all
  const values = options.map((each) => (typeof each === 'string' ? each : each.value))
  const choose = (value: string) => onChange?.(values.find((each) => each === value) ?? '')
  const { control, ...told } = useShared({ label, hint, ...props, ...(onChange && { onChange: choose }) })
  return (
    <Field {...{ label, isLabelHeard, hint }} {...told}>
      <select {...control}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((each) => {
          const option = typeof each === 'string' ? { value: each, label: each } : each
          return (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          )
        })}
      </select>
    </Field>
  )
}
