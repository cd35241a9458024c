import type { ReactNode } from 'react'
import { quantity } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import { ClockNotice } from './clock-notice.tsx'
import styles from './visit-bar.module.css'

type Ends = readonly [left: ReactNode, right: ReactNode]

type VisitBarProps = Open & {
  label: string
  /** How it stands, and since when. */
  state: ReactNode
  /** The largest thing on the screen, and what it is. */
  figure: ReactNode
  of: ReactNode
  /** What was given, and of what. */
  given: Ends
  /** How far it has come, percent. */
  share?: number
  below: Ends
  problem?: ReactNode
  /** What can be done, the last at the right end, always. */
  children: ReactNode
}

/** The bar that stays while the visit scrolls: how it stands, what was given, and what can be done about it. */
export const VisitBar = ({ label, state, figure, of, given, share, below, problem, children, ...open }: VisitBarProps) => (
  <section className={styles.bar} aria-label={label}>
    <div className={styles.rate}>
      {state}
      <p>
        <strong>{figure}</strong> {of}
      </p>
    </div>
    <div className={styles.given}>
      <Line ends={given} />
      {share !== undefined && (
        <div className={styles.track}>
          <i style={{ width: `${Math.min(100, share)}%` }} />
        </div>
      )}
      <ClockNotice {...open} />
      <Line ends={below} />
      {problem}
    </div>
    <div className={styles.pump}>{children}</div>
  </section>
)

const Line = ({ ends: [left, right] }: { ends: Ends }) => (
  <p>
    <span>{left}</span>
    <span>{right}</span>
  </p>
)

/** What was given until now. */
export const Amount = ({ mg }: { mg: string }) => (
  <>
    <b>{quantity(mg, 'mg')}</b> given
  </>
)
