import { exact } from '@dripline/clinical'
import type { SafeVial, VisitOrder } from '../../../../data/session.ts'
import { Notice, quantity, sayDay, Tick } from '../../../../ui/index.tsx'
import { sayDrug } from '../../stock/say-drug.ts'
import styles from './before.module.css'

type VialPickerProps = {
  safe: readonly SafeVial[]
  order: VisitOrder
  chosen: readonly string[]
  onChoose: (ids: string[]) => void
}

/** Which vial stands on the table; only those of the ordered strength can be taken. */
export function VialPicker({ safe, order, chosen, onChoose }: VialPickerProps) {
  const fitting = safe.filter(({ drugId, mgPerMl }) => drugId === order.drugId && exact(mgPerMl).eq(order.vialMgPerMl))
  const drug = `${sayDrug(order.drugId)} ${quantity(order.vialMgPerMl, 'mg/mL')}`
  if (fitting.length === 0)
    return (
      <Notice status="defer" title={`No vial of ${drug} is in the safe.`}>
        <p>Receive one in the drug book, or ask a prescriber to sign the order for another strength.</p>
      </Notice>
    )
  return (
    <fieldset className={styles.ticks}>
      <legend>Vial in hand, read from its label</legend>
      {fitting.map(({ id, number, lot, expiresOn, ml }) => (
        <Tick
          key={id}
          name={`vial-${number}`}
          checked={chosen.includes(id)}
          onChange={(isTaken) => onChoose(isTaken ? [...chosen, id] : chosen.filter((each) => each !== id))}
          label={
            <>
              <b>{number}</b>, lot {lot}, expires {sayDay(expiresOn)}, {quantity(ml, 'mL')} left
            </>
          }
        />
      ))}
    </fieldset>
  )
}
