import * as words from '@dripline/clinical/words/frame'
import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { useReader } from '../data/reader.ts'
import { useDocument } from './dim.tsx'
import styles from './frame.module.css'
import { usePlace } from './place.ts'

/** What is around every page, whatever its mood: the skip link, the document's title and mood. */
export function Frame({ children }: { children: ReactNode }) {
  const to = useReader()
  const { frame, problem, title } = usePageData()
  const { page, path } = usePlace()
  const mood = page?.mood ?? (frame.user ? 'work' : 'paper')
  const own = path === frame.path ? (problem?.title ?? title) : undefined
  useDocument(mood, `${own ?? page?.title ?? words.notFoundName(to)} · ${frame.clinic.name}`, page?.dim === true)
  return (
    <div className={styles.frame} data-frame={mood}>
      <a className={styles.skip} href="#main">
        {words.skip(to)}
      </a>
      {children}
    </div>
  )
}
