import type { ReactNode } from 'react'
import { useFieldId } from './field-id.tsx'
import styles from './fields.module.css'
import { type Common, Fault, Hint, idsOf, useFault } from './fields.tsx'

export type Option<V extends string = string> = {
  value: V
  label: ReactNode
  note?: ReactNode
  disabled?: boolean
  tone?: 'defer'
}

type ChoiceProps<V extends string = string> = Omit<Common, 'required' | 'onChange'> & {
  options: readonly Option<V>[]
  onChange?: (value: V) => void
  /** `cards` under or beside one another, `line` small and in one row with the label at its left. */
  look?: 'cards' | 'line' | 'keys'
}

/** One of a few, all in view. Nothing is chosen until a person chooses. */
export function Choice<V extends string>({
  name,
  label,
  hint,
  value,
  defaultValue,
  onChange,
  disabled,
  options,
  look = 'cards',
  ...own
}: ChoiceProps<V>) {
  const id = useFieldId()(name)
  const fault = useFault(name, own.fault)
  return (
    <fieldset
      className={styles.choice}
      data-look={look}
      id={id}
      tabIndex={-1}
      disabled={disabled}
      aria-describedby={idsOf(id, hint, fault)}
    >
      <legend className={styles.label}>{label}</legend>
      <Hint id={id}>{hint}</Hint>
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
      <Fault id={id} fault={fault} />
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

type TickProps = Pick<Common, 'name' | 'label' | 'fault'> & {
  checked?: boolean
  onChange?: (checked: boolean) => void
  value?: string
  /** Ticked when it comes, where a page has no script of its own. */
  startsTicked?: boolean
}

/** One thing that is so or is not. */
export function Tick({ name, label, checked, startsTicked, onChange, value, fault: own }: TickProps) {
  const id = useFieldId()(name)
  const fault = useFault(name, own)
  return (
    <div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          {...(checked === undefined ? { defaultChecked: startsTicked } : { checked })}
          onChange={(event) => onChange?.(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <Fault id={id} fault={fault} />
    </div>
  )
}

type TicksProps = Pick<Common, 'name' | 'label' | 'hint' | 'fault'> & {
  options: readonly { value: string; label: string }[]
  chosen: readonly string[]
  /** Many of them: in columns, within a frame that scrolls. */
  isLong?: boolean
}

/** Any number of several; works in a plain form. */
export function Ticks({ name, label, hint, options, chosen, isLong = false, ...own }: TicksProps) {
  const id = useFieldId()(name)
  const fault = useFault(name, own.fault)
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={idsOf(id, hint, fault)}>
      <legend className={styles.label}>{label}</legend>
      <Hint id={id}>{hint}</Hint>
      <div className={isLong ? styles.many : undefined} data-fault={fault ? true : undefined}>
        {options.map(({ value, label: words }) => (
          <label key={value} className={styles.one}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
      <Fault id={id} fault={fault} />
    </fieldset>
  )
}
