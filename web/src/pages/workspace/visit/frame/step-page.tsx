import type { ReactNode } from 'react'
import styles from '../visit.module.css'

type StepPageProps = { title: ReactNode; lead: ReactNode; children: ReactNode }

/** A step of the visit: what it asks, in a sentence, and under it everything that the step needs. */
export const StepPage = ({ title, lead, children }: StepPageProps) => (
  <div className={styles.body}>
    <StepTitle title={title} lead={lead} />
    {children}
  </div>
)

/** What a step asks, said again when it changes. */
export const StepTitle = ({ title, lead }: Omit<StepPageProps, 'children'>) => (
  <div className={styles.title} aria-live="polite">
    <h2>{title}</h2>
    <p>{lead}</p>
  </div>
)
