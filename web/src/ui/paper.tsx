import { dateWords, dayAndClock, type Reader, STAFF, zoneWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/paper'
import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { useReader } from '../data/reader.ts'
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
export const identifiers = (to: Reader, { name, dateOfBirth }: PaperProps['person']): string =>
  dateOfBirth
    ? words.born(to, { name, date: to.locale === STAFF ? sayDay(dateOfBirth) : dateWords(to, dateOfBirth) })
    : words.notBorn(to, { name })

/** Which clinic a paper is from, in which zone its times are, and when it was printed. */
export function useFrom(): string {
  const to = useReader()
  const { name: clinic, zone, simulated } = usePageData().frame.clinic
  const now = useNow(60_000).toISOString()
  // The staff's own papers name a day and a zone as the clinic does.
  const isStaffs = to.locale === STAFF
  const when = isStaffs ? sayTime(now, zone, 'full day and time') : dayAndClock(to, now, zone)
  return (simulated ? words.fromSimulated : words.from)(to, { clinic, zone: isStaffs ? zone : zoneWords(to, zone), when })
}

/** A page for paper: on the screen with a way back and a button to print, on paper alone with two identifiers on each page. */
export function Paper({ person, what, back, size = 'letter', children }: PaperProps) {
  const to = useReader()
  const from = useFrom()
  const { clinic } = usePageData().frame
  return (
    <article className={styles.paper} data-size={size}>
      <PrintPage who={identifiers(to, person)} what={what} from={size === 'label' ? clinic.name : from} size={size} />
      <div className={styles.screen}>
        <Link href={back.href}>{back.words}</Link>
        <Button onClick={() => window.print()}>Print</Button>
      </div>
      <header className={styles.head}>
        <h1>{what}</h1>
        <p>
          <b>{identifiers(to, person)}</b>
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
