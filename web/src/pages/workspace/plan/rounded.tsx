import type { Rounded } from '@dripline/clinical'
import { quantity } from '../../../ui/index.tsx'
import styles from './plan.module.css'

/** A value as it will be used; what it was before rounding stands beside it when the two differ. */
export const RoundedValue = ({ of }: { of: Rounded }) => (
  <>
    <span className="num">{quantity(of.value, of.unit)}</span>
    {of.unrounded !== null && <small className={styles.before}>from {quantity(of.unrounded, of.unit)}</small>}
  </>
)
