import { saySpan } from '../../../ui/index.tsx'
import styles from './lab.module.css'

const most = 720
const step = 5

/** When the models are compared, counted from the last dose of each regimen: about when somebody would go home. Moved by hand or by key. */
export const CompareAt = ({ minutes, onChange }: { minutes: number; onChange: (text: string) => void }) => (
  <div className={styles.when}>
    <label htmlFor="compare-at">Discharge, after the last dose</label>
    <output htmlFor="compare-at">{saySpan(minutes)}</output>
    <input
      id="compare-at"
      type="range"
      min={0}
      max={Math.max(most, minutes)}
      step={step}
      value={minutes}
      aria-valuetext={`${saySpan(minutes)} after the last dose`}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </div>
)
