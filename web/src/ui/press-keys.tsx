import type { ReactNode } from 'react'
import styles from './press-keys.module.css'

type PressKeysProps<T extends string> = {
  label: string
  /** Heard, not seen: where the keys themselves say what they are of. */
  isLabelHeard?: boolean
  keys: readonly (T | { value: T; label: ReactNode })[]
  value: T | ''
  onPick: (value: T) => void
}

/** A few keys of which one is pressed: a view, a filter, a reason. */
export const PressKeys = <T extends string>({ label, isLabelHeard = false, keys, value, onPick }: PressKeysProps<T>) => (
  <fieldset className={styles.keys}>
    <legend className={isLabelHeard ? 'heard' : styles.label}>{label}</legend>
    {keys.map((each) => {
      const key = typeof each === 'string' ? { value: each, label: each } : each
      return (
        <button key={key.value} type="button" aria-pressed={value === key.value} onClick={() => onPick(key.value)}>
          {key.label}
        </button>
      )
    })}
  </fieldset>
)
