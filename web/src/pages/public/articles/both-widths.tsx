import type { ReactNode } from 'react'
import styles from './scene.module.css'

/** The widths a drawing is made at: a page of paper has no script that could measure the room, so both are there and one is shown. */
const [WIDE, NARROW] = [680, 350]

type BothProps = { label: string; children: (width: number) => ReactNode }

/** A drawing for a desk and one for a hand, with letters of the same size; said once. */
export const BothWidths = ({ label, children }: BothProps) => (
  <div role="img" aria-label={label}>
    <div className={styles.wide}>{children(WIDE)}</div>
    <div className={styles.narrow}>{children(NARROW)}</div>
  </div>
)
