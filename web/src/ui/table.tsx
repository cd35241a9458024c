import type { ReactNode } from 'react'
import styles from './table.module.css'

type Head = string | { label: string; kind: 'number' }

type TableProps = {
  /** What the table is, for those who hear it; shown only with `isCaptionShown`. */
  caption: string
  isCaptionShown?: boolean
  head: readonly Head[]
  children: ReactNode
}

// What scrolls must be reachable by key.
const scrolls = { tabIndex: 0 } as const

/** Rows and columns, scrolling sideways by itself where the screen is narrow. Children are `<tr>`; `className="num"` on number cells. */
export const Table = ({ caption, isCaptionShown = false, head, children }: TableProps) => (
  <section className={styles.scroll} aria-label={caption} {...scrolls}>
    <table className={styles.table}>
      <caption className={isCaptionShown ? styles.caption : styles.heard}>{caption}</caption>
      <thead>
        <tr>
          {head.map((each) => {
            const { label, kind } = typeof each === 'string' ? { label: each, kind: 'text' } : each
            return (
              <th key={label} scope="col" data-kind={kind}>
                {label}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
)

/** Heard, not seen. */
export const Heard = ({ children }: { children: ReactNode }) => <span className={styles.heard}>{children}</span>
