import { useFieldId } from '../../../ui/field-id.tsx'
import styles from './clinic-fields.module.css'

type StateBoxesProps = {
  name: string
  label: string
  hint?: string
  states: readonly { code: string; name: string }[]
  chosen: readonly string[]
  fault?: string | undefined
}

/** Any number of states; works in a plain form. */
export const StateBoxes = ({ name, label, hint, states, chosen, fault }: StateBoxesProps) => (
  <fieldset className={styles.box} id={useFieldId()(name)} tabIndex={-1}>
    <legend>{label}</legend>
    <div className={styles.states} data-fault={fault ? true : undefined}>
      {[...states].sort(chosenFirst(chosen)).map((state) => (
        <label key={state.code} className={styles.state}>
          <input type="checkbox" name={name} value={state.code} defaultChecked={chosen.includes(state.code)} />
          <span>{state.name}</span>
        </label>
      ))}
    </div>
    {hint && <p className={styles.hint}>{hint}</p>}
    {fault && <p className={styles.fault}>{fault}</p>}
  </fieldset>
)

const chosenFirst = (chosen: readonly string[]) => (a: { code: string }, b: { code: string }) =>
  Number(chosen.includes(b.code)) - Number(chosen.includes(a.code))
