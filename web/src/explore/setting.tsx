import { useId } from 'react'
import styles from './setting.module.css'

type SettingProps = {
  label: string
  /** The value as it is read beside the label: "25 mg". */
  shown: string
  /** The value as it is heard: a whole sentence. */
  says: string
  least: number
  most: number
  by?: number
  value: number
  onTurn: (value: number) => void
  /** What stands under the two ends. */
  ends: readonly [least: string, most: string]
}

/** One thing that a reader turns: a native range, spoken as a sentence. */
export function Setting({ label, shown, says, least, most, by = 1, value, onTurn, ends }: SettingProps) {
  const id = useId()
  return (
    <div className={styles.setting}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} aria-hidden="true">
        {shown}
      </output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={by}
        value={value}
        aria-valuetext={says}
        onChange={(event) => onTurn(Number(event.target.value))}
      />
      <p aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  )
}
