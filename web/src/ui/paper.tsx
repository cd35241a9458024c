import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { Button } from './button.tsx'
import { Link } from './link.tsx'
import styles from './paper.module.css'
import { PrintPage } from './print-page.tsx'
import { useNow } from './time.tsx'
import { sayDay, sayTime } from './when.ts'

type PaperProps = {
  /** Whom the paper is about. */
  person: { name: string; dateOfBirth: string | null }
  /** What it is: "Order 2 of 10, ketamine". */
  what: string
  /** Where to go back to. */
  back: { href: string; words: string }
  size?: 'letter' | 'label'
  children: ReactNode
}

/** The two identifiers of every paper: the name and the birth date. */
export const identifiers = ({ name, dateOfBirth }: PaperProps['person']): string =>
  `${name}, ${dateOfBirth ? `born ${sayDay(dateOfBirth)}` : 'birth date not on record'}`

/** Which clinic a paper is from, in which zone its times are, and when it was printed. */
export function useFrom(): string {
  const { name, zone, simulated } = usePageData().frame.clinic
  const now = useNow(60_000).toISOString()
  const simulation = simulated ? ', simulated clinic: nobody here is real' : ''
  return `${name}${simulation}. Times: ${zone}. Printed ${sayTime(now, zone, 'full day and time')}`
}

/** A page for paper: on the screen with a way back and a button to print, on paper alone with two identifiers on each page. */
export function Paper({ person, what, back, size = 'letter', children }: PaperProps) {
  const from = useFrom()
  const { clinic } = usePageData().frame
  return (
    <article className={styles.paper} data-size={size}>
      <PrintPage who={identifiers(person)} what={what} from={size === 'label' ? clinic.name : from} size={size} />
      <div className={styles.screen}>
        <Link href={back.href}>{back.words}</Link>
        <Button onClick={() => window.print()}>Print</Button>
      </div>
      <header className={styles.head}>
        <h1>{what}</h1>
        <p>
          <b>{identifiers(person)}</b>
        </p>
      </header>
      {children}
    </article>
  )
}

/** One line of a paper: what it is, and what it says. */
export const PaperLine = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.line}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** Lines of a paper that belong together, never cut by the end of a page. */
export const PaperPart = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part}>
    <h2>{title}</h2>
    {children}
  </section>
)
