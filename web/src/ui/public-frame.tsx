import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import styles from './frame.module.css'
import { Icon } from './icons.tsx'
import { Link, usePages } from './link.tsx'
import { Logo } from './logo.tsx'
import { menuOf, publicPlaces } from './menu.ts'

type PublicFrameProps = { place: string | undefined; isBare: boolean; children: ReactNode }

/** The frame of public and patient pages; the way out of a crisis stands at the foot of each. */
export function PublicFrame({ place, isBare, children }: PublicFrameProps) {
  const menu = menuOf(usePages(), publicPlaces, 'paper')
  const list = (
    <nav aria-label="Pages">
      <ul className={styles.menu}>
        {menu.map(({ label, href }) => (
          <li key={href}>
            <Link href={href} {...(label === place ? { 'aria-current': 'page' } : {})}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
  return (
    <>
      {!isBare && (
        <header className={styles.bar}>
          <Brand href="/" />
          {menu.length > 0 && (
            <>
              <div className={styles.wide}>{list}</div>
              <div className={styles.narrow}>
                <details className={styles.fold}>
                  <summary aria-label="Menu">
                    <Icon name="menu" size={28} />
                  </summary>
                  {list}
                </details>
              </div>
            </>
          )}
        </header>
      )}
      {children}
      <CrisisFoot />
    </>
  )
}

/** The clinic's name and mark, and the word that nobody in it is real. */
export function Brand({ href }: { href: string }) {
  const { clinic } = usePageData().frame
  return (
    <Link href={href} className={styles.brand}>
      <Logo />
      <span className={styles.name}>{clinic.name}</span>
      {clinic.simulated && <span className={styles.simulated}>(simulated clinic)</span>}
    </Link>
  )
}

/** Whom to call, now. The numbers are the clinic's settings. */
export function CrisisFoot() {
  const { crisisLines } = usePageData().frame.clinic
  const [danger, crisis] = crisisLines
  return (
    <footer className={styles.foot}>
      <Icon name="buoy" size={22} />
      <p>
        {danger && (
          <span>
            In danger now? <a href={`tel:${danger.number}`}>Call {danger.number}</a>.
          </span>
        )}{' '}
        {crisis && (
          <span>
            In crisis? <a href={`tel:${crisis.number}`}>Call or text {crisis.number}</a>, any hour.
          </span>
        )}
      </p>
    </footer>
  )
}
