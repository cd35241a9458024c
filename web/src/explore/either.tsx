import { useId } from 'react'
import styles from './either.module.css'

type EitherProps<V extends string> = {
  label: string
  of: readonly (readonly [value: V, words: string])[]
  value: V
  onChoose: (value: V) => void
}

/** One of a few, side by side: native radio buttons, dressed as chips. */
export function Either<V extends string>({ label, of, value, onChoose }: EitherProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles.either}>
      <legend className="heard">{label}</legend>
      {of.map(([each, words]) => (
        <label key={each}>
          <input type="radio" name={name} value={each} checked={each === value} onChange={() => onChoose(each)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
