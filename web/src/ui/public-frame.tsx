import * as words from '@dripline/clinical/words/frame'
import { Fragment, type ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { useReader } from '../data/reader.ts'
import styles from './frame.module.css'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import { Logo } from './logo.tsx'
import { menuOf, publicPlaces } from './menu.ts'
import { usePlace } from './place.ts'
import { Places } from './places.tsx'

/** The frame of public and patient pages; the way out of a crisis stands at the foot of each. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const to = useReader()
  const { page, pages } = usePlace()
  const menu = menuOf(pages, publicPlaces, 'paper')
  return (
    <>
      {page?.frame !== 'bare' && (
        <header className={styles.bar}>
          <Brand href="/" />
          <Places label={words.pages(to)} menu={words.menu(to)} places={menu} />
        </header>
      )}
      {children}
      <CrisisFoot />
    </>
  )
}

/** The clinic's name and mark, and the word that nobody in it is real. */
export function Brand({ href }: { href: string }) {
  const to = useReader()
  const { clinic } = usePageData().frame
  return (
    <Link href={href} className={styles.brand}>
      <Logo />
      <span className={styles.name}>{clinic.name}</span>
      {clinic.simulated && <span className={styles.simulated}>{words.simulated(to)}</span>}
    </Link>
  )
}

/** Whom to call, now. Words and numbers are the clinic's settings. */
export function CrisisFoot() {
  const { crisisLines } = usePageData().frame.clinic
  return (
    <footer className={styles.foot}>
      <Icon name="buoy" size={22} />
      <p>
        {crisisLines.map(({ label, action, number }) => (
          <Fragment key={number}>
            <span>
              {label}{' '}
              <a href={`tel:${number}`}>
                {action} {number}
              </a>
              .
            </span>{' '}
          </Fragment>
        ))}
      </p>
    </footer>
  )
}
