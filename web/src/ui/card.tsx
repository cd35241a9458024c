import type { ReactNode } from 'react'
import styles from './card.module.css'
import { Link } from './link.tsx'

type CardProps = {
  title?: ReactNode
  /** Small, beside the title: what is counted, what it means. */
  note?: ReactNode
  aside?: ReactNode
  /** The whole card leads there. */
  href?: string
  edge?: 'plain' | 'accent' | 'exclude' | 'dashed'
  /** No padding: for tables and charts that draw to the edge. */
  flush?: boolean
  children?: ReactNode
}

/** A sheet of paper with one subject. */
export function Card({ title, note, aside, href, edge = 'plain', flush = false, children }: CardProps) {
  const head = (title || aside) && (
    <div className={styles.head}>
      {title && <h2>{href ? <Link href={href}>{title}</Link> : title}</h2>}
      {note && <span className={styles.note}>{note}</span>}
      {aside && <div className={styles.aside}>{aside}</div>}
    </div>
  )
  return (
    <section className={styles.card} data-edge={edge} data-flush={flush || undefined} data-whole={href ? true : undefined}>
      {head}
      {children}
    </section>
  )
}

/** Label and value, line by line, with hairlines between. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className={styles.facts}>{children}</dl>

type FactProps = { label: ReactNode; note?: ReactNode; children: ReactNode }

export const Fact = ({ label, note, children }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {children}
      {note && <small>{note}</small>}
    </dd>
  </div>
)

/** Lines of things, each with its own text and act, hairlines between. */
export const Lines = ({ children }: { children: ReactNode }) => <ul className={styles.lines}>{children}</ul>

type LineProps = { mark?: ReactNode; aside?: ReactNode; note?: ReactNode; children: ReactNode }

export const Line = ({ mark, aside, note, children }: LineProps) => (
  <li>
    {mark}
    <div>
      {children}
      {note && <small>{note}</small>}
    </div>
    {aside && <div className={styles.end}>{aside}</div>}
  </li>
)
