import type { ReactNode } from 'react'
import styles from './page.module.css'

type PageProps = {
  /** One sentence: what this page says or asks. */
  title: ReactNode
  lead?: ReactNode
  /** Stands at the right of the title: the date, a filter, an act. */
  aside?: ReactNode
  width?: 'text' | 'wide'
  children: ReactNode
}

/** A page's one heading and what is under it. */
export const Page = ({ title, lead, aside, width = 'wide', children }: PageProps) => (
  <div className={styles.page} data-width={width}>
    <div className={styles.head}>
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {aside && <div className={styles.aside}>{aside}</div>}
    </div>
    {children}
  </div>
)

type ColumnsProps = { kind?: 'side' | 'halves' | 'three'; children: ReactNode }

/** Cards side by side where there is room: `side` a wide one and a narrow one, `three` narrow, wide, narrow. */
export const Columns = ({ kind = 'side', children }: ColumnsProps) => (
  <div className={styles.columns} data-kind={kind}>
    {children}
  </div>
)

/** Cards under one another, with the gap between. */
export const Stack = ({ children }: { children: ReactNode }) => <div className={styles.stack}>{children}</div>

/** Things in a row that wraps. `spread` pushes the last to the far end. */
export const Row = ({ spread = false, children }: { spread?: boolean; children: ReactNode }) => (
  <div className={styles.row} data-spread={spread || undefined}>
    {children}
  </div>
)

/** Fields in two columns where there is room. */
export const Pairs = ({ children }: { children: ReactNode }) => <div className={styles.pairs}>{children}</div>
