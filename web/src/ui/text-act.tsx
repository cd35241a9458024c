import type { ReactNode, Ref } from 'react'
import styles from './button.module.css'

type TextActProps = {
  onClick: () => void
  /** What it does in full, for those who hear it. */
  label?: string | undefined
  /** Whether what it opens is open. */
  isOpen?: boolean
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

/** An act in words, inside a line of text: for what is small, and done or undone as easily. */
export const TextAct = ({ label, isOpen, children, ...rest }: TextActProps) => (
  <button type="button" className={styles.text} aria-label={label} aria-expanded={isOpen} {...rest}>
    {children}
  </button>
)
