import { languages, locales, type Reader, switchedTo } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/frame'
import { Fragment, type ReactNode } from 'react'
import { useCrisisLines } from '../data/crisis-lines.ts'
import { usePageData } from '../data/page-data.ts'
import { useReader } from '../data/reader.ts'
import styles from './frame.module.css'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import { Logo } from './logo.tsx'
import { menuOf, publicPlaces } from './menu.ts'
import { NotApproved } from './not-approved.tsx'
import { usePlace } from './place.ts'
import { Places } from './places.tsx'
import { WrittenIn } from './written-in.tsx'

/** The frame of public and patient pages; the way out of a crisis stands at the foot of each. */
export function PublicFrame({ children }: { children: ReactNode }) {
  const to = useReader()
  const { page, pages } = usePlace()
  const menu = menuOf(pages, publicPlaces, 'paper').map((line) => ({ ...line, words: placeWords[line.label]?.(to) }))
  return (
    <>
      {page?.frame !== 'bare' && (
        <header className={styles.bar}>
          <Brand href="/" />
          <Places label={words.pages(to)} menu={words.menu(to)} places={menu} />
          <Languages />
        </header>
      )}
      {children}
      <WrittenIn />
      {page?.frame === 'bare' && <Languages />}
      <CrisisFoot />
    </>
  )
}

const placeWords: Readonly<Record<string, (to: Reader) => string>> = {
  'How it works': words.howItWorks,
  'What to expect': words.whatToExpect,
  'Our results': words.ourResults,
  Prices: words.prices,
  'Your page': words.yourPage,
} satisfies Record<(typeof publicPlaces)[number], (to: Reader) => string>

/** The way to this very page in every other language, by its name in that language. */
function Languages() {
  const to = useReader()
  const { address, tongue } = usePageData().frame
  if (!address) return null
  return (
    <nav aria-label={words.language(to)} className={styles.languages}>
      {locales
        .filter((locale) => locale !== tongue)
        .map((locale) => (
          <a key={locale} href={switchedTo(locale, address.plain) + address.search} hrefLang={locale} lang={locale}>
            {languages[locale].name}
          </a>
        ))}
    </nav>
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
  const crisisLines = useCrisisLines()
  return (
    <footer className={styles.foot}>
      <Icon name="buoy" size={22} />
      <p>
        <NotApproved texts={['crisis-words']} />
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
