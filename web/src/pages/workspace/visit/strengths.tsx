import { exact, plain } from '@dripline/clinical'
import type { SafeVial, VisitOrder } from '../../../data/session.ts'
import { Icon } from '../../../ui/index.tsx'
import { quantity } from '../../../ui/quantity.tsx'
import styles from './visit.module.css'

const hidden = 'typed by each first'

/** Vial and bag are two boxes that never share a label: one gives the mL to draw up, the other the mL/h. */
export function Strengths({ order, vial, isShown }: { order: VisitOrder; vial: SafeVial | undefined; isShown: boolean }) {
  const infusate = plain(exact(order.infusateMg).div(order.finalMl), 4)
  return (
    <div className={styles.strengths}>
      <section aria-label="Vial strength">
        <h3>Vial strength</h3>
        <strong>{quantity(order.vialMgPerMl, 'mg/mL')}</strong>
        <p>
          ketamine, racemic{vial && ` · ${quantity(vial.volumeMl, 'mL')} vial`}
          <br />
          {vial ? `lot ${vial.lot}, expires ${vial.expiresOn}` : 'choose the vial below'}
        </p>
        <p>
          Draw up <b>{isShown ? quantity(order.drawUpMl, 'mL') : hidden}</b>
        </p>
        <small>
          {quantity(order.infusateMg, 'mg')} at {order.vialMgPerMl} mg per mL
        </small>
      </section>
      <Icon name="next" />
      <section aria-label="Infusate strength" data-bag>
        <h3>Infusate strength</h3>
        <strong>{quantity(infusate, 'mg/mL')}</strong>
        <p>
          {quantity(order.infusateMg, 'mg')} in a bag of {quantity(order.finalMl, 'mL')} in all,
          <br />
          sodium chloride 0.9 %
        </p>
        <p>
          Pump, for {quantity(order.minutes, 'min')} <b>{isShown ? quantity(order.rateMlPerHour, 'mL/h') : hidden}</b>
        </p>
        <small>
          {quantity(order.rateMgPerHour, 'mg/h')} at {infusate} mg per mL
        </small>
      </section>
    </div>
  )
}
