import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { FindPatient } from './find-patient.tsx'
import styles from './frame.module.css'
import { Icon } from './icons.tsx'
import { Link, usePages } from './link.tsx'
import { menuOf, workPlaces } from './menu.ts'
import { Brand } from './public-frame.tsx'
import { Time } from './time.tsx'
import { UserMenu } from './user-menu.tsx'

type WorkFrameProps = { place: string | undefined; children: ReactNode }

/** The top bar of the workspace. Somebody who is not signed in sees only whose clinic this is. */
export function WorkFrame({ place, children }: WorkFrameProps) {
  const { clinic, user } = usePageData().frame
  const pages = usePages()
  const menu = user ? menuOf(pages, workPlaces, 'work', user.role) : []
  const list = (
    <nav aria-label="Workspace">
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
      <header className={styles.bar}>
        <Brand href={user ? '/room' : '/'} />
        {menu.length > 0 && <div className={styles.wide}>{list}</div>}
        {menu.length > 0 && (
          <div className={styles.narrow}>
            <details className={styles.fold}>
              <summary aria-label="Menu">
                <Icon name="menu" size={26} />
              </summary>
              {list}
            </details>
          </div>
        )}
        <div className={styles.right}>
          {user ? (
            <>
              <FindPatient />
              <UserMenu user={user} />
            </>
          ) : (
            clinic.simulatedClock && (
              <span>
                <Time at={clinic.simulatedClock} form="day and time" /> on the clinic’s own clock
              </span>
            )
          )}
        </div>
      </header>
      {children}
    </>
  )
}
