import type { ReactNode } from 'react'
import { Button } from '../../../ui/index.tsx'
import styles from './screening.module.css'

type AnswerStepProps = {
  title: string
  /** How much of it is answered: "3 of 4". */
  count: string
  isOpen: boolean
  onOpen: () => void
  /** What comes next, where something does. */
  next?: string | undefined
  onNext?: () => void
  children: ReactNode
}

/** Questions that belong together: in columns where there is room, one after the other on a phone. */
export const AnswerStep = ({ title, count, isOpen, onOpen, next, onNext, children }: AnswerStepProps) => (
  <fieldset className={styles.group} data-open={isOpen}>
    <legend>
      <span>
        {title} <small>{count}</small>
      </span>
      <button type="button" aria-expanded={isOpen} onClick={onOpen}>
        {title} <small>{count}</small>
      </button>
    </legend>
    <div className={styles.grid}>
      {children}
      {next && onNext && (
        <div className={styles.next}>
          <Button kind="second" onClick={onNext}>
            Next: {next}
          </Button>
        </div>
      )}
    </div>
  </fieldset>
)
