import type { CSSProperties, ReactNode } from 'react'
import styles from './table.module.css'

type Head = string | { label: string; kind: 'number' }

type TableProps = {
  /** What the table is, for those who hear it; shown only with `isCaptionShown`. */
  caption: string
  isCaptionShown?: boolean
  head: readonly Head[]
  /** On a phone each row is a block of labeled lines; without it the table scrolls sideways. A cell of class `wide` is left out there. */
  stacks?: boolean
  children: ReactNode
}

// What scrolls must be reachable by key.
const scrolls = { tabIndex: 0 } as const

/** Rows and columns, scrolling sideways by itself where the screen is narrow. Children are `<tr>`; `className="num"` on number cells. */
export const Table = ({ caption, isCaptionShown = false, head, stacks = false, children }: TableProps) => (
  <section className={styles.scroll} aria-label={caption} {...scrolls}>
    <table className={styles.table} {...(stacks ? { 'data-stacks': true, style: labelsOf(head) } : {})}>
      <caption className={isCaptionShown ? styles.caption : 'heard'}>{caption}</caption>
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

// What stands before each cell when rows are stacked: the head of its column.
const labelsOf = (head: readonly Head[]): CSSProperties =>
  Object.fromEntries(head.map((each, i) => [`--head-${i + 1}`, JSON.stringify(typeof each === 'string' ? each : each.label)]))

/** Heard, not seen. */
export const Heard = ({ children }: { children: ReactNode }) => <span className="heard">{children}</span>
