import type { ReactNode } from 'react'
import styles from './frame.module.css'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import { usePlace } from './place.ts'

type PlacesProps = {
  label: string
  /** What the button is called under which they fold. */
  menu: string
  /** `words`: the label in its reader's language, where that is not English. */
  places: readonly { label: string; href: string; words?: string | undefined }[]
  /** What stands beside a place: how many wait there. */
  beside?: (label: string) => ReactNode
}

/** The places of a frame: in its bar where there is room, and folded under a button where there is not. */
export function Places({ label, menu, places, beside }: PlacesProps) {
  const { page } = usePlace()
  if (places.length === 0) return null
  const list = (
    <nav aria-label={label}>
      <ul className={styles.menu}>
        {places.map((place) => (
          <li key={place.href}>
            <Link href={place.href} {...(place.label === page?.place ? { 'aria-current': 'page' } : {})}>
              {place.words ?? place.label}
              {beside?.(place.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
  return (
    <>
      <div className={styles.wide}>{list}</div>
      <div className={styles.narrow}>
        <details className={styles.fold}>
          <summary aria-label={menu}>
            <Icon name="menu" size={28} />
          </summary>
          {list}
        </details>
      </div>
    </>
  )
}
