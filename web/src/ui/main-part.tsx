import type { ReactNode } from 'react'
import { Boundary } from './boundary.tsx'
import styles from './frame.module.css'
import { usePlace } from './place.ts'
import { Shown } from './shown.tsx'

/** The part of a document that is the page: or, in its place, why it is not here. */
export function MainPart({ children }: { children: ReactNode }) {
  const { page, path } = usePlace()
  return (
    <main id="main" tabIndex={-1} className={page?.frame === 'bare' ? styles.bare : styles.main}>
      <Boundary resetKey={path}>
        <Shown>{children}</Shown>
      </Boundary>
    </main>
  )
}
