import { figure, withSign } from '@dripline/clinical'
import styles from './number-keys.module.css'

type NumberKeysProps = {
  label: string
  note?: string
  from?: number
  to?: number
  value: number | null
  /** The last answer, dashed; it is never saved by itself. */
  ghost?: number | null
  /** Writes +1 with its sign, as sedation scales do. */
  signed?: boolean
  isShut?: boolean
  onPick: (value: number) => void
}

const say = (value: number, signed: boolean) => (signed ? withSign(value) : figure(value))

/** A row of keys, one tap an answer. */
export function NumberKeys({
  label,
  note,
  from = 0,
  to = 10,
  value,
  ghost,
  signed = false,
  isShut = false,
  onPick,
}: NumberKeysProps) {
  const keys = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return (
    <fieldset className={styles.row} disabled={isShut}>
      <legend className={styles.label}>
        {label}
        {note && <small>{note}</small>}
      </legend>
      <div className={styles.keys} style={{ '--keys': keys.length }}>
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            className={styles.key}
            aria-pressed={value === key}
            aria-label={ghost === key ? `${say(key, signed)}, the last answer` : say(key, signed)}
            data-ghost={ghost === key && value !== key ? true : undefined}
            onClick={() => onPick(key)}
          >
            {say(key, signed)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
