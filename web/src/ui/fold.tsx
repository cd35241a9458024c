import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import styles from './frame.module.css'

type FoldProps = { label: string; children: ReactNode }

/** A button with a list under it; Escape, or going elsewhere, folds it up. */
export function Fold({ label, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => !currentTarget.contains(relatedTarget) && setOpen(false)
  const foldUp = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its own button and links do
    <div className={styles.under} onBlur={leave} onKeyDown={foldUp}>
      <button ref={button} type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {label}
      </button>
      {isOpen && <div className={styles.sheet}>{children}</div>}
    </div>
  )
}
