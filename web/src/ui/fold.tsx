import { type ReactNode, useId } from 'react'
import styles from './frame.module.css'

type FoldProps = { label: string; children: ReactNode }

/** A button with a list under it, the browser's own popover: Escape, or a press beside it, folds it up. */
export function Fold({ label, children }: FoldProps) {
  const id = useId()
  return (
    <>
      <button type="button" className={styles.folded} popoverTarget={id}>
        {label}
      </button>
      <div id={id} className={styles.sheet} popover="auto">
        {children}
      </div>
    </>
  )
}
