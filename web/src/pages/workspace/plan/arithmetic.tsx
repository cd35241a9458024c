import type { DoseSum } from '@dripline/clinical'
import type { SafeVial } from '../../../data/planning.ts'
import { Card, Notice, quantity, SelectField, TextField } from '../../../ui/index.tsx'
import type { Draft } from './draft.ts'
import styles from './plan.module.css'
import { RoundedValue } from './rounded.tsx'

type ArithmeticProps = {
  draft: Draft
  sum: DoseSum | null
  bag: { infusateMg: string; finalMl: string }
  vials: readonly SafeVial[]
  faults: Readonly<Record<string, string>>
  onChange: (change: Partial<Draft>) => void
}

/** The sum line by line, and two strengths that never share a label: the vial's and the bag's. */
export const Arithmetic = (props: ArithmeticProps) => (
  <Card title="Dose arithmetic">
    {props.sum && (
      <dl className={styles.sum}>
        {props.sum.lines
          .filter(({ id }) => id === 'dose' || id === 'mg-per-hour')
          .map(({ id, sum, result, note }) => (
            <div key={id}>
              <dt>
                {sum}
                {note && <small>{note}</small>}
              </dt>
              <dd>
                <RoundedValue of={result} />
              </dd>
            </div>
          ))}
      </dl>
    )}
    <div className={styles.strengths}>
      <Vial {...props} />
      <Infusate {...props} />
    </div>
    <TextField
      name="dose.enteredDoseMg"
      label="Your own calculation, to compare"
      hint="Optional. More than 2 % apart is refused."
      unit="mg"
      decimal
      autoComplete="off"
      value={props.draft.enteredDoseMg}
      onChange={(enteredDoseMg) => props.onChange({ enteredDoseMg })}
      fault={props.faults['dose.enteredDoseMg']}
    />
  </Card>
)

/** Full vials of each strength that the safe holds now. */
const strengthsIn = (vials: readonly SafeVial[]) => {
  const count = (mgPerMl: string) => vials.filter((each) => Number(each.mgPerMl) === Number(mgPerMl)).length
  return (['10', '50', '100'] as const).map((value) => ({ value, label: quantity(value, 'mg/mL'), count: count(value) }))
}

const Vial = ({ draft, sum, vials, faults, onChange }: ArithmeticProps) => {
  const strengths = strengthsIn(vials)
  const chosen = strengths.find(({ value }) => value === draft.vialMgPerMl)
  return (
    <section className={styles.strength}>
      <h3>Vial strength</h3>
      <SelectField
        name="dose.vialMgPerMl"
        label="On the vial"
        empty="Choose"
        value={draft.vialMgPerMl}
        options={strengths.map(({ value, label }) => ({ value, label }))}
        onChange={(value) => onChange({ vialMgPerMl: value })}
        fault={faults['dose.vialMgPerMl']}
      />
      {chosen && <small>{chosen.count === 0 ? 'None in the safe' : `${chosen.count} in the safe`}</small>}
      <p>Draw up</p>
      {sum?.syringeMl && sum.infusate && sum.vialMgPerMl ? (
        <>
          <b className={styles.big}>
            <RoundedValue of={sum.syringeMl} />
          </b>
          <small>
            {quantity(sum.infusate.infusateMg, 'mg')} at {quantity(sum.vialMgPerMl, 'mg')} per mL
          </small>
        </>
      ) : (
        <b className={styles.big}>—</b>
      )}
    </section>
  )
}

const Infusate = ({ sum, bag, faults, onChange }: ArithmeticProps) => (
  <section className={styles.strength} data-bag>
    <h3>Infusate strength</h3>
    <TextField
      name="dose.infusate.infusateMg"
      label="Drug in bag"
      unit="mg"
      decimal
      autoComplete="off"
      value={bag.infusateMg}
      onChange={(infusateMg) => onChange({ infusateMg })}
      fault={faults['dose.infusate.infusateMg']}
    />
    <TextField
      name="dose.infusate.finalMl"
      label="Final volume"
      unit="mL"
      decimal
      autoComplete="off"
      value={bag.finalMl}
      onChange={(finalMl) => onChange({ finalMl })}
      fault={faults['dose.infusate.finalMl']}
    />
    {sum?.rateMlPerHour && sum.vtbiMl && sum.infusateMgPerMl ? (
      <>
        <small>
          is <RoundedValue of={sum.infusateMgPerMl} />
        </small>
        <p>Pump</p>
        <b className={styles.big}>
          <RoundedValue of={sum.rateMlPerHour} />
        </b>
        <p>Volume to be infused</p>
        <b className={styles.big}>
          <RoundedValue of={sum.vtbiMl} />
        </b>
        {sum.leftMg !== null && sum.leftMg !== '0' && (
          <small>Leaves {quantity(sum.leftMg, 'mg')} in the bag, to be wasted with a witness.</small>
        )}
      </>
    ) : (
      <Notice status="inform" title="No final volume, no mL/h.">
        <p>Without it, nothing can be signed or started.</p>
      </Notice>
    )}
  </section>
)
