import { type Locale, languages, locales, type Reader, switchedTo } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/frame'
import type { ReactNode } from 'react'
import { type ClinicLogo, usePageData } from '../data/page-data.ts'
import { useReader } from '../data/reader.ts'
import { CrisisSaid, CrisisWhy } from './crisis-said.tsx'
import styles from './frame.module.css'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import { Logo } from './logo.tsx'
import { menuOf, publicPlaces } from './menu.ts'
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
  const { page } = usePlace()
  const { frame, sent } = usePageData<{ sent?: object }>()
  const { address, tongue } = frame
  if (!address) return null
  const hasTyped = page?.keeps === true && sent !== undefined
  return (
    <nav aria-label={words.language(to)} className={styles.languages}>
      {locales
        .filter((locale) => locale !== tongue)
        .map((locale) =>
          hasTyped ? (
            <SendAlong key={locale} locale={locale} to={switchedTo(locale, address.plain)} />
          ) : (
            <a key={locale} href={switchedTo(locale, address.plain) + address.search} hrefLang={locale} lang={locale}>
              {languages[locale].name}
            </a>
          ),
        )}
    </nav>
  )
}

const SHOWN_HIGH = 40
const SHOWN_WIDE = 200

/** A logo as large as its place is; beside it the name is written too, so it says nothing of its own. */
function ClinicMark({ logo }: { logo: ClinicLogo }) {
  const scale = Math.min(1, SHOWN_HIGH / logo.height, SHOWN_WIDE / logo.width)
  const size = { width: Math.round(logo.width * scale), height: Math.round(logo.height * scale) }
  return <img src={logo.src} alt="" {...size} className={styles.mark} data-plate={logo.plateIn.join(' ') || undefined} />
}

/** After a refusal the same page in another language comes with what was typed, as it stands in the form now; it asks for nothing else. */
const SendAlong = ({ locale, to }: { locale: Locale; to: string }) => (
  <button
    type="submit"
    form="asked"
    formMethod="post"
    formAction={to}
    formNoValidate
    name="switch-language"
    value={locale}
    lang={locale}
  >
    {languages[locale].name}
  </button>
)

/** The clinic's name and mark, and the word that nobody in it is real. */
export function Brand({ href }: { href: string }) {
  const to = useReader()
  const { clinic } = usePageData().frame
  return (
    <Link href={href} className={styles.brand}>
      {clinic.logo ? <ClinicMark logo={clinic.logo} /> : <Logo />}
      <span className={styles.name}>{clinic.name}</span>
      {clinic.simulated && <span className={styles.simulated}>{words.simulated(to)}</span>}
    </Link>
  )
}

/** Whom to call, now. Words and numbers are the clinic's settings. */
export function CrisisFoot() {
  return (
    <footer className={styles.foot}>
      <Icon name="buoy" size={22} />
      <p>
        <CrisisWhy />
        <CrisisSaid />
      </p>
    </footer>
  )
}
