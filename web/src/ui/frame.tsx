import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { useDocument } from './dim.tsx'
import styles from './frame.module.css'
import { usePlace } from './place.ts'

/** What is around every page, whatever its mood: the skip link, the document's title and mood. */
export function Frame({ children }: { children: ReactNode }) {
  const { frame, problem, title } = usePageData()
  const { page, path } = usePlace()
  const mood = page?.mood ?? (frame.user ? 'work' : 'paper')
  const own = path === frame.path ? (problem?.title ?? title) : undefined
  useDocument(mood, `${own ?? page?.title ?? 'Not found'} · ${frame.clinic.name}`, page?.dim === true)
  return (
    <div className={styles.frame} data-frame={mood}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      {children}
    </div>
  )
}
